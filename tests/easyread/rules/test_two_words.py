"""W1: how hard two words are together, and the hint for those that are harder than either (docs/word-table.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easyread.rules import Lists, check
from easyread.rules.difficulty import HARDEST, difficulty, table
from easyread.rules.limits import DIFFICULTY_HINT, TOGETHER_HINT
from easyread.rules.tables import FOLDER
from easyread.rules.two_words import NOWHERE, PLACES, of_pair, pair_weights, place, together, traits_of_pair


@pytest.mark.parametrize(
    ("easier", "harder"),
    [("young children", "null alleles"), ("own work", "fiscal consolidation"), ("seventh day", "visa waiver")],
)
def test_W1_pairs_that_people_find_easy_come_before_hard_ones(easier, harder):
    assert together(*easier.split()) < together(*harder.split())


def test_W1_each_word_of_the_table_has_its_place_and_other_words_have_none():
    assert (FOLDER / "word_places.bin").stat().st_size == PLACES * len(table())
    assert place("Meeting") == place("meeting’s") != NOWHERE
    assert place("plominationalistic") == NOWHERE


def test_W1_words_used_alike_stand_close():
    near, far = (traits_of_pair("doctor", other)[-2] for other in ("nurse", "gravel"))
    assert near > 0.5 > far


def test_W1_words_that_nobody_knows_can_be_rated_too():
    assert together("plom", "plominationalistic") > together("good", "day")


def test_W1_a_pair_is_the_mean_of_the_line_and_the_trees():
    learned, seen = pair_weights(), traits_of_pair("visa", "waiver")
    assert len(learned["weights"]) == len(seen)
    line = learned["start"] + sum(a * b for a, b in zip(learned["weights"], seen, strict=True))
    trees = 2 * of_pair("visa", "waiver") - line
    assert 0 < line < HARDEST and 0 < trees < HARDEST


@given(st.text(max_size=20), st.text(max_size=20))
def test_W1_any_two_words_have_a_difficulty(first, second):
    assert 0 <= together(first, second) <= HARDEST


def test_W1_the_pairs_learned_from_are_foretold_better_than_by_the_mean_of_two_words():
    left_out = pair_weights()["left_out"]
    assert left_out["both"] > left_out["mean of two"] + 0.02


HARD = "software changes"


def test_W1_two_words_hard_together_are_one_hint_over_both(found):
    assert all(difficulty(word) < DIFFICULTY_HINT for word in HARD.split())
    assert together(*HARD.split()) >= TOGETHER_HINT
    assert found("hard_word", f"We tell you about {HARD} here.") == [(HARD, "hint")]


@pytest.mark.parametrize(
    "text",
    [
        "We tell you about Software changes here.",  # a name
        "We tell you about software, changes and more.",  # not beside each other
        "We tell you about software-changes.",
        "My support worker came to the council meeting.",  # words of the community
        "The young children had a good day.",
    ],
)
def test_W1_names_other_words_and_the_community_are_no_pair(found, text):
    assert found("hard_word", text) == []


@pytest.mark.parametrize(
    "known", [{"glossary": ["software"]}, {"allowed": ["changes"]}, {"lists": Lists(("software",))}]
)
def test_W1_a_pair_with_a_word_that_is_explained_or_let_through_is_no_problem(known):
    assert [one for one in check(f"We tell you about {HARD} here.", **known) if one.rule == "hard_word"] == []
