"""What a person should look at: what the reader was unsure of, and what the register does not hold. Reads only."""
