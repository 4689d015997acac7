"""What every stage of the portal stands on. No tables."""
