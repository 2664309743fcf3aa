"""N1 number_word, N2 percentage, N3 roman_numeral, N4 and N5 date_format."""

import pytest

from easyread.rules import check
from easyread.rules.numbers import easy_share


@pytest.mark.parametrize(
    ("text", "words", "level", "suggestion"),
    [
        ("Bring two pens.", "two", "error", "2"),
        ("Twelve new people came.", "Twelve", "error", "12"),
        ("It costs twenty-five pounds.", "twenty-five", "error", "25"),
        ("We asked two hundred and fifty people.", "two hundred and fifty", "error", "250"),
        ("We asked three thousand people.", "three thousand", "error", "3,000"),
        ("We like the two of you.", "two", "hint", "2"),
        ("There were three.", "three", "hint", "3"),
        ("It takes one hour.", "one", "hint", "1"),
    ],
)
def test_N1_number_word_is_found(found, suggested, text, words, level, suggestion):
    assert found("number_word", text) == [(words, level)]
    assert suggested("number_word", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    [
        "One organisation helps.",
        "No one is left out.",
        "Choose this one.",
        "One of us will come.",
        "Watch Channel Four tonight.",
        "£2 million is a lot.",
        "Someone often waits.",
        "A two-year plan.",
        "Hundreds came.",
    ],
)
def test_N1_one_and_names_are_let_go(found, text):
    assert found("number_word", text) == []


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("About 25% came.", "25%", "1 in 4"),
        ("About 50 per cent came.", "50 per cent", "half"),
        ("About 30 percent came.", "30 percent", "3 in 10"),
        ("About 33.3% came.", "33.3%", ""),
        ("A big percentage came.", "percentage", ""),
        ("About 47% came.", "47%", ""),
    ],
)
def test_N2_percentage_is_an_error(found, suggested, text, words, suggestion):
    assert found("percentage", text) == [(words, "error")]
    assert suggested("percentage", text) == [suggestion]


@pytest.mark.parametrize("text", ["We asked 12,500 people.", "We asked 25000 people.", "The score is 3.7 now."])
def test_N2_a_very_big_number_or_a_decimal_is_a_hint(found, text):
    assert [level for _, level in found("percentage", text)] == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        "1 in 4 people came.",
        "It costs £12,500 in 2027.",
        "It costs 12,500 pounds.",
        "Phone 01622 123456 or 03000 41 41 41.",
        "Come at 2.30pm.",
        "Ring 999. We asked 1,000 people.",
        "Go to www.example.org/a%20b now.",
    ],
)
def test_N2_money_years_and_phone_numbers_are_let_go(found, text):
    assert found("percentage", text) == []


@pytest.mark.parametrize(
    ("number", "share"), [("20", "1 in 5"), ("75", "3 in 4"), ("90", "9 in 10"), ("100", "all"), ("7", ""), (None, "")]
)
def test_N2_easy_shares(number, share):
    assert easy_share(number) == share


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Read Part IV now.", "IV", "4"),
        ("King Henry VIII was big.", "VIII", "8"),
        ("World War II ended.", "II", "2"),
        ("Read Part V now.", "V", "5"),
        ("Read Appendix XIX.", "XIX", "19"),
        ("Choose (ii) here.", "ii", "2"),
    ],
)
def test_N3_roman_numeral_is_an_error(found, suggested, text, words, suggestion):
    assert found("roman_numeral", text) == [(words, "error")]
    assert suggested("roman_numeral", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    ["I am here.", "In the first part I said no.", "Send us your CV.", "Plan V is new.", "Mark it with an X.", "I I I"],
)
def test_N3_the_word_I_and_single_letters_are_let_go(found, text):
    assert found("roman_numeral", text) == []


@pytest.mark.parametrize(
    ("text", "words", "level", "suggestion"),
    [
        ("Come on 4/3/27.", "4/3/27", "error", "Thursday 4 March 2027"),
        ("Come on 04.03.2027.", "04.03.2027", "error", "Thursday 4 March 2027"),
        ("Come on 2027-03-04.", "2027-03-04", "error", "Thursday 4 March 2027"),
        ("Come on 31/2/27.", "31/2/27", "error", ""),
        ("Come on Monday 4 March 2027.", "Monday 4 March 2027", "error", "Thursday 4 March 2027"),
        ("Come on 4 March 2027.", "4 March 2027", "warning", "Thursday 4 March 2027"),
        ("Come on Thursday 4th March 2027.", "Thursday 4th March 2027", "warning", "Thursday 4 March 2027"),
        ("Come on Thurs 4 Mar 2027.", "Thurs 4 Mar 2027", "warning", "Thursday 4 March 2027"),
        ("Come on March 4, 2027.", "March 4, 2027", "warning", "Thursday 4 March 2027"),
        ("Come on 4 March.", "4 March", "hint", ""),
        ("Come on 31 February 2027.", "31 February 2027", "warning", ""),
    ],
)
def test_N4_date_format_is_found(found, suggested, text, words, level, suggestion):
    assert found("date_format", text) == [(words, level)]
    assert suggested("date_format", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    [
        "Come on Thursday 4 March 2027.",
        "It starts in March 2027.",
        "You may 5 times say no.",
        "Phone 01622 123 456.",
        "Version 1.2.3 is new.",
        "10 marches went past.",
    ],
)
def test_N4_a_full_date_is_let_go(found, text):
    assert found("date_format", text) == []


@pytest.mark.parametrize(
    ("time", "suggestion"), [("14:00", "2pm"), ("09:30", "9:30am"), ("12:00", "12pm"), ("0:15", "12:15am")]
)
def test_N5_a_24_hour_time_is_a_warning(time, suggestion):
    (one,) = check(f"Come at {time} please.")
    assert (one.id, one.rule, one.level, one.text, one.suggestion) == ("N5", "date_format", "warning", time, suggestion)


@pytest.mark.parametrize("text", ["Come at 2pm.", "Come at 2:30pm.", "Come at 2:30 pm.", "The vote was 25:99."])
def test_N5_a_time_with_pm_is_let_go(found, text):
    assert found("date_format", text) == []
