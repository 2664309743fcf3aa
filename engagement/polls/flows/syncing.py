"""Keeping questions and polls in step with what was published, and freezing a poll at its first vote."""

from django.db import transaction
from django.utils import timezone

from easyread.reading import pictures_of
from easyread.signals import content_changed

from ..blocks_read import IDEAS, as_uuid, choice_values, question_values
from ..models import Choice, Poll, Question
from ..wordings import wording_of_block

FIXED_ONCE_ANSWERED = ("kind", "unit", "least", "most")
WORDED = ("text", "standard_text", "help", "picture", "opposite")  # what an answered question keeps
MAY_MOVE_WHEN_FROZEN = ("sort_order", "ended_at")


@transaction.atomic
def sync_questions(*, round):
    """Make the question rows of a `round` (RoundPage) the same as its blocks (SEAMS.md, Questions).

    Rows are found by their block's id, so they hold over drafts, publishing twice, roll-back and copying. A question
    that was taken out is ended; one that is put back is un-ended. A poll with votes keeps its words, choices and
    pictures whatever the page says. Returns the list of Question rows that are asked, in order.
    """
    rows = {row.public_id: row for row in round.question_rows.select_related("poll").prefetch_related("choices")}
    pictures = pictures_of(*IDEAS.values())
    asked = [sync_question(round, rows, block, place, pictures) for place, block in enumerate(round.questions)]
    end_all_but(round.question_rows, [question.pk for question in asked])
    content_changed.send(sender=Question)
    return asked


@transaction.atomic(savepoint=False)  # it is called at every first vote, inside the voice's own transaction (F3)
def freeze(*, poll, at=None):
    """Keep a copy of a poll's words, choices and pictures as they are now; from here on they cannot change.

    `poll`: Poll. `at`: datetime of its first vote. A poll that is frozen already stays as it was. Returns bool: whether
    this call froze it.
    """
    if poll.frozen_at:
        return False
    poll.frozen_at, poll.frozen = at or timezone.now(), frozen_copy(poll.question)
    unfrozen = Poll.objects.filter(pk=poll.pk, frozen_at=None)
    return bool(unfrozen.update(frozen_at=poll.frozen_at, frozen=poll.frozen))


def sync_question(round, rows, block, place, pictures):
    """Make one question's row the same as its block. `rows`: dict of UUID to Question. Returns the Question."""
    key, values = as_uuid(block.id), question_values(block, place)
    question = rows.get(key)
    if question and is_frozen(question):
        return save_only(question, values, MAY_MOVE_WHEN_FROZEN)
    if question and question.answers.exists():
        return sync_answered(question, values, block, pictures)
    question, _ = Question.objects.update_or_create(round=round, public_id=key, defaults=values)
    sync_choices(question, block, pictures)
    sync_poll(question, block.value["poll"])
    return question


def sync_answered(question, values, block, pictures):
    """Make an answered question's row the same as its block, as far as it may still change: its place and its ways.

    Its words, choices and pictures stay, whatever the page says, unless two members of staff agreed on exactly these.
    Its kind and its limits, and whether it is a vote, never change.
    """
    values = {name: value for name, value in values.items() if name not in FIXED_ONCE_ANSWERED}
    if question.kind == block.value["kind"] and is_agreed(question, wording_of_block(block)):
        save_only(question, values, values)
        sync_choices(question, block, pictures, answered=True)
        return question
    return save_only(question, values, [name for name in values if name not in WORDED])


def is_agreed(question, wording):
    """Whether two members of staff agreed last that a `question` (Question) has this `wording` (dict). Returns bool."""
    last = question.corrections.made().last()
    return last is not None and last.later == wording


def save_only(question, values, names):
    """Save those of a question's `values` (dict) that are in `names`. Returns the Question."""
    for name in names:
        setattr(question, name, values[name])
    question.save(update_fields=list(names))
    return question


def sync_choices(question, block, pictures, *, answered=False):
    """Make a question's choice rows the same as its block's; those taken out are ended. Ideas are not of the page.

    `answered`: people chose among the rows that are there, so a choice that the product learned since is not added.
    """
    if question.picks_ideas:
        return
    kept, known = [], set(question.choices.values_list("public_id", flat=True)) if answered else None
    for key, values in choice_values(block, pictures):
        if answered and key not in known:
            continue
        choice, _ = Choice.objects.update_or_create(question=question, public_id=key, defaults=values)
        kept.append(choice.pk)
    end_all_but(question.choices, kept)


def sync_poll(question, promise):
    """Make a question a poll with `promise` (str), or not a poll when it is empty. Only before anybody answered."""
    if promise:
        Poll.objects.update_or_create(question=question, defaults={"promise": promise})
    else:
        Poll.objects.filter(question=question, frozen_at=None).delete()


def end_all_but(rows, kept):
    """End the `rows` (related manager) that are not ended and whose key is not in `kept` (list of int)."""
    rows.filter(ended_at=None).exclude(pk__in=kept).update(ended_at=timezone.now())


def is_frozen(question):
    """Whether a question is a poll in which somebody has voted. Returns bool."""
    return bool(getattr(question, "poll", None) and question.poll.frozen_at)


def frozen_copy(question):
    """A question as people saw it at the first vote: words, choices and pictures. Returns a dict for JSON."""
    choices = list(question.choices.filter(ended_at=None).select_related("picture", "question__picture"))
    question = choices[0].question if choices else question  # the same row, with its picture from the same query
    return words_and_picture(question) | {"help": question.help, "choices": [words_and_picture(c) for c in choices]}


def words_and_picture(row):
    """The words and the picture of a Question or Choice. Returns a dict for JSON."""
    picture = row.picture
    return {
        "id": row.pk,
        "public_id": str(row.public_id),
        "text": row.text,
        "standard_text": row.standard_text,
        "picture": picture and {"id": picture.pk, "file": picture.file.name, "hash": picture.file_hash},
    }
