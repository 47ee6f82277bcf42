"""Who did what when: an append-only chain that can be verified."""
