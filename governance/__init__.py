"""Check declarations of AI use cases against the AI Act, the RGPD and French law."""

__version__ = "0.1.0"
