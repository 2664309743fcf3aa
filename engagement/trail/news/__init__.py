"""/support/news/: what happened to what people said, for workers to take back to them (docs/news.md)."""
