"""What everybody may say without signing in: an opinion of what was published, and what they want to be told of."""
