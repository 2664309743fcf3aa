"""W4 and W6 abbreviation, W10 contraction, L5 capitals."""

import pytest

from easyread.rules import check


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("The ICB will meet.", "ICB", "integrated care board"),
        ("Ask your GP first.", "GP", "doctor"),
        ("Many GPs came.", "GPs", "doctors"),
        ("The LD&A plan is new.", "LD&A", "learning disability and autism"),
        ("Bring food, e.g. bread.", "e.g.", "for example"),
        ("Bring bread, milk, etc.", "etc.", "and other things"),
        ("Ask the N.H.S. team.", "N.H.S.", ""),
        ("The QZX met.", "QZX", ""),
        ("It takes approx. 2 hours.", "approx.", "about"),
    ],
)
def test_W4_abbreviation_is_an_error(found, suggested, text, words, suggestion):
    assert found("abbreviation", text) == [(words, "error")]
    assert suggested("abbreviation", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    [
        "The NHS and the UK are known.",
        "I am here. A bus came.",
        "Your code is K7M 2PQ.",
        "It is on page A4.",
        "King Henry VIII was big.",
        "Eggs and beggars.",
        "Chelmsford is far. No. I am not going.",
    ],
)
def test_W4_known_initials_codes_and_words_are_let_go(found, text):
    assert found("abbreviation", text) == []


def test_W4_a_site_lets_its_own_initials_through(found):
    assert found("abbreviation", "The QZX met.", allowed=["QZX"]) == []
    assert found("abbreviation", "Many QZXs met.", allowed=["QZX"]) == []


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("It costs 5 pounds per annum.", "per annum", "a year"),
        ("An ad hoc group met.", "ad hoc", "when needed"),
        ("Come via London.", "via", "by"),
    ],
)
def test_W6_latin_words_are_an_error(text, words, suggestion):
    (one,) = [one for one in check(text) if one.rule == "abbreviation"]
    assert (one.id, one.text, one.level, one.suggestion) == ("W6", words, "error", suggestion)


def test_W6_english_words_are_let_go(found):
    assert found("abbreviation", "This viable ad is for a person.") == []


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("You don't need it.", "don't", "do not"),
        ("You can’t lose.", "can’t", "cannot"),
        ("We won't stop.", "won't", "will not"),
        ("It's here.", "It's", "It is"),
        ("It's been good.", "It's", "It has"),
        ("We'll tell you.", "We'll", "We will"),
        ("Let's go.", "Let's", "Let us"),
        ("I'm here.", "I'm", "I am"),
        ("ISN'T IT", "ISN'T", "Is not"),
    ],
)
def test_W10_contraction_is_an_error(found, suggested, text, words, suggestion):
    assert found("contraction", text) == [(words, "error")]
    assert suggested("contraction", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    ["Kent's plan.", "Everyone's view counts.", "The carers' group.", "Come at 2 o'clock.", "Its name is well known."],
)
def test_W10_what_belongs_to_someone_is_let_go(found, text):
    assert found("contraction", text) == []


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("PLEASE READ THIS now.", "PLEASE READ THIS", "Please read this"),
        ("You must NOT pay.", "NOT", "not"),
        ("This is IMPORTANT.", "IMPORTANT", "important"),
        ("The KENT COUNTY team.", "KENT COUNTY", "kent county"),
    ],
)
def test_L5_capitals_are_an_error(found, suggested, text, words, suggestion):
    assert found("capitals", text) == [(words, "error")]
    assert suggested("capitals", text) == [suggestion]
    assert found("abbreviation", text) == []


@pytest.mark.parametrize(
    "text", ["The NHS helps.", "The Kent County Council.", "I have a PDF.", "The ICB met.", "World War II."]
)
def test_L5_initials_and_names_are_let_go(found, text):
    assert found("capitals", text) == []
