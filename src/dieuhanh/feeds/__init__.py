"""What an agency reads along without signing in: a calendar of its deadlines and a feed of its tasks, at a private address."""
