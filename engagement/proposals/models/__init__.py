"""Plans and their rounds, as pages."""

from .proposals import ProposalPage, ProposalsPage
from .rounds import RoundPage

__all__ = ["ProposalPage", "ProposalsPage", "RoundPage"]
