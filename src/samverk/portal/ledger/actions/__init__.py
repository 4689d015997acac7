"""What can be done to the ledger: add to it."""
