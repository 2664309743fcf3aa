"""The code that catches a slip of the finger, and what each key means."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from engagement.voices.paper import typed
from engagement.voices.paper.codes import check_digit, lot_of, new_code, read_code, shown_code
from engagement.voices.paper.lots import lots_below

EIGHT = st.text("0123456789", min_size=8, max_size=8)


@given(EIGHT, st.integers(0, 8), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_is_seen(digits, place, wrong):
    code = digits + check_digit(digits)
    typo = code[:place] + wrong + code[place + 1 :]
    assert read_code(typo) == (code if typo == code else "")


@given(EIGHT, st.integers(0, 7))
def test_two_neighbours_that_changed_places_are_seen(digits, place):
    code = digits + check_digit(digits)
    typo = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert read_code(typo) == (code if typo == code else "")


def test_a_code_is_read_as_it_is_printed_and_is_no_cards_code():
    code = new_code()
    assert read_code(shown_code(code)) == read_code(f" {code[:3]}-{code[3:6]}.{code[6:]} ") == code
    assert not read_code(code[:8]) and not read_code("") and not read_code(None) and not read_code("٠" * 9)


def test_a_bigger_share_holds_all_of_a_smaller_one():
    """Which forms are checked follows from the code alone."""
    shares = [0, 20, 10, 5, 2, 1]
    assert [lots_below(one_in) for one_in in shares] == [0, 5, 10, 20, 50, 100]
    assert lot_of("482915370") == lot_of("482915370") and 0 <= lot_of(new_code()) < 100


def row(kind, boxes=3, key="question:1"):
    """Something asked, with so many boxes called 1, 2, 3."""
    options = [{"value": str(n), "text": f"Box {n}", "picture": None, "meaning": ""} for n in range(1, boxes + 1)]
    return {"key": key, "kind": kind, "text": "?", "help": [], "picture": None, "options": options}


@pytest.mark.parametrize(
    ("kind", "boxes", "text", "values", "words", "state"),
    [
        ("one", 3, "2", ("2",), "", ""),
        ("one", 12, "12", ("12",), "", ""),
        ("one", 3, " b ", (), "", "blank"),
        ("one", 3, "X", (), "", "unreadable"),
        ("one", 3, "2/or 3 / 4 perhaps", ("2",), "or 3 / 4 perhaps", ""),
        ("one", 3, "/only words", (), "only words", ""),
        ("one", 3, "x/only words", (), "only words", ""),
        ("several", 3, "13", ("1", "3"), "", ""),
        ("several", 3, "3, 1 1/more", ("1", "3"), "more", ""),
        ("several", 11, "1 11", ("1", "11"), "", ""),
        ("words", 2, "I want 2", (), "I want 2", ""),
        ("words", 2, "1/2 an hour", (), "1/2 an hour", ""),
        ("words", 2, "1", ("1",), "", ""),
        ("words", 2, "1\nbut I think", ("1",), "but I think", ""),
        ("words", 2, "7", (), "7", ""),
        ("words", 2, "b", (), "", "blank"),
    ],
)
def test_what_each_key_means(kind, boxes, text, values, words, state):
    got = typed.read(row(kind, boxes), text)
    assert (got.values, got.words, got.state) == (values, words, state)
    assert typed.read(row(kind, boxes), typed.shown(row(kind, boxes), got)) == got


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("one", "", typed.NOTHING),
        ("one", "/", typed.NOTHING),
        ("words", "  ", typed.NO_WORDS_TYPED),
        ("one", "4", typed.NO_SUCH_BOX),
        ("one", "0", typed.NO_SUCH_BOX),
        ("several", "14", typed.NO_SUCH_BOX),
        ("one", "yes", typed.NO_SUCH_BOX),
        ("one", "1 2", typed.ONE_BOX),
        ("words", "w" * 5001, typed.TOO_LONG),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(kind, text, sentence):
    with pytest.raises(ValidationError) as refused:
        typed.read(row(kind), text)
    assert refused.value.messages == [sentence]


def test_what_is_about_the_person_may_be_left_empty():
    assert typed.read(row("one", key="place"), "") == typed.read(row("one", key="place"), "X") == typed.Given()


def test_not_wanting_to_say_goes_with_no_answer():
    asked = row("several")
    asked["options"].append({"value": "not_said", "text": "I do not want to say", "picture": None, "meaning": ""})
    assert typed.instead(typed.read(asked, "4")) == "not_said"
    for text in ("1 4", "4/words"):
        with pytest.raises(ValidationError) as refused:
            typed.read(asked, text)
        assert refused.value.messages == [typed.BOTH_TICKED]


@given(st.sampled_from(["one", "several", "words"]), st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_and_can_stand_in_its_box_again(kind, text):
    try:
        got = typed.read(row(kind), text)
    except ValidationError:
        return
    assert typed.read(row(kind), typed.shown(row(kind), got)).plain == got.plain
