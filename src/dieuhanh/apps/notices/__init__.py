"""Who is reminded of what, when, and that each is told once."""
