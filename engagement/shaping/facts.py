"""The sentences of blocks that hold facts: a day, a number or a phone number that changed is a change of the draft."""

from datetime import date

from easyread.blocks import lines
from easyread.dates import full_date


def dates(value):
    """Each day in full and what happens on it. `value`: raw data (dict). Returns a list of str."""
    return [words for row in _rows(value, "dates") for words in (_day(row.get("day")), *lines(row.get("words")))]


def money(value):
    """What it costs and what each £10 is for. `value`: raw data (dict). Returns a list of str."""
    shares = [f"£{row['pounds']} of each £10 is for {row['words']}." for row in _rows(value, "shares")]
    return lines(value.get("words")) + shares


def counts(value):
    """The numbers with what they count. `value`: raw data (dict). Returns a list of str."""
    return lines(value.get("words")) + [f"{row['number']:,} {row['words']}" for row in _rows(value, "counts")]


def quote(value):
    """The words of a person. `value`: raw data (dict). Returns a list of str."""
    return lines(value.get("words"))


def who_to_ask(value):
    """Who it is and how to reach them. `value`: raw data (dict). Returns a list of str."""
    ways = [value.get(name) for name in ("phone", "email", "address")]
    return [value.get("name") or "", *lines(value.get("words")), *filter(None, ways)]


def _rows(value, name):
    """The values of a list block's raw data (dict)."""
    return [row.get("value", row) for row in value.get(name) or []]


def _day(raw):
    return full_date(date.fromisoformat(str(raw))) if raw else ""


def video(value):
    """What the film tells, its title first. `value`: raw data (dict). Returns a list of str."""
    return [value.get("title") or "", *lines(value.get("words"))]


FACTS = {"dates": dates, "money": money, "counts": counts, "quote": quote, "who_to_ask": who_to_ask, "video": video}
