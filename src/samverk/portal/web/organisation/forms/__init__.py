"""One form, one file."""
