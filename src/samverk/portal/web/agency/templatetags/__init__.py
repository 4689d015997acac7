"""What the templates of the agency may call."""
