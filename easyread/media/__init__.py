"""Pictures, sound and films from people: written anew, kept apart, shown only by a view that asks who may see it.

Usable without this product: `clean` (cleaning.py), `keep` and `remove` (private.py), `serve` (serving.py).
"""

from .cleaning import Cleaned, can_clean, clean
from .private import keep, remove
from .serving import serve

__all__ = ["Cleaned", "can_clean", "clean", "keep", "remove", "serve"]
