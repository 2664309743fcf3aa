"""The register of bodies: who asks, who decides, and where each fact is written."""

from .bodies import Body
from .facts import Authority, Fact, ReportingLine, Seat, Sourced
from .meetings import Meeting
from .papers import Paper

__all__ = ["Authority", "Body", "Fact", "Meeting", "Paper", "ReportingLine", "Seat", "Sourced"]
