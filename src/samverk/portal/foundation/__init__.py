"""What every stage of the portal stands on. One table: the queue of jobs (ADR 7)."""
