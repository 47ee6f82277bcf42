"""The public part of the register as files for everybody to reuse."""
