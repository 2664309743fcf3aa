"""Whether the Easy Read of a page says what its standard version says: sentence by sentence (docs/writing.md)."""

from .looking import Row, not_covered, rows_of

__all__ = ["Row", "not_covered", "rows_of"]
