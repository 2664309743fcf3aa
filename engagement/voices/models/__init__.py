"""What one person, or one group session, said in a round."""

from .answers import Answer, AnswerChoice, Vote
from .cards import Card
from .closing import ClosingCounts
from .drafts import DraftAnswer, Knock, VoiceDraft
from .supports import Support
from .voices import AboutYou, Consent, Voice

__all__ = [
    "AboutYou",
    "Answer",
    "AnswerChoice",
    "Card",
    "ClosingCounts",
    "Consent",
    "DraftAnswer",
    "Knock",
    "Support",
    "Voice",
    "VoiceDraft",
    "Vote",
]
