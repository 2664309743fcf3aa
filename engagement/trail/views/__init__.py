"""The trail's own pages: what people said, what happened, who decides, drafts, and standard versions."""

from .bodies import body, body_map, register
from .drafts import draft
from .outcomes import outcome, outcomes
from .results import results
from .standard import standard

__all__ = ["body", "body_map", "draft", "outcome", "outcomes", "register", "results", "standard"]
