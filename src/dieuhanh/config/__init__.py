"""How this installation is set up: its variables, its database, Django's settings."""
