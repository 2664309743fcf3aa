"""How hard a sentence seems: only ever used to say where to begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from easyread.rules.hardness import hardest, hardness, hardness_at, of_text, weights
from easyread.rules.measure_sentences import auc, full_sentences, limits
from easyread.rules.traits import NAMES

EASY = "You can tell us what you think."
MIDDLE = "The council will tell families about changes to transport and housing in June."
HARD = (
    "Commissioners will undertake a comprehensive evaluation of the implementation of the framework, in collaboration"
    " with statutory stakeholders, prior to the allocation of additional resources."
)


def test_a_sentence_of_offices_is_harder_than_ours():
    assert hardness(EASY) < 15 < hardness(MIDDLE) < hardness(HARD) and hardness(HARD) > 85


def test_the_hardest_come_first_with_their_places():
    text = f"# Help\n{EASY}\n{HARD} {MIDDLE}\n"
    found = hardest(text)
    assert [one.text for one in found] == [HARD, MIDDLE, EASY]
    assert all(text[one.start : one.end] == one.text for one in found)
    assert hardness_at(text, text.index(HARD) + 5) == found[0].hardness
    assert hardness_at(text, 2) == 0  # a heading


def test_a_text_is_the_mean_of_its_sentences():
    assert of_text("") == of_text("Help us") == 0
    assert of_text(f"{EASY} {HARD}") == (hardness(EASY) + hardness(HARD)) / 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_hardness(text):
    assert 0 <= hardness(text) <= 99


def test_every_weight_is_of_a_trait():
    assert len(weights()["weights"]) == len(NAMES)
    assert min(weights()["weights"]) > 0  # more, longer and harder words never make a sentence easier


@pytest.mark.parametrize(
    ("rated", "value"),
    [
        ([(1, False), (2, True)], 1),
        ([(2, False), (1, True)], 0),
        ([(1, False), (1, True)], 0.5),
        ([(1, False), (3, False), (2, True)], 0.5),
    ],
)
def test_auc_is_how_often_the_standard_one_is_harder(rated, value):
    assert auc(rated) == value


def test_limits_lie_around_what_was_measured():
    low, high = limits({"a_easy": [1, 2], "a_standard": [3, 4], "b_easy": [5, 1], "b_standard": [2, 6]})
    assert 0 <= low <= high <= 1


def test_headings_lines_of_forms_and_repeats_are_no_sentences():
    text = "Our plan for you\nYou can come to us.\nYou can come to us.\nContents ........ 12.\nName and address:\n"
    assert [one.text for one in full_sentences(text)] == ["You can come to us."]
