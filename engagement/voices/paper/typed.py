"""What a typist types for one asked thing, and what it means. Pure functions: docs/paper.md has the rules as a table.

A number is the box with that number; what is put in order, sorted or an amount is read by `arranged`. After a slash
come the words that stand beside the boxes. B is a box or line that was left blank, X is what nobody can read. Where
people write, what is typed is their words; a number alone is a box.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from engagement.polls.models import MOST_PICKS

from ..models import Answer
from ..pressed import INSTEAD
from ..said import MOST_WORDS, TOO_LONG, clean_words
from .arranged import ARRANGED, LETTERS, NUMBER, amount, arranged, arranged_in_words, instead_typed, typed_arranged
from .asking import is_question
from .ideas import PICK

State = Answer.State
MARKS = {"B": State.BLANK, "X": State.UNREADABLE}
ONE_COUNTS = ("one", "either", "words", "number")
NOTHING = "Type a number, B for blank, or X for “could not read”."
NO_WORDS_TYPED = "Type the words, B for blank, or X for “could not read”."
NO_SUCH_BOX = "There is no box with this number. Look at the numbers next to the boxes."
ONE_BOX = "Only 1 box counts here. Did the person tick more? Then type X."
THREE_AT_MOST = f"Only {MOST_PICKS} ideas count here. Did the person tick more? Then type X."
BOTH_TICKED = "You typed “I do not want to say” and an answer too. Type X, if the person ticked both."


@dataclass(frozen=True)
class Given:
    """What one asked thing got: the values of its ticked boxes, words, or a state in place of both."""

    values: tuple = ()
    words: str = ""
    state: str = ""

    @property
    def plain(self):
        """It without what two typists may do in two ways: capitals and spaces. For comparing."""
        return (tuple(sorted(self.values)), " ".join(self.words.casefold().split()), str(self.state))


def read(row, typed):
    """What was `typed` (str) for an asked thing (dict, see asking). Returns a Given. Raises ValidationError."""
    text = clean_words(typed).strip()
    if len(text) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="typed")
    if not text and is_question(row):
        raise ValidationError(NO_WORDS_TYPED if row["kind"] == "words" else NOTHING, code="typed")
    if not text or text.upper() in MARKS:
        return Given(state=MARKS.get(text.upper(), "")) if is_question(row) else Given()
    if row["kind"] in ARRANGED:
        return read_arranged(row, text)
    boxes, words = parts_of(row, text)
    return checked(row, Given(values=tuple(row["options"][box - 1]["value"] for box in boxes), words=words))


def read_arranged(row, text):
    """What was typed (str) for things in order, things that are sorted, or an amount. Returns a Given."""
    told, _, words = text.partition("/")
    words = words.strip()
    if state := instead_typed(row, told):
        return checked(row, Given(values=(state,), words=words))
    read_it = amount if row["kind"] == NUMBER else arranged
    values = read_it(row, told) if told.strip() and told.strip().upper() not in MARKS else ()
    return checked(row, Given(values=values, words=words))


def parts_of(row, text):
    """The numbers of the boxes in `text` (str) and the words. Returns (list of int, str)."""
    if row["kind"] == "words":
        first, _, rest = text.partition("\n")
        is_box = first.strip().isdecimal() and 1 <= int(first) <= len(row["options"])
        return ([int(first)], rest.strip()) if is_box else ([], text)
    numbers, _, words = text.partition("/")
    return numbers_of(row, "" if numbers.strip().upper() in MARKS else numbers), words.strip()


def numbers_of(row, text):
    """The numbers of boxes in `text` (str): 1 3, 1,3 or, with fewer than 10 boxes, 13. Returns a list of int."""
    many = row["kind"] in ("several", PICK) and len(row["options"]) < 10
    found = re.findall(r"\d", text) if many else re.findall(r"\d+", text)
    if re.sub(r"[\d\s,.+]", "", text) or any(not 1 <= int(each) <= len(row["options"]) for each in found):
        raise ValidationError(NO_SUCH_BOX, code="typed")
    return sorted({int(each) for each in found})


def checked(row, given):
    """The same Given. Raises ValidationError when it says two things at once, or nothing."""
    if row["kind"] in ONE_COUNTS and len(given.values) > 1:
        raise ValidationError(ONE_BOX, code="typed")
    if row["kind"] == PICK and len(given.values) > MOST_PICKS:
        raise ValidationError(THREE_AT_MOST, code="typed")
    if State.NOT_SAID in given.values and (given.words or len(given.values) > 1):
        raise ValidationError(BOTH_TICKED, code="typed")
    if not given.values and not given.words:
        raise ValidationError(NOTHING, code="typed")
    return given


def shown(row, given):
    """A Given as it is typed, so that it can stand in its box again. Returns str."""
    mark = next((key for key, state in MARKS.items() if state == given.state), "")
    if row["kind"] in ARRANGED and not mark:
        return shown_arranged(row, given)
    numbers = [str(place) for place, box in enumerate(row["options"], start=1) if box["value"] in given.values]
    if mark or row["kind"] == "words":
        return mark or "\n".join([*numbers, *([given.words] if given.words else [])])
    return " ".join(numbers) + (f"/{given.words}" if given.words else "")


def shown_arranged(row, given):
    """A Given of things in order, piles or an amount as it is typed. Returns str."""
    letter = next((LETTERS[value] for value in given.values if value in LETTERS), "")
    return (letter or typed_arranged(row, given.values)) + (f"/{given.words}" if given.words else "")


def in_words(row, given):
    """A Given as lines that people read: the boxes' words and the words written. Returns a list of str."""
    if given.state:
        return [State(given.state).label]
    told = [box["text"] for box in row["options"] if box["value"] in given.values]
    if row["kind"] in ARRANGED and not told:
        told = arranged_in_words(row, given.values)
    return [*told, *([given.words] if given.words else [])] or ["Left empty"]


def instead(given):
    """The Answer.State that a ticked box stands for, or "". `given`: Given."""
    return given.state or next((state for state in INSTEAD if state in given.values), "")
