"""/support/: where an advocacy worker writes down what one person said (docs/support.md)."""
