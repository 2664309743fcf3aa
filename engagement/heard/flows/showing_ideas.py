"""Showing ideas to everybody, taking them down, and putting alike ones together."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.polls.models import Choice, Question
from engagement.record.flows import append
from engagement.voices.permissions import has_closed

from ..ideas import behind
from ..models import Idea
from ..permissions import check_may_read
from .ideas import check_has_ideas, write_choice
from .publishing import NEEDS_REASON

NO_PICK_QUESTION = "This round has no question of the kind “Pick 3 ideas”. Add it to the page first."
NOBODY_SAYS_IT = "Nobody stands behind this idea now. So it cannot be shown."
IS_SHOWN = "This idea is shown already."
IS_NOT_SHOWN = "This idea is not shown."
SAME_IDEA = "Choose another idea."
HAS_CLOSED = "The round has closed. Ideas stay as they were when people picked."
IS_KEPT = "Other ideas are together with this one. Put those apart first."
GONE_TEXT = "An idea that is not here any more"
WE_LOOK_AGAIN = "We are looking at this idea again."
ALL_TOOK_IT_BACK = "The people who said this took it back."


@transaction.atomic
def show_idea(*, idea, by, at=None):
    """Show an idea to everybody: from now on people can read and pick it. Also one that was taken down by mistake.

    `idea`: Idea; `by`: User; `at`: datetime, for the made-up programme. Returns the Idea. Raises PermissionDenied;
    ValidationError when nobody stands behind it or its round has no question where people pick ideas.
    """
    check_may_read(by)
    check_has_ideas(idea.round)
    hold(idea)
    if idea.shown_at and not idea.taken_down_at:
        raise ValidationError(IS_SHOWN)
    if not behind(idea).exists():
        raise ValidationError(NOBODY_SAYS_IT)
    bring_out(idea, at)
    log(instance=idea, action="heard.idea_shown", user=by)
    return idea


def bring_out(idea, at=None):
    """Put an `idea` (Idea) on its pages, for the first time or again. `at`: datetime."""
    idea.choice = idea.choice or new_choice(idea)
    idea.shown_at = idea.shown_at or at or timezone.now()
    idea.taken_down_at, idea.reason = None, ""
    idea.save()
    Choice.objects.filter(pk=idea.choice_id).update(ended_at=None)
    write_choice(idea)
    put_on_record(idea, "idea.shown", at)


@transaction.atomic
def take_down_idea(*, idea, by, reason, at=None):
    """Take an idea down at once, with a public reason. Who picked it stays counted. Returns the Idea."""
    check_may_read(by)
    hold(idea)
    if not idea.shown_at or idea.taken_down_at:
        raise ValidationError(IS_NOT_SHOWN)
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    end_idea(idea, reason.strip(), at)
    log(instance=idea, action="heard.idea_taken_down", user=by)
    return idea


@transaction.atomic
def put_together(*, idea, with_idea, by, at=None):
    """Tell an idea together with another one that says alike; who picked one of them, or both, counts once.

    `idea` is told on the page of `with_idea` (Idea) from now on. Nothing is moved, so `put_apart` undoes all of it.
    `at`: datetime, for the made-up programme. Returns the Idea. Raises PermissionDenied; ValidationError, also when
    the round has closed: then counts stand.
    """
    check_may_read(by)
    check_has_ideas(idea.round)
    hold(idea)
    hold(with_idea)
    refuse_pair(idea, with_idea, timezone.localdate(at) if at else None)
    tell_with(idea, with_idea.choice_id)
    log(instance=idea, action="heard.idea_put_together", user=by)
    put_on_record(idea, "idea.put_together", at)
    return idea


@transaction.atomic
def put_apart(*, idea, by):
    """Tell an idea by itself again, as before it was put together with another. Returns the Idea."""
    check_may_read(by)
    check_has_ideas(idea.round)
    if has_closed(idea.round):
        raise ValidationError(HAS_CLOSED)
    tell_with(idea, None)
    log(instance=idea, action="heard.idea_put_apart", user=by)
    put_on_record(idea, "idea.put_apart")
    return idea


def tell_with(idea, choice):
    """Let what people pick of an `idea` (Idea) count with another `choice` (its id), or by itself (None)."""
    Choice.objects.filter(pk=idea.choice_id).update(together_with=choice)
    idea.choice.refresh_from_db(fields=["together_with"])
    content_changed.send(sender=Idea)


def refuse_pair(idea, other, day=None):
    """Raise ValidationError unless an idea may be told together with the `other` (both Idea) on a `day` (date)."""
    if has_closed(idea.round, day):
        raise ValidationError(HAS_CLOSED)
    if idea.pk == other.pk or idea.round_id != other.round_id:
        raise ValidationError(SAME_IDEA)
    if not (idea.is_shown and other.is_shown):
        raise ValidationError(IS_NOT_SHOWN)
    if idea.choice.alike.exists():
        raise ValidationError(IS_KEPT)


def drop_ideas_of(voice):
    """What becomes of ideas when a `voice` (Voice) was taken back: one that nobody says any more goes (SEAMS.md).

    One that only staff saw is removed; one that was shown is taken down, and its page says why.
    """
    touched = Idea.objects.filter(answers__voice=voice).select_related("choice", "round").distinct()
    for idea in touched.filter(taken_down_at=None):
        if behind(idea).exists():
            continue
        if idea.shown_at:
            end_idea(idea, ALL_TOOK_IT_BACK)
        else:
            idea.delete()


def hold_ideas_of(voice):
    """What becomes of ideas when words of a `voice` (Voice) are held out for somebody's safety, or come back (3.6).

    One behind which nothing else stands goes from every page, with a reason that tells nothing, and comes back with it.
    """
    touched = Idea.objects.filter(answers__voice=voice).ever_shown().select_related("choice", "round").distinct()
    for idea in touched:
        stands = behind(idea).exists()
        if not stands and not idea.taken_down_at:
            end_idea(idea, WE_LOOK_AGAIN)
        elif stands and idea.taken_down_at and idea.reason == WE_LOOK_AGAIN:
            bring_out(idea)


def end_idea(idea, reason, at=None):
    """Take an `idea` (Idea) off every page; its row, its number and its picks stay. `reason`: str."""
    idea.taken_down_at, idea.reason = at or timezone.now(), reason
    idea.save()
    Choice.objects.filter(pk=idea.choice_id).update(ended_at=idea.taken_down_at, text=GONE_TEXT, picture=None)
    put_on_record(idea, "idea.taken_down", at)


def new_choice(idea):
    """What people pick when they pick an `idea` (Idea): a new Choice. Raises ValidationError without a question."""
    asked = Question.objects.filter(round=idea.round_id, kind=Question.Kind.PICK).order_by("ended_at", "pk")
    question = asked.filter(Q(ended_at=None)).first()
    if question is None:
        raise ValidationError(NO_PICK_QUESTION)
    values = {"text": idea.title, "picture": idea.picture, "sort_order": idea.number}
    return Choice.objects.create(question=question, public_id=idea.public_id, **values)


def hold(idea):
    """Read from the database how an `idea` (Idea) stands, and hold it, so that pressing twice at once is seen."""
    names = ["shown_at", "taken_down_at", "reason", "choice"]
    idea.refresh_from_db(fields=names, from_queryset=Idea.objects.select_for_update(of=("self",)))


def put_on_record(idea, fact, at=None):
    """Put on the public record that an `idea` (Idea) was shown, taken down, or put together. `fact`: str."""
    day = timezone.localdate(at) if at else None
    data = {"number": idea.number, "round": str(idea.round.public_id)}
    append(fact=fact, subject=idea.public_id, data=data, day=day, example=idea.round.is_example)
