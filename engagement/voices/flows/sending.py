"""Sending: a draft becomes one counted voice and its card, in one transaction and in few queries (F3)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, router, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from ..keys import key_of
from ..models import Attachment, DraftAnswer, Voice, VoiceDraft
from ..permissions import check_may_answer, check_was_open
from ..said import GONE, NOTHING_SAID, TOO_FAST, WITHOUT_ANSWER
from .attached_sent import send_attachments
from .closing import count_late
from .joining import go_on_with
from .sending_rows import add_about, add_answers, add_card, new_voice

LONG_TEXTS = ("easy_read", "standard", "questions")  # of a round; parsing them would cost more than all the rest
TRIES = 5  # for a short code that nobody else has


def send_voice(*, secret, **how):
    """Turn the draft with `secret` (str) into one voice and its card. The same draft always gives the same (R2).

    `how`: channel, provenance, entered_by (User), given_at (datetime, for words given earlier), is_example, is_group,
    people_present, least_seconds (from Start to Send, for who sends it alone). Left out: online, and whose words the
    person said they are. Returns the Voice, with `card`. Raises ValidationError when the round is not open,
    when nothing was answered, or when there is no such draft.
    """
    return send_draft(key=key_of(secret), secret=secret, **how)


def send_draft(*, key, secret, **how):
    """As `send_voice`, for the draft with `key` (str), whose card is made from `secret` (str)."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            with transaction.atomic():
                return find_voice(key) if not (said := read_draft(key)) else store_voice(secret, *said, **how)
        except IntegrityError:  # two at once, or a short code that is taken: nothing was stored, so look again
            if last:
                raise
            how["begun"] = Voice.objects.filter(draft_key=key).first()  # by a word about a draft (beginning.py)


def find_voice(key):
    """The voice that was made from the draft with `key` (str). Raises ValidationError when there is none."""
    voice = Voice.objects.select_related("card", "round").filter(draft_key=key).first()
    if voice is None:
        raise ValidationError(GONE, code="gone")
    return voice


def read_draft(key):
    """The draft with `key` (str) and its answers, locked until the voice is stored. Returns (draft, list) or None.

    One query fetches the answers with their questions, polls, draft and round.
    """
    joined = DraftAnswer.objects.select_related("draft__round", "question__poll").select_for_update(of=("draft",))
    joined = joined.defer(*(f"draft__round__{name}" for name in LONG_TEXTS))
    given = Attachment.objects.filter(draft=OuterRef("draft"), question=OuterRef("question"), trouble="")
    joined = joined.annotate(attached=Exists(given))
    answers = list(joined.filter(draft__key=key).order_by("question__sort_order", "pk"))
    if answers:
        return answers[0].draft, answers
    draft = VoiceDraft.objects.select_for_update(of=("self",)).select_related("round").filter(key=key).first()
    return (draft, []) if draft else None


def store_voice(secret, draft, answers, *, given_at=None, entered_by=None, begun=None, least_seconds=0, **kind):
    """Write the voice with all that hangs on it, and remove the draft. Returns the Voice.

    `begun`: the Voice of the same person that said something about a draft before, or None: the answers join it.
    """
    if not any(answer.state not in WITHOUT_ANSWER for answer in answers):
        raise ValidationError(NOTHING_SAID, code="nothing")
    now = given_at or timezone.now()
    check_not_too_fast(draft, now, least_seconds)
    check_was_open(draft.round, now) if given_at else check_may_answer(draft.round, now, draft)
    voice = go_on_with(begun, draft, answers, now) if begun else new_voice(draft, now, entered_by, kind)
    rows = add_answers(voice, answers, now)
    if any(answer.attached for answer in answers):
        send_attachments(draft, rows)
    add_about(voice, draft.about, now)
    if begun is None:
        add_card(voice, secret)
    remove_draft(draft)
    count_late(voice=voice)
    return voice


def check_not_too_fast(draft, now, least_seconds):
    """Raise ValidationError for answers that came faster than a person can press, in a round that holds them back (Q9).

    Nothing is lost: pressed again a little later, they are sent.
    """
    if draft.round.holds_back_fast and now - draft.started_at < timedelta(seconds=least_seconds):
        raise ValidationError(TOO_FAST, code="too_fast")


def remove_draft(draft):
    """Delete a draft and its answers in two queries; .delete() would first fetch both again (F3)."""
    database = router.db_for_write(VoiceDraft)
    DraftAnswer.objects.filter(draft_id=draft.pk)._raw_delete(database)
    VoiceDraft.objects.filter(pk=draft.pk)._raw_delete(database)
