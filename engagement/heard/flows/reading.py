"""Reading what people said, before anybody else can see it (DESIGN.md 6.4)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.voices.flows.changing import locked

from ..models import IdeaAnswer, Quote, Reading
from ..permissions import check_may_read

NO_WORDS = "This answer has no words to read."
LOOK_FIRST = "Look at the picture, or listen to the sound, first. Say if it may be shown."
TAKEN_BACK = "The person took these words back. You cannot read them now."
ONLY_A_SUMMARY = "Only the summary of a supporter is here. Leave this box empty."
FROM_THE_SUMMARY = "The supporter wrote these words. Use the words of the person."
HELD_OUT = "Somebody is worried about these words. The safeguarding lead has them now."
NEEDS_REASON = "Say why in one sentence."
NOT_BOTH = "Words that nobody may see cannot be shown in part. Choose one of the two."
FORGOTTEN = "The person took their words back."


@transaction.atomic
def read_answer(*, answer, by, may_show, shown_words="", reason="", at=None):
    """Keep that somebody read an answer, and whether its words may be shown. Reading again adds a row.

    `answer`: Answer with words; `by`: User; `may_show`: bool. `shown_words`: its words without what must not be shown;
    empty for as said. `reason`: why words were taken out or are not shown. `at`: datetime, for earlier readings.
    The answer itself keeps every word as it was said. Returns the Reading. Raises PermissionDenied, ValidationError.
    """
    check_may_read(by)
    look_again(answer)
    shown_words, reason = shown_words.strip(), reason.strip()
    if shown_words == answer.words.strip():
        shown_words = ""
    _check(answer, may_show, shown_words, reason)
    reading = Reading.objects.create(
        answer=answer,
        read_by=by,
        may_show=may_show,
        shown_words=shown_words,
        reason=reason,
        read_at=at or timezone.now(),
    )
    log(instance=reading, action="heard.read", user=by, data={"may_show": may_show, "changed": bool(shown_words)})
    return reading


def look_again(answer):
    """Read an `answer` (Answer) and its voice from the database and hold them: it may just have been taken back."""
    answer.voice = locked(answer.voice)
    answer.refresh_from_db(fields=["words", "summary", "attached", "is_current", "held_out"])


def _check(answer, may_show, shown_words, reason):
    if answer.voice.taken_back_at:
        raise ValidationError(TAKEN_BACK)
    if answer.held_out:
        raise ValidationError(HELD_OUT)
    if not answer.words and not answer.summary and not answer.attached:
        raise ValidationError(NO_WORDS)
    if answer.attached and answer.attachments.unread().exists():
        raise ValidationError(LOOK_FIRST)
    if shown_words:
        refuse_summary(answer, shown_words, "shown_words")
    if shown_words and not may_show:
        raise ValidationError({"shown_words": NOT_BOTH})
    if (shown_words or not may_show) and not reason:
        raise ValidationError({"reason": NEEDS_REASON})


def refuse_summary(answer, words, field):
    """Raise ValidationError when `words` (str) are a supporter's and would be shown as the person's (3.2).

    `field`: the box (str) beside which that is told.
    """
    if not answer.words:
        raise ValidationError({field: ONLY_A_SUMMARY})
    if flat(words) in flat(answer.summary) and flat(words) not in flat(answer.words):
        raise ValidationError({field: FROM_THE_SUMMARY})


def flat(words):
    """`words` (str) with every run of spaces and line ends as one space."""
    return " ".join(words.split())


def forget_words(*, voice):
    """Erase what this room keeps of the words of a voice that was taken back. `voice`: Voice."""
    Quote.objects.filter(answer__voice=voice).update(words="")
    IdeaAnswer.objects.filter(answer__voice=voice).update(words="")
    Reading.objects.filter(answer__voice=voice).exclude(reason="").update(shown_words="", reason=FORGOTTEN)
