"""The register of bodies: who asks, who decides, where each fact is written, and how people are in the room."""

from .asking import BodyAnswer, BodyQuestion
from .bodies import Body
from .facts import Authority, Fact, ReportingLine, Seat, Sourced
from .meetings import AgendaItem, Meeting, MeetingPaper
from .organisations import Independence, Worker
from .papers import Paper
from .places import PlaceHolder, Supporter

__all__ = [
    "AgendaItem",
    "Authority",
    "Body",
    "BodyAnswer",
    "BodyQuestion",
    "Fact",
    "Independence",
    "Meeting",
    "MeetingPaper",
    "Paper",
    "PlaceHolder",
    "ReportingLine",
    "Seat",
    "Sourced",
    "Supporter",
    "Worker",
]
