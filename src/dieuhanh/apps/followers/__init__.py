"""Who asked to be told by e-mail, told: each once of each issue."""
