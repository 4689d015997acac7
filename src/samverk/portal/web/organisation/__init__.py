"""The screens of those who act for an organisation."""
