"""Pictures, documents and Easy Read pages."""

from .documents import SiteDocument
from .pages import EasyReadPage, QuickToServe
from .pictures import Picture, Rendition

__all__ = ["EasyReadPage", "Picture", "QuickToServe", "Rendition", "SiteDocument"]
