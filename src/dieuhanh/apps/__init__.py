"""The fourth floor: what is remembered, and who may. Django apps, each importing only those to its left."""
