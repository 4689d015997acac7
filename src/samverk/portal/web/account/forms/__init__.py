"""What a person types about the own account."""
