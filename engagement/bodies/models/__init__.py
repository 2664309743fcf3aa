"""The register of bodies: who asks, who decides, where each fact is written, and how people are in the room."""

from .asking import BodyAnswer, BodyQuestion
from .bodies import Body
from .facts import Authority, Fact, ReportingLine, Seat, Sourced
from .leads import Invite, SafeguardingLead
from .meetings import AgendaItem, Meeting, MeetingPaper
from .organisations import Independence, Worker
from .papers import Paper
from .places import PlaceHolder, Supporter
from .sounds import AskedSound

__all__ = [
    "AgendaItem",
    "AskedSound",
    "Authority",
    "Body",
    "BodyAnswer",
    "BodyQuestion",
    "Fact",
    "Independence",
    "Invite",
    "Meeting",
    "MeetingPaper",
    "Paper",
    "PlaceHolder",
    "ReportingLine",
    "SafeguardingLead",
    "Seat",
    "Sourced",
    "Supporter",
    "Worker",
]
