"""What a list of answers shows of each, fetched in few queries and no more than it shows (F2)."""

from django.db.models import Exists, OuterRef

from engagement.voices.models import Voice
from engagement.voices.models.groups import KINDS

ABOUT = (
    "worrying",
    "provenance",
    "words",
    "summary",
    "attached",
    "given_at",
    "number",
    "question__text",
    "question__kind",
    "question__unit",
    "voice__provenance",
    "voice__channel",
    "voice__speaking",
    "voice__is_group",
    "voice__people_present",
    "voice__is_example",
    "voice__taken_back_at",
    "voice__round__title",
    "voice__round__kind",
    *(f"voice__support__{name}" for name in ("told", "explained", "showed", "agreed", "seen_by", "how_sure", "stands")),
    "voice__support__organisation__plain_name",
    "provenance",
    "agreed",
    *(
        f"voice__group_session__{name}"
        for name in ("held_on", "place", "facilitator", "present", "stands", *dict(KINDS))
    ),
    "voice__group_session__organisation__plain_name",
)
JOINED = (
    "question",
    "voice__round",
    "voice__support__organisation",
    "voice__group_session__organisation",
)


def listed(answers):
    """`answers` (queryset of Answer) with all a list shows of them, and no more (F2)."""
    return answers.select_related(*JOINED).only(*ABOUT).prefetch_related("attachments", "chosen__choice")


def with_voices(rounds):
    """Those of `rounds` (queryset of RoundPage) in which somebody said something."""
    return rounds.filter(Exists(Voice.objects.filter(round=OuterRef("pk")).order_by()))
