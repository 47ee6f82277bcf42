"""What a reader is shown of a digest: facts in Vietnamese words, and marked in the text that they were read from."""
