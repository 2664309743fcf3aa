"""Plans and their rounds, as pages."""

from .closing import ClosingMoved
from .proposals import ProposalPage, ProposalsPage
from .rounds import RoundPage

__all__ = ["ClosingMoved", "ProposalPage", "ProposalsPage", "RoundPage"]
