"""Files to checked values: rule packs, declarations, evidence."""
