"""What leaves the register for other machines: kept with what caused it, sent later, each once."""
