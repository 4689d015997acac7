"""What can be done to the registry."""
