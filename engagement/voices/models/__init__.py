"""What one person, or one group session, said in a round."""

from .answers import Answer
from .attachments import Attachment
from .calls import CallRequest
from .cards import Card
from .chosen import AnswerChoice, Vote
from .closing import ClosingCounts
from .coming_back import ComeBack
from .concerns import Concern, ConcernEntry, WorryWord
from .drafts import DraftAnswer, Knock, VoiceDraft
from .ease import EaseCount, EaseGiven
from .groups import GroupSession, Hands, Statement, Tap
from .handing_over import HandOver
from .imports import ColumnMapping, Import, ImportedRow, ImportFile, ImportProblem
from .papers import PaperBatch, PaperCheck, PaperCopy, PaperScan, PaperSetting
from .supports import Support
from .targets import HeardSoFar, Target
from .told import Told
from .voices import AboutYou, Consent, Voice

__all__ = [
    "AboutYou",
    "Answer",
    "AnswerChoice",
    "Attachment",
    "CallRequest",
    "Card",
    "ClosingCounts",
    "ColumnMapping",
    "ComeBack",
    "Concern",
    "ConcernEntry",
    "Consent",
    "DraftAnswer",
    "EaseCount",
    "EaseGiven",
    "GroupSession",
    "HandOver",
    "Hands",
    "HeardSoFar",
    "Import",
    "ImportFile",
    "ImportProblem",
    "ImportedRow",
    "Knock",
    "PaperBatch",
    "PaperCheck",
    "PaperCopy",
    "PaperScan",
    "PaperSetting",
    "Statement",
    "Support",
    "Tap",
    "Target",
    "Told",
    "Voice",
    "VoiceDraft",
    "Vote",
    "WorryWord",
]
