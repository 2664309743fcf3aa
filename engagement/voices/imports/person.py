"""What a row says besides answers: the day, whose words, who and where the person is, agreements, easy or hard.

Each function takes a Row, says in it what is wrong, and never guesses.
"""

from ..about import WHO
from ..models import EaseCount
from ..models.voices import Speaking
from ..permissions import was_open_on
from .columns import NOT_A_DAY, NOT_OPEN, plain, read_day
from .known import EASE_WORDS, NO, PLACE_WORDS, WHO_WORDS, WHOSE, YES, parts_of

WHOSE_UNKNOWN = "We do not know whose words these are."
NO_WHOSE = "It does not say whose words these are."
WHO_UNKNOWN = "We do not know who this is."
PLACE_UNKNOWN = "We do not know this place."
YES_OR_NO = "Write yes or no."
EASE_UNKNOWN = "Write: it was easy, some of it was hard, or it was hard."


def day_of(row, *, round, whole):
    """The day when the person answered (date), or None when it is wrong. `whole`: the day of the whole file (str)."""
    day = read_day(row.cell("date") or whole)
    if day is None or not was_open_on(round, day):
        row.say(row.place_of("date"), NOT_A_DAY if day is None else NOT_OPEN)
    return day


def provenance_of(row, *, whole):
    """Whose words they are: a Provenance value. `whole`: that of the whole file, where no column says it."""
    place = row.place_of("provenance")
    if place is None:
        return whole
    said = plain(row.cell("provenance"))
    if found := WHOSE.get(said):
        return found
    row.say(place, WHOSE_UNKNOWN if said else NO_WHOSE)
    return ""


def who_of(row, places):
    """Who the person is: a list of Speaking values, from one column or several at `places` (list of int)."""
    found = []
    for place in places:
        for part in parts_of(row.exactly(place), WHO_WORDS):
            if (value := WHO_WORDS.get(plain(part))) is None:
                row.say(place, WHO_UNKNOWN)
            elif value != Speaking.NOT_SAID:
                found.append(str(value))
    return [str(value) for value, _ in WHO if str(value) in found]


def place_of(row):
    """Where the person lives, one of PLACES, or ""."""
    return known_word(row, "place", PLACE_WORDS, PLACE_UNKNOWN)


def ease_of(row):
    """How easy the person found it, an EaseCount.How, or ""."""
    found = known_word(row, "ease", EASE_WORDS, EASE_UNKNOWN)
    return EaseCount.How(found) if found else ""


def known_word(row, target, known, sentence):
    """What the column with a `target` (str) says, by `known` (dict of str to value); "" for an empty cell."""
    said = row.cell(target)
    found = known.get(plain(said), "")
    if said and not found:
        row.say(row.place_of(target), sentence)
    return found


def agrees(row, kind):
    """Whether the person agrees to one thing (Consent.Kind), said by a yes. Anything else but a no is wrong."""
    said = plain(row.cell(f"consent:{kind}"))
    if said not in YES and said not in NO:
        row.say(row.place_of(f"consent:{kind}"), YES_OR_NO)
    return said in YES
