"""/support/numbers/: who was heard so far against whom a round hopes to hear (docs/numbers.md)."""
