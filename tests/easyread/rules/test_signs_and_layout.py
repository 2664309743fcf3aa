"""S6 symbol, T5 long_list, T7 cross_reference."""

import pytest

from easyread.rules import check


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Read this; then vote.", ";"),
        ("Read this (it is short) now.", "(it is short)"),
        ("Read this [now.", "["),
        ("Ask him/her first.", "/"),
        ("Read this - then vote.", "-"),
        ("Read this – then vote.", "–"),
        ("Read this—then vote.", "—"),
        ("Bring 10-15 pens.", "-"),
        ("Bread & milk.", "&"),
        ("See § 3 now.", "§"),
        ("We are #one.", "#"),
        ("Read this -- then vote.", "--"),
    ],
)
def test_S6_symbol_is_an_error(found, text, words):
    assert found("symbol", text) == [(words, "error")]


@pytest.mark.parametrize(
    "text",
    [
        "A self-advocate came.",
        "Go to https://www.example.org/a/b-(c)#d;e&f now.",
        "Go to example.org.uk/have-your-say/ now.",
        "Write to have-your_say@example.org.uk today.",
        "- a point in a list",
        "1. a point in a list",
        "# A heading",
        "Phone 01622-123-456 today.",
        "It costs £5. Is it good? Yes!",
        "Come on 4/3/27.",
        "This is new: read it.",
    ],
)
def test_S6_hyphens_addresses_and_list_marks_are_let_go(found, text):
    assert found("symbol", text) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Bring 10–15 pens.", "Bring 10 to 15 pens."),
        ("Bring 10 - 15 pens.", "Bring 10 to 15 pens."),
        ("Ask him/her first.", "Ask him or her first."),
        ("Bread & milk.", "Bread and milk."),
    ],
)
def test_S6_the_suggestion_fits_in_place(text, after):
    (one,) = check(text)
    assert text[: one.start] + one.suggestion + text[one.end :] == after


def test_T5_long_list_is_a_warning_at_the_seventh_point(found):
    text = "Bring:\n" + "\n".join(f"- thing {number}" for number in range(1, 9))
    assert found("long_list", text) == [("thing 7", "warning")]


def test_T5_six_points_are_let_go(found):
    six = "\n".join(f"- thing {number}" for number in range(1, 7))
    assert found("long_list", six + "\nMore things:\n" + six) == []


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Please see section 3 now.", "Please see section 3", "error"),
        ("Look at page 4.", "Look at page 4", "error"),
        ("See Appendix A.", "See Appendix A", "error"),
        ("It is all listed above.", "listed above", "warning"),
        ("It is in paragraph 7.", "in paragraph 7", "warning"),
    ],
)
def test_T7_cross_reference_is_found(found, text, words, level):
    assert found("cross_reference", text) == [(words, level)]


@pytest.mark.parametrize(
    "text", ["You can see your page.", "We look at each part.", "It is above 20.", "Page 2 of 8", "See you in May."]
)
def test_T7_other_words_are_let_go(found, text):
    assert found("cross_reference", text) == []
