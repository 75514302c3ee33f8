"""For people who write rules: tests, gates, lint, coverage, reference pages."""
