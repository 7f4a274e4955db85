"""What happened: the append-only log beside a cycle file, and what it comes to on a day."""
