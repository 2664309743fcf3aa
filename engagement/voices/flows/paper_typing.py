"""Typing in a paper form: kept as it is typed, and then one voice, once (3.5)."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from wagtail.log_actions import log

from easyread.dates import full_date
from engagement.polls.models import Choice, Question

from ..models import Consent, PaperCopy, Voice
from ..paper.asking import choice_ids, is_question, question_id
from ..paper.meaning import about_of, agreed_of, ease_of, said_of, same, standing
from ..paper.permissions import check_may_print, check_within_reach
from ..paper.typed import instead, read
from ..said import WITHOUT_ANSWER
from .ease import say_ease
from .giving import Said, give_voice
from .paper_printing import add_copies

TWICE = "Form {number} was typed in on {day}. One form counts once. Put it with the forms that are finished."
EMPTY_FORM = "This form has no answer, so there is nothing to count. Put it with the empty forms."
CHANGED_VOTE = "A vote was changed after this form was printed. Please ask the Programme Management Unit."
TOO_EARLY = "Choose the day on which the form came. It cannot be in the future."
ON_PAPER = "ticked on a paper form"


@transaction.atomic
def number_form(*, batch, by, organisation=None):
    """Give a number to a form that somebody printed themselves, when it comes back. Returns the PaperCopy.

    `batch`: PaperBatch with a code; `organisation`: Body of the worker, None for the Unit. Raises PermissionDenied.
    """
    check_may_print(by, organisation)
    (copy,) = add_copies(batch, 1, organisation)
    return copy


@transaction.atomic
def keep_typed(*, copy, by, typed):
    """Keep what is typed so far. `typed`: dict key → str. Nothing of a form that is a voice already."""
    check_within_reach(copy, by)
    keys = {row["key"] for row in copy.batch.asked}
    kept = {key: text for key, text in typed.items() if key in keys and text.strip()}
    PaperCopy.objects.filter(pk=copy.pk, voice=None).update(typed=kept, typed_by=by, typed_at=timezone.now())


@transaction.atomic
def type_in(*, copy, by, typed, came_on, now=None):
    """Make a voice of a paper form; the same form always gives one.

    `copy`: PaperCopy; `by`: User; `typed`: dict key → str; `came_on`: date on which the form came back. Returns the
    Voice. Raises PermissionDenied; ValidationError with a sentence for each box (a dict), or with the code "twice" for
    a form that was typed in before, "empty" or "not_open".
    """
    check_within_reach(copy, by)
    copy = PaperCopy.objects.select_for_update(of=("self",)).select_related("batch", "round").get(pk=copy.pk)
    givens = read_all(copy.batch.asked, typed)
    if copy.voice_id:
        return same_again(copy, by, givens)
    refuse_empty(copy.batch.asked, givens)
    voice = make_voice(copy, by, givens, moment_of(came_on, now or timezone.now()))
    PaperCopy.objects.filter(pk=copy.pk).update(
        voice=voice, typed={}, typed_by=by, typed_at=now or timezone.now(), came_on=came_on
    )
    if ease := ease_of(givens):
        say_ease(voice=voice, how=ease)
    log(instance=voice, action="voices.typed_in", user=by)
    return voice


def read_all(asked, typed):
    """What was typed for all that was asked. Returns a dict key → Given. Raises ValidationError with a dict."""
    givens, wrong = {}, {}
    for row in asked:
        try:
            givens[row["key"]] = read(row, typed.get(row["key"], ""))
        except ValidationError as error:
            wrong[row["key"]] = error
    if wrong:
        raise ValidationError(wrong)
    return givens


def same_again(copy, by, givens):
    """The voice of a form that is one already, when the same person sends the same again: a double press."""
    if copy.typed_by_id == by.pk:
        there = standing(copy.voice, copy.batch.asked)
        if all(same(key, there[key], given) for key, given in givens.items()):
            return copy.voice
    raise twice(copy)


def twice(copy):
    """Why a form that is a voice already is not typed in anew: a ValidationError that says what to do."""
    day = full_date(timezone.localdate(copy.typed_at))
    return ValidationError(TWICE.format(number=copy.number, day=day), code="twice")


def refuse_empty(asked, givens):
    """Raise ValidationError for a form without an answer to any question."""
    answered = (instead(givens[row["key"]]) not in WITHOUT_ANSWER for row in asked if is_question(row))
    if not any(answered):
        raise ValidationError(EMPTY_FORM, code="empty")


def moment_of(came_on, now):
    """When a form that came on a day (date) was given: noon of that day, or now. Raises ValidationError."""
    if came_on > timezone.localdate(now):
        raise ValidationError(TOO_EARLY, code="came_on")
    return min(timezone.make_aware(datetime.combine(came_on, time(12))), now)


def make_voice(copy, by, givens, given_at):
    """Store the voice of a form, with what the person agreed to. Returns the Voice."""
    about = about_of(givens)
    try:
        voice = give_voice(
            round=copy.round,
            said=said_all(copy.batch.asked, givens),
            about=about,
            given_at=given_at,
            channel=Voice.Channel.PAPER,
            entered_by=by,
            is_example=copy.round.is_example,
        )
    except ValidationError as error:
        raise (
            ValidationError(CHANGED_VOTE, code="changed") if getattr(error, "code", "") == "changed" else error
        ) from None
    Consent.objects.bulk_create(
        Consent(voice=voice, kind=kind, how=ON_PAPER, given_at=given_at) for kind in agreed_of(givens)
    )
    return voice


def said_all(asked, givens):
    """Every question of a form as a Said, in the order of the paper. Returns a list."""
    rows = [row for row in asked if is_question(row)]
    # Only what the paper shows: of ideas to pick there may be 5,000.
    printed = Prefetch("choices", Choice.objects.filter(pk__in=choice_ids(rows)).order_by("sort_order", "pk"))
    questions = Question.objects.select_related("poll").prefetch_related(printed).in_bulk(map(question_id, rows))
    return [Said(**said_of(row, givens[row["key"]], questions[question_id(row)])) for row in rows]
