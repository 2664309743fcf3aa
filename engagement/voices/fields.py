"""The fields of one question, as voices/fields.html prints them; several questions may stand on one page."""

from dataclasses import dataclass, field, replace

from easyread.reading import ready
from engagement.polls.models import Question

from .amounts import limits_in_words, typed_again
from .models import Answer, AnswerChoice
from .picking import chosen_of, picking_of
from .pressed import AGAIN, ICONS, INSTEAD, turned

State = Answer.State
Pile = AnswerChoice.Pile
INSTEAD_ICONS = {State.NOT_SURE: "not-sure", State.NOT_SAID: "not-say"}
PILES = [
    (Pile.LIKE, "I like it", "thumb-up"),
    (Pile.NOT_SURE, "I am not sure", "not-sure"),
    (Pile.DISLIKE, "I do not like it", "thumb-down"),
]
ASKED_APART = (Question.Kind.WORDS, Question.Kind.NUMBER, Question.Kind.ORDER, Question.Kind.SORT)
# The id of the first field of a kind; of the others it is "choice-1".
FIRST_FIELDS = {Question.Kind.WORDS: "words", Question.Kind.NUMBER: "number", Question.Kind.SORT: "choice-1-1"}


@dataclass
class Filled:
    """What stands in the fields of one question.

    `chosen`: values (list of str) in their order. `piles`: dict of a choice's public id (str) to Pile. `put`: the
    thing that was pressed just now (str), which gets the focus again.
    """

    chosen: list = field(default_factory=list)
    words: str = ""
    number: str = ""
    piles: dict = field(default_factory=dict)
    put: str = ""


def pressed_fields(pressed):
    """What was `pressed` (Pressed) and typed, for the same page again. Returns a Filled."""
    piles = {str(choice.public_id): pile for choice, pile in pressed.put_piles.items()}
    return Filled(pressed.values, pressed.words, pressed.number, piles, pressed.put)


def stored_fields(question, row):
    """What a DraftAnswer `row` of a `question` (Question) holds; `row` may be None. Returns a Filled."""
    if row is None:
        return Filled()
    choices = chosen_of(question, row.choice_ids)
    chosen = [str(choice.public_id) for choice in choices if str(choice.pk) not in row.piles]
    piles = {str(choice.public_id): row.piles[str(choice.pk)] for choice in choices if str(choice.pk) in row.piles}
    return Filled(chosen or instead_of(row, piles), row.words, typed_again(row.number), piles)


def sent_fields(question, answer):
    """What an Answer of a `question` (Question) says, but never a vote (DESIGN.md 6.9). Returns a Filled.

    `answer`: with its `chosen` and their choices; may be None.
    """
    if answer is None:
        return Filled()
    if hasattr(question, "poll"):
        return Filled(words=answer.words)
    rows = sorted(answer.chosen.all(), key=lambda row: (row.place or 0, row.pk))
    chosen = [str(row.choice.public_id) for row in rows if not row.pile]
    piles = {str(row.choice.public_id): row.pile for row in rows if row.pile}
    return Filled(chosen or instead_of(answer, piles), answer.words, typed_again(answer.number), piles)


def instead_of(row, piles):
    """What was pressed in place of an answer: a list with its value, or an empty one. `row`: Answer or DraftAnswer."""
    return [] if piles or row.state not in INSTEAD else [str(row.state)]


