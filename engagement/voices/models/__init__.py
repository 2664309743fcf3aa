"""What one person, or one group session, said in a round."""

from .answers import Answer, AnswerChoice, Vote
from .cards import Card
from .drafts import DraftAnswer, Knock, VoiceDraft
from .voices import AboutYou, Consent, Voice

__all__ = [
    "AboutYou",
    "Answer",
    "AnswerChoice",
    "Card",
    "Consent",
    "DraftAnswer",
    "Knock",
    "Voice",
    "VoiceDraft",
    "Vote",
]
