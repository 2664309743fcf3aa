"""What may still be changed in a round's questions, and the kind words for what may not."""

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError

from .blocks_read import as_uuid, choice_values, number_values, question_values
from .flows import is_frozen
from .models import Question
from .wordings import seen, vars_of, wording_of_block, wording_of_row

FROZEN = (
    "People have voted here, so its words, choices and pictures cannot change. "
    "To ask something else, take this question out and add a new one."
)
ANSWERED = (
    "People have answered this question, so its kind cannot change. "
    "To ask in another way, take this question out and add a new one."
)
LOCKED = (
    "People have answered this question, so its words, choices and pictures stay. "
    "Does the new wording mean the same? Ask for it with “Correct its words” below: a second person must agree. "
    "To ask something else, take this question out and add a new one."
)
LONELY = "The opposite needs a yes-or-no question right before it, and must be one itself."
PICK_ELSEWHERE = "People pick ideas in a round of the kind “What matters?” only."
PICK_ONCE = "A round has 1 question of this kind at most."


def refuse_picks_elsewhere(form):
    """Add an error beside each question where people pick ideas, unless it is the one of a round *What matters?*."""
    blocks = form.cleaned_data.get("questions") or []
    places = [place for place, block in enumerate(blocks) if block.value["kind"] == Question.Kind.PICK]
    if form.cleaned_data.get("kind") != form.instance.Kind.WHAT_MATTERS:
        errors = dict.fromkeys(places, ValidationError(PICK_ELSEWHERE))
    else:
        errors = dict.fromkeys(places[1:], ValidationError(PICK_ONCE))
    if errors:
        form.add_error("questions", StreamBlockValidationError(block_errors=errors))


def refuse_lonely_opposites(form):
    """Add an error beside each question that asks the opposite of nothing (Q3)."""
    blocks = list(form.cleaned_data.get("questions") or [])
    errors = {
        place: ValidationError(LONELY)
        for place, block in enumerate(blocks)
        if block.value.get("opposite") and not is_pair(blocks[place - 1] if place else None, block)
    }
    if errors:
        form.add_error("questions", StreamBlockValidationError(block_errors=errors))


def is_pair(first, second):
    """Whether two question blocks can be each other's opposite: both are yes or no. Returns bool."""
    kinds = [block and block.value["kind"] for block in (first, second)]
    return kinds == [Question.Kind.YES_NO] * 2 and not first.value.get("opposite")


def refuse_changed_polls(form):
    """Add an error beside each question that people answered and that may not change so.

    `form`: the round's page form. Nothing is added for a round that nobody answered.
    """
    blocks = form.cleaned_data.get("questions")
    if not blocks or not form.instance.pk:
        return
    errors = {place: ValidationError(error) for place, error in changed_wrongly(form.instance, blocks)}
    if errors:
        form.add_error("questions", StreamBlockValidationError(block_errors=errors))


def changed_wrongly(round, blocks):
    """The questions that may not change as `blocks` (StreamValue) say. Yields (place, sentence)."""
    rows = {row.public_id: row for row in Question.objects.filter(round=round).ready_to_show()}
    for place, block in enumerate(blocks):
        row = rows.get(as_uuid(block.id)) if block.id else None
        if row and is_frozen(row) and not is_as_frozen(row, block):
            yield place, FROZEN
        elif row and not is_frozen(row) and (sentence := said_otherwise(row, block)) and row.answers.exists():
            yield place, sentence


def said_otherwise(row, block):
    """What stands in the way of a block when its question (Question `row`) was answered: a sentence, or ""."""
    if answered_otherwise(row, block):
        return ANSWERED
    same = wording_of_block(block) == wording_of_row(row) and bool(block.value.get("opposite")) == row.opposite
    return "" if same else LOCKED


def answered_otherwise(row, block):
    """Whether a block asks in another way than its row does: another kind, unit or limit, or now a vote or no vote."""
    promise = row.poll.promise if hasattr(row, "poll") else ""
    number = {name: getattr(row, name) for name in ("unit", "least", "most")}
    is_other = row.kind != block.value["kind"] or number != number_values(block.value)
    return is_other or promise != (block.value["poll"] or "")


def is_as_frozen(row, block):
    """Whether a block still says what a frozen poll (Question `row`) says. Its place in the round may differ."""
    return not answered_otherwise(row, block) and shown_of_block(row, block) == shown_of_row(row)


def shown_of_row(row):
    """What people see of a question, as a list that can be compared."""
    choices = [(choice.public_id, seen(vars_of(choice))) for choice in row.choices.all()]
    return [seen(vars_of(row)), row.help, row.sensitive, choices]


def shown_of_block(row, block):
    """The same of a block."""
    values = question_values(block, row.sort_order)
    choices = [(key, seen(choice)) for key, choice in choice_values(block, {})]
    return [seen(values), values["help"], values["sensitive"], choices]
