"""What programs may read and do: the same queries, permissions and actions as the screens."""
