"""What a paper form asks: the questions as they stand today, and the rest, frozen for one printing.

One list of plain values, which the form, the page to type it in and the check all read. Each asked thing is a dict:
`key` (question's id, or "who", "place" …), `kind` (one, either, several, pick, words, order, sort, number), `text`,
`help`, `picture` (id or None), `options` (list of dict: `value`, `text`, `picture`, `meaning`), and of a number its
`unit`.
Boxes are numbered by their place, from 1; what stands in place of an order, piles or an amount has a letter (arranged).
"""

import hashlib
import json

from easyread.blocks import lines

from ..about import HELPED, NOT_SAY, PLACES, WHO, WHOSE
from ..amounts import limits_in_words
from ..models import Answer, Consent, EaseCount
from ..pressed import INSTEAD
from .arranged import ARRANGED
from .ideas import PICK, ideas_on, words_about

State = Answer.State
QUESTION = "question:"
CHOICE = "choice:"
AGREE = "agree:"
EASE = "ease"  # whether the form was easy: counted, and kept with nobody's answers
FACES = {EaseCount.How.EASY: "good", EaseCount.How.SOME: "ok", EaseCount.How.HARD: "bad"}
AGREES_TO = [
    (Consent.Kind.PUBLISH, "May we show your words to other people?", "Yes, you may show my words"),
    (Consent.Kind.PICTURE, "Did you draw something? May we show it?", "Yes, you may show my drawing"),
    (Consent.Kind.CONTACT, "May we contact you through the person who gave you this form?", "Yes, you may contact me"),
]


def asked_of(round, *, is_numbered, shuffled_by=""):
    """All that a form of a `round` (RoundPage) asks today. Returns a list of dict, as the module says.

    `is_numbered`: whether somebody gives it out, who can be asked to contact the person. `shuffled_by`: what makes the
    order of ideas to pick (str); nothing shows the first ones first.
    """
    questions = round.question_rows.asked().ready_to_show()
    rows = [pick_asked(row, shuffled_by) if row.picks_ideas else question_asked(row) for row in questions]
    kinds = AGREES_TO if is_numbered else AGREES_TO[:-1]
    # A pick among no ideas yet is left out: there would be nothing to tick.
    asked_rows = [row for row in rows if row["kind"] != PICK or row["options"]]
    return [*asked_rows, *about_asked(), *(agreement_asked(*each) for each in kinds), ease_asked()]


def question_asked(question):
    """One Question with its choices, "I am not sure" and "I do not want to say" as the screen has them."""
    options = [of_choice(row) for row in question.choices.all()]
    options += [option(state, INSTEAD[state], None, state) for state in instead_of(question)]
    help = lines(question.help) + (limits_in_words(question) if question.takes_number else [])
    row = asked(f"{QUESTION}{question.pk}", kind_of(question), question.text, help, options, question.picture_id)
    return row | ({"unit": str(question.unit)} if question.takes_number else {})


def pick_asked(question, shuffled_by):
    """One Question in which people pick ideas, with those that the form has room for."""
    ideas, there = ideas_on(question, shuffled_by=shuffled_by)
    row = question_asked(question)
    return row | {
        "help": [*row["help"], *words_about(len(ideas), there)],
        "options": [*map(of_choice, ideas), *row["options"]] if ideas else [],
    }


def of_choice(choice):
    """The box of a Choice, as a dict."""
    return option(f"{CHOICE}{choice.pk}", choice.text, choice.picture_id, choice.meaning)


def kind_of(question):
    """How a Question is asked on paper. Returns str."""
    if question.kind in ("either", PICK, *ARRANGED):
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


def ease_asked():
    """Whether it was easy or hard, as a dict: the same words and faces as after sending on a screen."""
    options = [option(how, how.label, None, FACES[how]) for how in EaseCount.How]
    return asked(EASE, "one", "Was this form easy or hard?", [], options)


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


def choice_ids(rows):
    """The ids of the choices that asked things (list of dict) show. Returns a list of int."""
    values = (box["value"] for row in rows for box in row["options"])
    return [int(value.removeprefix(CHOICE)) for value in values if value.startswith(CHOICE)]
