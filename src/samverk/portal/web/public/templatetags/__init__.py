"""Tags of the public screens."""
