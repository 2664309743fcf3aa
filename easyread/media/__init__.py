"""Pictures, sound and films from people: written anew, kept apart, shown only by a view that asks who may see it.

Usable without this product: `clean` and `look_into` (cleaning.py), `keep`, `keep_given` and `remove` (private.py),
`serve` (serving.py). What takes long is left to the worker (waiting.py).
"""

from .cleaning import Cleaned, can_clean, clean, look_into
from .private import keep, keep_given, remove
from .serving import serve

__all__ = ["Cleaned", "can_clean", "clean", "keep", "keep_given", "look_into", "remove", "serve"]
