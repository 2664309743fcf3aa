"""One app with one page type."""
