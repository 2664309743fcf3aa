"""Working days in England: not Saturdays, Sundays or bank holidays. Pure functions.

Bank holidays follow from the Banking and Financial Dealings Act 1971 (schedule 1), the proclamations of New Year's Day
and the first Monday in May, and Easter. One that falls on a weekend is on the next working day. A day that the King
gives once, such as a coronation, stands in ONCE; gov.uk/bank-holidays lists them.
"""

from datetime import date, timedelta
from functools import cache

READ_WITHIN = 5  # working days in which everything that people tell us is read
ONCE = frozenset({date(2023, 5, 8)})  # bank holidays of one year alone
DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5


def easter_sunday(year):
    """Easter Sunday of a `year` (int), by the Gregorian rule as J. Meeus wrote it. Returns date."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year):
    """The bank holidays of England in a `year` (int), as a frozenset of date."""
    easter = easter_sunday(year)
    days = {easter - 2 * DAY, easter + DAY}
    days |= {first_monday(date(year, 5, 1)), first_monday(date(year, 5, 25)), first_monday(date(year, 8, 25))}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() >= SATURDAY or fixed in days:
            fixed += DAY
        days.add(fixed)
    return frozenset(days | {day for day in ONCE if day.year == year})


def first_monday(day):
    """The first Monday on or after a `day` (date)."""
    return day + (MONDAY - day.weekday()) % 7 * DAY


def is_working_day(day):
    """Whether people in offices in England work on a `day` (date). Returns bool."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days_after(day, count):
    """The working day that is `count` (int) working days after a `day` (date), which does not count itself."""
    while count:
        day += DAY
        count -= is_working_day(day)
    return day


def read_by(day):
    """The last day on which what was said on a `day` (date) is read in time."""
    return working_days_after(day, READ_WITHIN)


def late_since(today):
    """The newest day (date) of which what was said then is late on `today` (date), if nobody has read it yet."""
    day = today - DAY
    while read_by(day) >= today:
        day -= DAY
    return day
