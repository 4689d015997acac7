"""The steps of the tables."""
