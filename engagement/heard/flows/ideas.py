"""Making ideas out of what people said: a person puts alike answers together, and can undo each step."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.proposals.models import RoundPage
from engagement.voices.models import Answer, AnswerChoice

from ..models import Idea, IdeaAnswer
from ..permissions import check_may_read
from ..reports import unread
from .reading import HELD_OUT
from .theming import NOT_READ, OTHER_ROUND, check_not_public

NEEDS_TITLE = "Write the idea in 1 short sentence."
NEEDS_WORDS = "Tick the words that say this idea first."
NO_IDEAS_HERE = "Only a round of the kind “What matters?” has ideas."
WAS_PICKED = "Somebody has picked this idea. Its words must stay as they were."
WAS_SHOWN = "Everybody could see this idea. It must stay. You can take it down with a reason."


@transaction.atomic
def make_idea(*, round, by, title, answers, plain="", picture=None):
    """Make an idea of a round from answers that say alike. Nobody but staff sees it before `show_idea`.

    `round`: RoundPage; `by`: User; `title`, `plain`: str, in Easy Read; `answers`: of Answer, at least one that was
    read; `picture`: Picture or None. Returns the Idea. Raises PermissionDenied, or ValidationError and keeps nothing.
    """
    check_may_read(by)
    check_has_ideas(round)
    answers = list(answers)
    if not answers:
        raise ValidationError(NEEDS_WORDS)
    idea = Idea(round=round, number=next_number(round), plain=plain.strip(), picture=picture, made_by=by)
    name_idea(idea, title)
    idea.save()
    log(instance=idea, action="heard.idea_made", user=by)
    add_to_idea(idea=idea, answers=answers, by=by)
    return idea


@transaction.atomic
def change_idea(*, idea, by, title, plain="", picture=None):
    """Write an idea's words anew: until somebody picked it, as the words of a vote stand from its first vote on (6.2).

    Returns the Idea. Raises PermissionDenied, ValidationError.
    """
    check_may_read(by)
    check_not_public(idea.round)
    if is_picked(idea):
        raise ValidationError(WAS_PICKED)
    name_idea(idea, title)
    idea.plain, idea.picture = plain.strip(), picture
    idea.save()
    write_choice(idea)
    log(instance=idea, action="heard.idea_changed", user=by)
    return idea


@transaction.atomic
def add_to_idea(*, idea, answers, by):
    """Put read answers of its round behind an idea; those behind it stay. Returns how many are new (int).

    `answers`: of Answer.
    """
    check_may_read(by)
    check_has_ideas(idea.round)
    ids = {answer.pk for answer in answers}
    if any(answer.voice.round_id != idea.round_id for answer in answers):
        raise ValidationError(OTHER_ROUND)
    if Answer.objects.filter(pk__in=ids, held_out=True).exists():
        raise ValidationError(HELD_OUT)
    if unread(idea.round).filter(pk__in=ids).exists():
        raise ValidationError(NOT_READ)
    new = ids - set(idea.idea_answers.filter(answer__in=ids).values_list("answer", flat=True))
    IdeaAnswer.objects.bulk_create(IdeaAnswer(idea=idea, answer_id=pk, added_by=by) for pk in sorted(new))
    tell(idea, "heard.idea_words_added", by, len(new))
    return len(new)


@transaction.atomic
def remove_from_idea(*, idea, answers, by):
    """Take answers, with the words shown of them, out of an idea again. Returns how many went. `answers`: of Answer."""
    check_may_read(by)
    check_not_public(idea.round)
    count, _ = idea.idea_answers.filter(answer__in=answers).delete()
    tell(idea, "heard.idea_words_removed", by, count)
    return count


@transaction.atomic
def remove_idea(*, idea, by):
    """Remove an idea that only staff saw; what people said stays. Raises ValidationError once it was shown."""
    check_may_read(by)
    if idea.shown_at:
        raise ValidationError(WAS_SHOWN)
    log(instance=idea, action="heard.idea_removed", user=by)
    idea.delete()


def check_has_ideas(round):
    """Raises ValidationError for a round (RoundPage) of another kind, and while what was heard in it is published."""
    if round.kind != round.Kind.WHAT_MATTERS:
        raise ValidationError(NO_IDEAS_HERE)
    check_not_public(round)


def next_number(round):
    """The number of the next idea of a `round` (RoundPage), which is held so that two at once get two numbers. Int."""
    RoundPage.objects.select_for_update(of=("self",)).only("pk").get(pk=round.pk)
    return (round.ideas.aggregate(last=Max("number"))["last"] or 0) + 1


def name_idea(idea, title):
    """Give an `idea` (Idea) its sentence. Raises ValidationError without one."""
    idea.title = " ".join(title.split())
    if not idea.title:
        raise ValidationError({"title": NEEDS_TITLE})


def is_picked(idea):
    """Whether somebody has picked an `idea` (Idea), now or before they changed it. Returns bool."""
    return bool(idea.choice_id) and AnswerChoice.objects.filter(choice=idea.choice_id).exists()


def write_choice(idea):
    """Make what people pick say what its `idea` (Idea) says."""
    if idea.choice_id:
        choice = idea.choice
        choice.text, choice.picture = idea.title, idea.picture
        choice.save(update_fields=["text", "picture"])


def tell(idea, action, by, count):
    """Write in the history how many answers of an `idea` (Idea) were put in or taken out, and make kept pages old."""
    log(instance=idea, action=action, user=by, data={"count": count})
    content_changed.send(sender=Idea)
