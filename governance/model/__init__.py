"""Frozen domain values; no input, no output, standard library only."""
