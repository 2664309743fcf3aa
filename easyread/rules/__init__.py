"""Checks whether words are Easy Read. Text in, problems out.

Pure Python: no Django, no network, nothing to install. Passing the check is not a proof that a
text is easy; only readers can say that.
"""

from .checking import check, check_parts
from .lists import NO_LISTS, Lists
from .parts import Part
from .problems import ERROR, HINT, LEVELS, RULES, WARNING, Problem

__all__ = [
    "check",
    "check_parts",
    "Lists",
    "NO_LISTS",
    "Part",
    "Problem",
    "RULES",
    "LEVELS",
    "HINT",
    "WARNING",
    "ERROR",
]
