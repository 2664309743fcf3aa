"""A number or an amount: read as people type it, checked against its limits, and said in words (Q13: any format)."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError

from engagement.polls.models import DIGITS, PLACES, Question

Unit = Question.Unit

NO_NUMBER = "Type a number here, such as 12. Or press Skip."
ONE_NUMBER = "Type 1 number only, such as 12."
OTHER_UNIT = "Type the number of {unit} here."
WHOLE = "Type a whole number, such as 12."
TOO_SMALL = "This number is too small. The least is {least}."
TOO_BIG = "This number is too big. The most is {most}."
WRONG_PENCE = "Type pounds and pence like this: 12.50."

MOST_SIGNS = 200  # nobody needs more to give a number
MOST = Decimal(10 ** (DIGITS - PLACES)) - 1
WHOLE_UNITS = (Unit.PEOPLE, Unit.TIMES)  # there is no half of these
ONES = {Unit.HOURS: "hour", Unit.DAYS: "day", Unit.TIMES: "time", Unit.PEOPLE: "person"}
UNIT_WORDS = {
    Unit.POUNDS: {"pound", "pounds", "quid", "gbp", "p", "pence", "penny"},
    Unit.HOURS: {"hour", "hours", "h", "hr", "hrs"},
    Unit.DAYS: {"day", "days"},
    Unit.TIMES: {"time", "times", "x"},
    Unit.PEOPLE: {"person", "people", "persons"},
}
OTHER_WORDS = {"minute", "minutes", "min", "mins", "week", "weeks", "month", "months", "year", "years", "k", "m"}
PENCE = {"p", "pence", "penny"}
FIGURE = re.compile(r"-?(?:\d[\d ,']*)?(?:\.\d+|\d)")
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = [*SMALL.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS = {word: n for n, word in enumerate(SMALL)} | {word: 10 * n for n, word in enumerate(TENS, start=2)}
WHOLE_TENS = {str(10 * n) for n in range(2, 10)}
NUMBER_WORDS |= {"none": 0, "nothing": 0}


def checked_number(question, number, *, printed=False):
    """The number that was given to a `question` (Question) as a Decimal, or None when there is none.

    `number`: as people typed it (str), or an int or Decimal. `printed`: it was written on paper, where nobody could
    say that it is outside of the limits. Raises ValidationError with what to do (code number).
    """
    if number is None or not str(number).strip():
        return None
    if not question.takes_number:
        raise refusal(NO_NUMBER)
    value = read_number(str(number), question.unit)
    if not printed:
        check_limits(question, value)
    return value


def read_number(typed, unit=""):
    """The number in what was `typed` (str): "12", "£1,200", "12.50", "12 hours" or "twelve". `unit`: Question.Unit.

    Returns a Decimal with 2 places. Raises ValidationError (code number).
    """
    text = with_figures(typed.strip().lower().replace("−", "-").replace("\u00a0", " "))
    found = list(FIGURE.finditer(text)) if len(text) <= MOST_SIGNS else []
    if not found:
        raise refusal(NO_NUMBER)
    if len(found) > 1:
        raise refusal(ONE_NUMBER)
    word = re.match(r"[\s£]*([a-z]*)", text[found[0].end() :])[1]
    if unit and word in others_than(unit):
        raise refusal(OTHER_UNIT.format(unit=unit))
    value = as_decimal(found[0][0])
    if unit == Unit.POUNDS and word in PENCE:
        value /= 100
    if abs(value) > MOST:
        raise refusal(TOO_BIG.format(most=plain(MOST)))
    return value.quantize(Decimal("0.01"))


def with_figures(text):
    """A `text` (str) with its number words as figures: "twenty five hours" is "25 hours". Returns str."""
    if re.search(r"\d", text):
        return text
    words = []
    for word in re.findall(r"[^\s-]+", text):
        value = NUMBER_WORDS.get(word)
        if value is None:
            words.append(word)
        elif words and words[-1] in WHOLE_TENS and 0 < value < 10:
            words[-1] = str(int(words[-1]) + value)
        else:
            words.append(str(value))
    return " ".join(words)


def others_than(unit):
    """The words of every unit but `unit` (Question.Unit). Returns a set of str."""
    return OTHER_WORDS.union(*(words for other, words in UNIT_WORDS.items() if other != unit))


def as_decimal(figure):
    """A `figure` (str) with its thousands marked by commas, spaces or signs, as a Decimal."""
    figure = figure.replace(" ", "").replace("'", "")
    if re.fullmatch(r"-?\d+,\d{1,2}", figure):  # many people in Europe write 12,50
        figure = figure.replace(",", ".")
    value = Decimal(figure.replace(",", ""))
    if -value.as_tuple().exponent > PLACES:
        raise refusal(WRONG_PENCE)
    return value


def check_limits(question, value):
    """Raise ValidationError unless a `value` (Decimal) is one that a `question` (Question) takes."""
    if question.unit in WHOLE_UNITS and value != value.to_integral_value():
        raise refusal(WHOLE)
    least = question.least or 0  # hours, days, pounds and people begin at 0
    if value < least:
        raise refusal(TOO_SMALL.format(least=amount_in_words(least, question.unit)))
    if question.most is not None and value > question.most:
        raise refusal(TOO_BIG.format(most=amount_in_words(question.most, question.unit)))


def limits_in_words(question):
    """What is said of the limits of a number before anybody types one: a list of Easy Read sentences."""
    told = [(question.least, "The least is {}."), (question.most, "The most is {}.")]
    return [sentence.format(amount_in_words(limit, question.unit)) for limit, sentence in told if limit is not None]


def amount_in_words(number, unit=""):
    """A `number` (Decimal) as people read it: "£1,200", "£12.50", "1 hour", "2.5 days", "8". Returns str.

    Money is exact (N2). `unit`: Question.Unit or "".
    """
    if unit == Unit.POUNDS:
        pence = "" if number == int(number) else f".{abs(number) % 1 * 100:02.0f}"
        return f"{'-' if number < 0 else ''}£{abs(int(number)):,}{pence}"
    word = ONES.get(unit, unit) if number == 1 else unit
    return f"{plain(number)} {word}".strip()


def plain(number):
    """A `number` (Decimal) without needless noughts, its thousands marked: "1,200", "2.5". Returns str."""
    text = f"{number:,.2f}"
    return text.rstrip("0").rstrip(".")


def typed_again(number):
    """A stored `number` (Decimal or None) as it stands in the box again: "12.50", "1200", "". Returns str."""
    if number is None:
        return ""
    return f"{number:.0f}" if number == int(number) else f"{number:.2f}"


def refusal(sentence):
    """A ValidationError beside the box of the number."""
    return ValidationError(sentence, code="number")
