"""Pictures, documents, Easy Read pages, and their checks."""

from .checking import Correction, EasyReadCheck, EasyReadCheckTask
from .covering import Covering
from .documents import SiteDocument
from .films import Film
from .let_go import LetGo
from .lists import CommunityWord, GlossaryWord, KnownInitials, OneThing, PlainerWord
from .pages import EasyReadPage, QuickToServe
from .part_checks import CheckSitting, PartCheck
from .pictures import Picture, Rendition
from .spoken import SpokenSentence

__all__ = [
    "CheckSitting",
    "CommunityWord",
    "Correction",
    "Covering",
    "EasyReadCheck",
    "EasyReadCheckTask",
    "EasyReadPage",
    "Film",
    "GlossaryWord",
    "KnownInitials",
    "LetGo",
    "OneThing",
    "PartCheck",
    "Picture",
    "PlainerWord",
    "QuickToServe",
    "Rendition",
    "SiteDocument",
    "SpokenSentence",
]
