"""The second floor: canonical text to facts with spans; says what is written, decides nothing."""
