"""What a paper form asks: the questions as they stand today, and the rest, frozen for one printing.

One list of plain values, which the form, the page to type it in and the check all read. Each asked thing is a dict:
`key` (question's id, or "who", "place" …), `kind` (one, either, several, words, order, sort, number), `text`, `help`,
`picture` (id or None), `options` (list of dict: `value`, `text`, `picture`, `meaning`), and of a number its `unit`.
Boxes are numbered by their place, from 1; what stands in place of an order, piles or an amount has a letter (arranged).
"""

import hashlib
import json

from easyread.blocks import lines

from ..about import HELPED, NOT_SAY, PLACES, WHO, WHOSE
from ..amounts import limits_in_words
from ..models import Answer, Consent
from ..pressed import INSTEAD
from .arranged import ARRANGED

State = Answer.State
QUESTION = "question:"
CHOICE = "choice:"
AGREE = "agree:"
AGREES_TO = [
    (Consent.Kind.PUBLISH, "May we show your words to other people?", "Yes, you may show my words"),
    (Consent.Kind.PICTURE, "Did you draw something? May we show it?", "Yes, you may show my drawing"),
    (Consent.Kind.CONTACT, "May we contact you through the person who gave you this form?", "Yes, you may contact me"),
]


def asked_of(round, *, is_numbered):
    """All that a form of a `round` (RoundPage) asks today. Returns a list of dict, as the module says.

    `is_numbered`: whether somebody gives it out, who can be asked to contact the person.
    """
    # Ideas come while a form lies on a table, so nobody picks on paper: with a worker, or with the card.
    questions = [question for question in round.question_rows.asked().ready_to_show() if not question.picks_ideas]
    kinds = AGREES_TO if is_numbered else AGREES_TO[:-1]
    return [*map(question_asked, questions), *about_asked(), *(agreement_asked(*each) for each in kinds)]


def question_asked(question):
    """One Question with its choices, "I am not sure" and "I do not want to say" as the screen has them."""
    options = [option(f"{CHOICE}{row.pk}", row.text, row.picture_id, row.meaning) for row in question.choices.all()]
    options += [option(state, INSTEAD[state], None, state) for state in instead_of(question)]
    help = lines(question.help) + (limits_in_words(question) if question.takes_number else [])
    row = asked(f"{QUESTION}{question.pk}", kind_of(question), question.text, help, options, question.picture_id)
    return row | ({"unit": str(question.unit)} if question.takes_number else {})


def kind_of(question):
    """How a Question is asked on paper. Returns str."""
    if question.kind in ("either", *ARRANGED):
        return str(question.kind)
    return "several" if question.takes_many else "one" if question.has_choices else "words"


def instead_of(question):
    """What may be ticked in place of an answer to a Question, as a list of Answer.State."""
    not_said = [State.NOT_SAID] if question.sensitive else []
    has_own = question.has_choices and question.kind not in ARRANGED
    return not_said if has_own else [State.NOT_SURE, *not_said]


def about_asked():
    """What people may tell about themselves, as a list of dict; all of it may be left empty."""
    places = [(name, name) for name in PLACES]
    helped = [pair for pair in HELPED if pair[0] != NOT_SAY]
    rows = [
        ("who", "several", "Who are you?", ["You can choose more than 1."], WHO),
        ("place", "one", "Where in Kent do you live?", [], places),
        ("helped", "one", "Did someone help you?", ["It is fine to have help."], helped),
        ("whose", "one", "Whose words are they?", [], WHOSE),
    ]
    return [
        asked(key, kind, text, help, [option(str(value), label) for value, label in options])
        for key, kind, text, help, options in rows
    ]


def agreement_asked(kind, text, yes):
    """One thing that a person may agree to. `kind`: Consent.Kind; `yes`: what stands beside the box (str)."""
    return asked(f"{AGREE}{kind}", "one", text, [], [option("yes", yes)])


def asked(key, kind, text, help, options, picture=None):
    """One thing that is asked, as a dict."""
    return {"key": key, "kind": kind, "text": text, "help": help, "picture": picture, "options": options}


def option(value, text, picture=None, meaning=""):
    """One box, as a dict."""
    return {"value": str(value), "text": text, "picture": picture, "meaning": str(meaning)}


def digest_of(rows):
    """A hash of what is asked (list of dict), the same for the same words, order, pictures and ids. Returns str."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def is_question(row):
    """Whether an asked thing (dict) is a question of the round, and not about the person. Returns bool."""
    return row["key"].startswith(QUESTION)


def question_id(row):
    """The id of the Question of an asked thing (dict). Returns int."""
    return int(row["key"].removeprefix(QUESTION))
