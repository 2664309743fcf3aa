"""Working days in England, by which everything that people tell us is read."""

from datetime import date, timedelta

import pytest

from engagement.proposals.working_days import (
    bank_holidays,
    easter_sunday,
    is_working_day,
    late_since,
    read_by,
    working_days_after,
)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    ],
)
def test_the_bank_holidays_are_those_of_gov_uk(year, days):
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{day}") for day in days}


def test_easter_is_right_for_100_years():
    """Always a Sunday from 22 March to 25 April; some years by hand."""
    for year in range(2000, 2100):
        day = easter_sunday(year)
        assert day.weekday() == 6 and date(year, 3, 22) <= day <= date(year, 4, 25)
    assert (easter_sunday(2008), easter_sunday(2038)) == (date(2008, 3, 23), date(2038, 4, 25))


@pytest.mark.parametrize(
    ("said", "by"),
    [
        (date(2027, 3, 1), date(2027, 3, 8)),  # Monday
        (date(2027, 3, 5), date(2027, 3, 12)),  # Friday
        (date(2027, 3, 6), date(2027, 3, 12)),  # Saturday
        (date(2027, 3, 25), date(2027, 4, 5)),  # the day before Good Friday
        (date(2026, 12, 24), date(2027, 1, 5)),  # over Christmas, Boxing Day given on Monday, and New Year
    ],
)
def test_five_working_days(said, by):
    assert read_by(said) == by


def test_what_is_late_is_exactly_what_had_to_be_read_before_today():
    """For each day of 3 years: what was said on or before the day is late, what was said after it is not."""
    today = date(2026, 1, 1)
    while today < date(2029, 1, 1):
        last = late_since(today)
        assert read_by(last) < today <= read_by(last + timedelta(days=1))
        today += timedelta(days=1)


def test_a_working_day_later_is_always_a_working_day():
    for days in range(400):
        day = date(2026, 10, 1) + timedelta(days=days)
        later = working_days_after(day, 1)
        assert is_working_day(later) and later > day
