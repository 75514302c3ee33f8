"""The shape of declarations: observation, JSON Schemas, messages."""
