"""What the account's templates need."""
