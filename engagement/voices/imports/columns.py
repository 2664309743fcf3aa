"""What a column of a spreadsheet can be, what it most likely is, and whether all that is needed is there."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date

from ..models import Consent, Voice
from ..models.voices import Provenance
from ..permissions import was_open_on
from .cells import text_of

WHOLE_CHANNELS = [
    (Voice.Channel.PAPER, "On paper"),
    (Voice.Channel.PHONE, "By phone"),
    (Voice.Channel.WORKER, "With an advocacy worker"),
    (Voice.Channel.ONLINE, "With another survey on the internet"),
]
ONCE = {
    "row_id": "The number of the form, or of the row",
    "provenance": "Whose words they are",
    "date": "The day when they answered",
    "place": "Where they live",
    "ease": "Easy or hard",
    f"consent:{Consent.Kind.PUBLISH}": "Yes or no: they agree that we show their words",
    f"consent:{Consent.Kind.CONTACT}": "Yes or no: they agree that we contact them",
}
OFTEN = {"who": "Who the person is"}
WORDS_FOR = {  # how other tools name such columns
    "row_id": ("id", "row id", "response id", "respondent id", "form", "form number", "number", "submission id"),
    "provenance": ("whose words", "provenance", "whose words are they"),
    "date": ("date", "day", "submitted", "end date", "completed", "date submitted", "timestamp"),
    "place": ("place", "district", "area", "where do you live"),
    "ease": ("easy or hard", "was this easy or hard", "was this form easy or hard", "ease"),
    "who": ("who", "who are you", "who is the person", "speaking"),
    f"consent:{Consent.Kind.PUBLISH}": ("publish", "show my words", "may we show your words"),
}
NO_QUESTION = "Choose a question for 1 column or more."
TWICE = "2 columns are the same thing: {}. Please choose only 1."
NO_PROVENANCE = "Say whose words they are: for the whole file, or by a column."
TWO_PROVENANCES = "You said whose words they are in 2 ways. Please choose 1 way."
NO_CHANNEL = "Say how the answers came."
NO_DATE = "Say on which day they answered: for the whole file, or by a column."
TWO_DATES = "You said the day in 2 ways. Please choose 1 way."
NOT_A_DAY = "This is not a day. Write the day, the month and the year."
NOT_OPEN = "People could not answer on this day. It was not open."
UNKNOWN = "Please choose again what this column is."


def shape_of(columns):
    """The shape of a file with these `columns` (list of str): 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(columns).encode()).hexdigest()


def plain(text):
    """A text as it is compared: small letters, single spaces, no sign at its end. Returns str."""
    return " ".join(str(text).casefold().split()).rstrip(" .?!:*")


def targets_for(questions):
    """All that a column can be, for a select: a list of (group, list of (value, label))."""
    groups = [("About the person or the form", [*ONCE.items(), *OFTEN.items()])]
    for number, question in enumerate(questions, start=1):
        name = f"Question {number}: {question.text}"
        words = [] if question.has_choices else [(f"s:{question.public_id}", "A supporter’s summary of it")]
        groups.append((name, [*whole_answer(question), *words, *of_each_choice(question)]))
    return groups


def whole_answer(question):
    """A column with a whole answer to a `question` (Question): a list of (value, label), empty where people sort."""
    if question.sorts:
        return []
    label = "The things in order, the best first" if question.puts_in_order else "The answer"
    label = "The numbers of the ideas" if question.picks_ideas else label
    return [(f"q:{question.public_id}", label)]


def of_each_choice(question):
    """A column for each choice of a `question` (Question), as a list of (value, label); none where they need none."""
    if question.sorts:
        label = "Like, not sure or do not like: {}"
    elif question.kind == question.Kind.SEVERAL:
        label = "Yes or no: {}"
    else:
        return []
    return [(f"c:{choice.public_id}", label.format(choice.text)) for choice in question.choices.all()]


def guessed(columns, questions, remembered):
    """What each column most likely is: dict of its place (str) to a target.

    `remembered`: dict of a column's name to its target, as the organisation said it last time in this round.
    """
    known = {plain(word): target for target, words in WORDS_FOR.items() for word in words}
    for question in questions:
        known |= names_of(question)
    found, taken = {}, set()
    for place, name in enumerate(columns):
        target = remembered.get(name, known.get(plain(name), ""))
        if target and (target not in taken or target in OFTEN):
            found[str(place)] = target
            taken.add(target)
    return found


def names_of(question):
    """How a column of a `question` (Question) may be named: dict of str to a target."""
    if question.sorts:
        asked = [(choice, text) for choice in question.choices.all() for text in (choice.text, choice.standard_text)]
        return {plain(text): f"c:{choice.public_id}" for choice, text in asked if text}
    return {plain(text): f"q:{question.public_id}" for text in (question.text, question.standard_text) if text}


def checked_mapping(mapping, columns, questions, round):
    """A mapping that is complete: dict with "columns" and "whole". Raises ValidationError with each thing missing."""
    allowed = {value for _, targets in targets_for(questions) for value, _ in targets}
    chosen = {str(place): mapping["columns"].get(str(place), "") for place in range(len(columns))}
    chosen = {place: target for place, target in chosen.items() if target}
    whole = {name: text_of(mapping["whole"].get(name)) for name in ("provenance", "channel", "date")}
    if not set(chosen.values()) <= allowed:
        raise ValidationError(UNKNOWN, code="columns")
    wrong = [*wrong_columns(list(chosen.values())), *wrong_whole(chosen, whole, round)]
    if wrong:
        raise ValidationError(wrong)
    return {"columns": chosen, "whole": whole}


def wrong_columns(targets):
    """What is wrong with the chosen `targets` (list of str), as a list of ValidationError."""
    labels = ONCE | {}
    again = {target for target in targets if target not in OFTEN and targets.count(target) > 1}
    wrong = [ValidationError(TWICE.format(labels.get(target, "a question")), code="columns") for target in again]
    if not any(target[:2] in ("q:", "c:", "s:") for target in targets):
        wrong.append(ValidationError(NO_QUESTION, code="columns"))
    return wrong


def wrong_whole(chosen, whole, round):
    """What is wrong with what is said of the whole file, as a list of ValidationError. No default ever blends (3.2)."""
    wrong = []
    for name, known, none, two in (
        ("provenance", whole["provenance"] in Provenance.values, NO_PROVENANCE, TWO_PROVENANCES),
        ("date", read_day(whole["date"]) is not None, NO_DATE, TWO_DATES),
    ):
        by_column = name in chosen.values()
        if by_column and whole[name]:
            wrong.append(ValidationError(two, code=name))
        elif not by_column and not known:
            wrong.append(ValidationError(NOT_A_DAY if whole[name] and name == "date" else none, code=name))
        elif name == "date" and not by_column and not was_open_on(round, read_day(whole["date"])):
            wrong.append(ValidationError(NOT_OPEN, code="date"))
    if whole["channel"] not in [value for value, _ in WHOLE_CHANNELS]:
        wrong.append(ValidationError(NO_CHANNEL, code="channel"))
    return wrong


def read_day(text):
    """A day as people and tools write it: 2027-03-04, 4/3/2027, 04.03.2027, with or without a time. A date or None."""
    text = text.strip().replace("T", " ").split(" ")[0]
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    if len(parts[0]) != 4:
        parts.reverse()
    if len(parts[0]) != 4:
        return None
    try:
        return parse_date("-".join([parts[0], parts[1].zfill(2), parts[2].zfill(2)]))
    except ValueError:
        return None
