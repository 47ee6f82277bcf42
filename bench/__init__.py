"""Measures the reader: how much it finds, how fast it reads, and where its limits are."""
