"""A number or an amount, as people type it (Q13: any format)."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from engagement.polls.models import Question
from engagement.voices.amounts import amount_in_words, checked_number, limits_in_words, read_number, typed_again

TYPED = [
    ("12", "", "12"),
    (" 12 ", "", "12"),
    ("£1,200", "pounds", "1200"),
    ("1,200.50", "pounds", "1200.50"),
    ("1 200", "pounds", "1200"),
    ("£12.5", "pounds", "12.50"),
    ("12,50", "pounds", "12.50"),
    ("50p", "pounds", "0.50"),
    ("£ 3 pounds", "pounds", "3"),
    ("12 hours", "hours", "12"),
    ("12h a week", "hours", "12"),
    ("about 12", "hours", "12"),
    ("half past 2 hours", "hours", "2"),
    ("twelve", "hours", "12"),
    ("Twenty five hours", "hours", "25"),
    ("twenty-five", "", "25"),
    ("none", "times", "0"),
    ("1 person", "people", "1"),
    (".5", "days", "0.5"),
    ("١٢", "", "12"),
]


@pytest.mark.parametrize("typed, unit, value", TYPED)
def test_any_format_is_read_q13(typed, unit, value):
    assert read_number(typed, unit) == Decimal(value)


@pytest.mark.parametrize(
    "typed, unit, told",
    [
        ("many", "", "Type a number here"),
        ("£", "pounds", "Type a number here"),
        ("2 or 3", "", "1 number only"),
        ("ten or twelve", "", "1 number only"),
        ("no idea", "hours", "Type a number here"),
        ("I do not know", "hours", "Type a number here"),
        ("2 days", "hours", "Type the number of hours here."),
        ("30 minutes", "hours", "Type the number of hours here."),
        ("1.200", "pounds", "pounds and pence"),
        ("9" * 11, "", "too big"),
        ("NaN", "", "Type a number here"),
        ("1" * 100_000, "", "Type a number here"),
        ("1e5", "", "1 number only"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do_q13(typed, unit, told):
    with pytest.raises(ValidationError) as error:
        read_number(typed, unit)
    assert told in error.value.messages[0] and error.value.code == "number"


@given(st.text(max_size=60), st.sampled_from(Question.Unit.values))
def test_nothing_that_is_typed_breaks_it(typed, unit):
    try:
        assert abs(read_number(typed, unit)) < 10**10
    except ValidationError as error:
        assert error.code == "number"


@given(st.decimals(0, 9_999_999_999, places=2), st.sampled_from(Question.Unit.values))
def test_what_we_say_of_a_number_reads_as_the_same_number(number, unit):
    assert read_number(amount_in_words(number, unit), unit) == number == read_number(typed_again(number), unit)


@pytest.mark.parametrize(
    "number, unit, words",
    [
        ("1200", "pounds", "£1,200"),
        ("12.5", "pounds", "£12.50"),
        ("1", "hours", "1 hour"),
        ("2.50", "days", "2.5 days"),
        ("1", "people", "1 person"),
        ("1", "times", "1 time"),
        ("8", "", "8"),
        ("0", "hours", "0 hours"),
        ("100", "", "100"),
    ],
)
def test_an_amount_in_words_n5(number, unit, words):
    assert amount_in_words(Decimal(number), unit) == words


def hours(**values):
    return Question(kind="number", unit="hours", **values)


def test_limits_are_said_beforehand():
    assert limits_in_words(hours(least=Decimal(1), most=Decimal(168))) == [
        "The least is 1 hour.",
        "The most is 168 hours.",
    ]
    assert limits_in_words(hours()) == []


@pytest.mark.parametrize("typed, told", [("0", "The least is 1 hour."), ("169", "The most is 168 hours.")])
def test_outside_of_the_limits(typed, told):
    question = hours(least=Decimal(1), most=Decimal(168))
    with pytest.raises(ValidationError, match=told):
        checked_number(question, typed)
    assert checked_number(question, typed, printed=True) == Decimal(typed)  # on paper nobody could say so
    assert checked_number(question, " ") is None


def test_there_is_no_half_person_and_nothing_below_nought():
    with pytest.raises(ValidationError, match="whole number"):
        checked_number(Question(kind="number", unit="people"), "1.5")
    with pytest.raises(ValidationError, match="The least is 0"):
        checked_number(hours(), "-3")
    assert checked_number(hours(least=Decimal(-5)), "-3") == -3
