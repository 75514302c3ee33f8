"""Pure evaluation: declaration, rule book and date in, verdicts out."""
