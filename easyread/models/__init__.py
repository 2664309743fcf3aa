"""Pictures, documents, Easy Read pages, and their checks."""

from .checking import Correction, EasyReadCheck, EasyReadCheckTask
from .documents import SiteDocument
from .pages import EasyReadPage, QuickToServe
from .pictures import Picture, Rendition

__all__ = [
    "Correction",
    "EasyReadCheck",
    "EasyReadCheckTask",
    "EasyReadPage",
    "Picture",
    "QuickToServe",
    "Rendition",
    "SiteDocument",
]
