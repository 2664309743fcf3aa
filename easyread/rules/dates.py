"""Dates and times: N4 and N5 date_format. A full date is "Thursday 4 March 2027".

A typed date is read the British way: day, month, year. It cannot know that a date is the right one,
but it does know when the day of the week and the date do not go together.
"""

import re
from datetime import date

from .problems import ERROR, HINT, WARNING, problem
from .spans import Spans
from .word_sets import in_order

MONTHS = in_order("January February March April May June July August September October November December")
DAYS = in_order("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTH = "|".join(MONTHS) + "|" + "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_DAY = "|".join(DAYS) + "|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
FIGURES = re.compile(
    r"(?<![\w/.-])(?:(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?![\w/-]|\.\d)"
)
WORDS = re.compile(
    rf"\b(?:(?P<weekday>{_DAY})\.?,?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?:\s+of)?\s+"
    rf"(?P<month>{_MONTH})\b(?:\.?,?\s+(?P<year>\d{{4}}))?(?!\w)"
)
MONTH_FIRST = re.compile(
    rf"\b(?:(?P<weekday>{_DAY})\.?,?\s+)?(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?"
    r"(?:,?\s+(?P<year>\d{4}))?(?![\w%])"
)
CLOCK = re.compile(r"(?<![\w:.,£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:])(?!\s?[ap]\.?m)", re.I)
WRONG_DAY = "This day and this date do not go together."
IN_FULL = "Write the date in full with the day of the week."


def date_format(sentence):
    """N4: an error for 4/3/27 or a wrong weekday, a warning or hint for a date not in full. N5: times."""
    if not any(sign.isdigit() for sign in sentence.text):
        return
    for match in FIGURES.finditer(sentence.text):
        yield _found(sentence, match, ERROR, IN_FULL, _in_full(*_numbers(match)))
    day_first = list(WORDS.finditer(sentence.text))
    taken = Spans(match.span() for match in day_first)
    for match in day_first:
        yield from _written(sentence, match)
    for match in MONTH_FIRST.finditer(sentence.text):
        if match.start("month") not in taken and match.start("day") not in taken:
            yield from _written(sentence, match, month_first=True)
    for match in CLOCK.finditer(sentence.text):
        message = "Write the time with am or pm."
        yield problem(sentence, match.start(), match.end(), "N5 date_format", WARNING, message, _time(match))


def _written(sentence, match, month_first=False):
    """N4: the problem of a date with a month in words, if it has one."""
    year = int(match["year"]) if match["year"] else None
    month = 1 + [name[:3] for name in MONTHS].index(match["month"][:3])
    full = _in_full(year, month, int(match["day"])) if year else ""
    if full and match["weekday"] and match["weekday"][:3] != full[:3]:
        yield _found(sentence, match, ERROR, WRONG_DAY, full)
    elif match.group() != full and (year or month_first or _is_short(match)):
        yield _found(sentence, match, WARNING, IN_FULL, full)
    elif not year:
        yield _found(sentence, match, HINT, "Write the year and the day of the week too.", full)


def _is_short(match):
    """Whether a month or a day is cut short, or the day has "th" after it."""
    weekday = match["weekday"]
    return bool(match["th"]) or match["month"] not in MONTHS or bool(weekday and weekday not in DAYS)


def _numbers(match):
    """Year, month and day of a date in figures."""
    if match["iso"]:
        return tuple(int(part) for part in match["iso"].split("-"))
    year = int(match["year"])
    return year + 2000 if year < 100 else year, int(match["month"]), int(match["day"])


def _in_full(year, month, day):
    """A date as Easy Read writes it, or "" when there is no such day."""
    try:
        when = date(year, month, day)
    except ValueError:
        return ""
    return f"{DAYS[when.weekday()]} {day} {MONTHS[month - 1]} {year}"


def _time(match):
    """A time such as 14:00 as 2pm."""
    hour, minute = int(match["hour"]), match["minute"]
    half = "am" if hour < 12 else "pm"
    rest = "" if minute == "00" else ":" + minute
    return f"{hour % 12 or 12}{rest}{half}"


def _found(sentence, match, level, message, suggestion):
    return problem(sentence, match.start(), match.end(), "N4 date_format", level, message, suggestion)