def fields_of(question, *, key, filled, words_of, request, prefix="", error=None):
    """All that voices/fields.html prints of one question. Returns a dict.

    `key`: the draft's (str), which turns the choices. `filled`: Filled. `words_of`: gives the words of a row in the
    version that is read. `prefix`: what names and ids begin with. `error`: ValidationError or None.
    """
    ready([question.picture, *(choice.picture for choice in question.choices.all())])
    text, at = error.messages[0] if error else "", field_of(error, question)
    filled = replace(filled, put="") if error else filled  # then the mistake is told first
    things = things_of(question, key=key, filled=filled, words_of=words_of, prefix=prefix)
    return {
        "question": question,
        "prefix": prefix,
        "level": 2 if prefix else 1,
        "legend": words_of(question),
        "options": options_of(question, key=key, chosen=filled.chosen, words_of=words_of),
        "picking": picking_of(question, key=key, picked=set(filled.chosen), request=request, words_of=words_of),
        "things": things,
        "in_order": sorted((thing for thing in things if thing["place"]), key=lambda thing: thing["place"]),
        "has_sorted": bool(filled.piles),
        "limits": limits_in_words(question) if question.takes_number else [],
        "amount": filled.number,
        "words": filled.words,
        "choice_error": text if at.startswith("choice") else "",
        "number_error": text if at == "number" else "",
        "words_error": text if at == "words" else "",
        "errors": [{"id": f"{prefix}{at}", "text": text}] if error else [],
    }


def field_of(error, question):
    """Beside which field of a `question` an `error` (ValidationError or None) stands: its id without prefix (str)."""
    if error is not None and error.code in ("words", "summary", "number"):
        return error.code
    return FIRST_FIELDS.get(question.kind, "choice-1")


def options_of(question, *, key, chosen, words_of):
    """The rows of choices on a question's page, for components/choices.html. Returns a list of dict.

    `chosen`: the values that are chosen (str). Where people put in order, sort or type, only what stands in place of
    an answer is a row here.
    """
    is_apart = question.kind in ASKED_APART
    options = [] if is_apart else [choice_option(choice, words_of) for choice in turned(question, key)]
    states = [State.NOT_SAID] if question.sensitive else []
    if is_apart:
        states = [State.NOT_SURE, *states]
    options += [instead_option(state) for state in states]
    return [{**option, "checked": option["value"] in chosen} for option in options]


def choice_option(choice, words_of):
    """One choice as a row: value, label, picture or icon, and meaning."""
    icon = "" if choice.picture else ICONS.get(choice.meaning, "")
    is_face = choice.question.kind == Question.Kind.FACES
    return {
        "value": str(choice.public_id),
        "label": words_of(choice),
        "picture": None if is_face else choice.picture,
        "icon": "" if is_face else icon,
        "meaning": choice.meaning,
    }


def instead_option(state):
    """ "I am not sure" or "I do not want to say" as a row."""
    meaning = "not_say" if state == State.NOT_SAID else "not_sure"
    return {"value": str(state), "label": INSTEAD[state], "icon": INSTEAD_ICONS[state], "meaning": meaning}


def things_of(question, *, key, filled, words_of, prefix=""):
    """The things to put in order or to sort, for components/order.html and sort.html. Returns a list of dict.

    Each has value, label, picture, `focus` (bool), and its `place` (int or None) or its `piles` (rows of value, label,
    icon, checked).
    """
    if question.kind not in (Question.Kind.ORDER, Question.Kind.SORT):
        return []
    things = []
    for choice in turned(question, key):
        value = str(choice.public_id)
        thing = {"value": value, "label": words_of(choice), "picture": choice.picture, "name": f"{prefix}pile-{value}"}
        thing["place"] = filled.chosen.index(value) + 1 if value in filled.chosen else None
        thing["focus"] = value == filled.put
        thing["piles"] = piles_of(filled.piles.get(value, "")) if question.sorts else []
        things.append(thing)
    return things


def piles_of(chosen):
    """The three rows under one thing that is sorted (Q7). `chosen`: Pile or "". Returns a list of dict."""
    return [
        {"value": str(pile), "label": label, "icon": icon, "checked": pile == chosen} for pile, label, icon in PILES
    ]


def anchor_of(question, key, put, prefix=""):
    """The id (str) of the thing on which `put` (str) was pressed, so that the page comes back there; "" for none."""
    if put == AGAIN:
        return f"{prefix}{FIRST_FIELDS.get(question.kind, 'choice-1')}"
    values = [str(choice.public_id) for choice in turned(question, key)]
    return f"{prefix}choice-{values.index(put) + 1}" if put in values else ""
