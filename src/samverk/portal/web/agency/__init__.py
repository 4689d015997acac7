"""The screens of the agency that runs the scheme."""
