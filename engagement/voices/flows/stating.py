"""What a group said in words: each statement by itself, whose words it is, and how many agreed (3.4)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from easyread.signals import content_changed

from ..hands import MORE_AGREED, MOST_STATEMENTS, NO_WHOSE
from ..models import Answer, Statement
from ..models.voices import Provenance
from ..said import ENDED, MOST_WORDS, NO_WORDS, TOO_LONG, clean_words
from .grouping import note_correction, open_session

NOT_THEIRS = (Provenance.SUMMARY, Provenance.OBSERVED)  # a worker's words: kept apart from people's (3.2)
TOO_MANY = "There are many statements here. Please put some of them together."


@transaction.atomic
def add_statement(*, session, by, question, words, provenance, token, agreed=None, now=None):
    """Write down one thing that the group said to a `question` (Question).

    `provenance`: whose words (a Provenance); a summary, or what was seen, is kept apart from people's words. `agreed`:
    how many agreed (int), None when nobody counted. `token`: UUID of the page; the same one again writes nothing.
    Returns the Statement, or after sending the Answer. Raises PermissionDenied; ValidationError.
    """
    session, words, now = open_session(session, by, now), clean_words(words), now or timezone.now()
    rows = session.voice.answers if session.is_sent else session.statements
    if there := rows.filter(public_id=token).first():
        return there
    refuse_statement(session, question, words, provenance, agreed)
    if rows.filter(question=question).count() >= MOST_STATEMENTS:
        raise ValidationError(TOO_MANY, code="words")
    told = {"question": question, "provenance": provenance, "agreed": agreed, "public_id": token}
    told |= {"summary": words} if provenance in NOT_THEIRS else {"words": words}
    if not session.is_sent:
        return Statement.objects.create(session=session, **told)
    told["held_out"] = session.voice.answers.filter(question=question, held_out=True).exists()
    number = next_number(session.voice, question)
    answer = Answer.objects.create(voice=session.voice, state="answered", given_at=now, statement=number, **told)
    content_changed.send(sender=Answer)
    note_correction(session, by, now)
    return answer


@transaction.atomic
def remove_statement(*, session, by, public_id, now=None):
    """Take away one statement; after sending the row stays and no longer counts. Returns bool: whether it was there."""
    session = open_session(session, by, now)
    if not session.is_sent:
        return bool(session.statements.filter(public_id=public_id).delete()[0])
    gone = session.voice.answers.filter(public_id=public_id, statement__gte=1, is_current=True)
    done = bool(gone.update(is_current=False))
    if done:
        content_changed.send(sender=Answer)
        note_correction(session, by, now)
    return done


def refuse_statement(session, question, words, provenance, agreed):
    """Raise ValidationError for a statement that says nothing, says not whose it is, or holds too many who agreed."""
    if question.ended_at or question.round_id != session.round.pk:
        raise ValidationError(ENDED, code="ended")
    if not words:
        raise ValidationError(NO_WORDS.split(" Or")[0], code="words")
    if len(words) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="words")
    if provenance not in Provenance.values:
        raise ValidationError(NO_WHOSE, code="whose")
    if agreed is not None and not 0 <= agreed <= session.present:
        raise ValidationError(MORE_AGREED, code="agreed")


def next_number(voice, question):
    """The number of the next statement of a `voice` (Voice) to a question. Returns int, 1 for the first."""
    return (voice.answers.filter(question=question).aggregate(n=Max("statement"))["n"] or 0) + 1
