"""The screens of a person's own account."""
