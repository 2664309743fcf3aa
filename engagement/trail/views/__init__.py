"""The trail's own pages: what people said, what happened, who decides, drafts, and standard versions."""

from .bodies import body, body_map, register
from .drafts import draft, draft_standard
from .outcomes import outcome, outcomes
from .results import results
from .standard import standard
from .workshops import workshops

__all__ = [
    "body",
    "body_map",
    "draft",
    "draft_standard",
    "outcome",
    "outcomes",
    "register",
    "results",
    "standard",
    "workshops",
]
