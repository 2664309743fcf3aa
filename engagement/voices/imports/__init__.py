"""/support/import/: a spreadsheet of answers becomes voices, after a look at every row (docs/import.md)."""
