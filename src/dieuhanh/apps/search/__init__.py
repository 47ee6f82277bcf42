"""Finding documents of the register by their words."""
