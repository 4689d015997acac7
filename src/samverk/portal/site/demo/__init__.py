"""The world of the demonstration: what has happened in it is done by its people, with the deeds of the portal."""
