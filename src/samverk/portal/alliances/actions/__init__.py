"""Every deed in an alliance, one to a module; each is one transaction and one row of the ledger."""
