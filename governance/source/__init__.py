"""Bytes to documents: plain data, everything wrong with it, and where each value is written."""
