"""Files: those that people hand in and those that the portal makes."""
