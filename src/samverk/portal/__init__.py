"""The portal: a Django project around the core."""
