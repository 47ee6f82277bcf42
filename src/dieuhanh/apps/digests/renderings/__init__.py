"""A published issue in every form in which people want it: pure functions from an Edition to text and bytes."""
