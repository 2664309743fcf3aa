"""W1: how hard a single word is, from the table or from its shape (docs/word-table.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easyread.rules.difficulty import HARDEST, difficulty, guessed, is_known, table
from easyread.rules.limits import DIFFICULTY_HINT, DIFFICULTY_WARNING
from easyread.rules.measure_words import agreement, in_context, is_held_out, rated_words, two_words_mean
from easyread.rules.tables import FOLDER
from easyread.rules.two_words import of_pair


@pytest.mark.parametrize("word", ["the", "house", "meeting", "water", "people", "money", "help", "doctor", "vote"])
def test_W1_everyday_words_are_easy(word):
    assert difficulty(word) < DIFFICULTY_HINT


@pytest.mark.parametrize("word", ["mitigation", "surreptitious", "recurrence", "aggregated", "consequential"])
def test_W1_words_of_offices_are_hard(word):
    assert difficulty(word) >= DIFFICULTY_WARNING


@pytest.mark.parametrize(
    ("easier", "harder"), [("help", "facilitate"), ("start", "commence"), ("house", "residence"), ("talk", "discourse")]
)
def test_W1_the_plainer_of_two_words_is_the_easier(easier, harder):
    assert difficulty(easier) < difficulty(harder)


def test_W1_capital_letters_and_whose_it_is_change_nothing():
    assert difficulty("Meeting") == difficulty("meeting") == difficulty("meeting’s") == difficulty("MEETING'S")


def test_W1_a_word_with_a_hyphen_is_as_hard_as_its_hardest_part():
    assert not is_known("house-mitigation")
    assert difficulty("house-mitigation") == difficulty("mitigation")


def test_W1_a_longer_word_that_nobody_knows_is_guessed_to_be_harder():
    assert not is_known("plom")
    assert guessed("plom") < guessed("plominationalistic")


@given(st.text())
def test_W1_any_text_has_a_difficulty(text):
    assert 0 <= difficulty(text) <= HARDEST


def test_the_table_holds_each_word_once_and_names_its_sources():
    rows = (FOLDER / "word_table.txt").read_text(encoding="utf-8").splitlines()
    words = [word for row in rows if not row.startswith("#") for word in row.split()[1:]]
    assert len(words) == len(set(words)) == len(table()) > 70_000
    head = "".join(row for row in rows if row.startswith("#"))
    assert all(name in head for name in ("CompLex", "Maddela", "wordfreq", "cefrpy", "GloVe", "CC BY-SA 4.0"))


def test_the_words_for_measuring_are_read_as_the_files_give_them(tmp_path):
    (tmp_path / "lcp.tsv").write_text('id\tcorpus\tsentence\ttoken\tcomplexity\n1\tx\tSay "river\triver\t0.25\n')
    (tmp_path / "lexicon.tsv").write_text("wet\t1.57\n")
    assert in_context(tmp_path / "lcp.tsv") == [("river", 0.25)]
    assert rated_words(tmp_path / "lexicon.tsv") == [("wet", 1.57)]
    assert is_held_out("Wet") == is_held_out("wet")


def test_agreement_is_1_when_people_say_what_the_table_says():
    rows = [(word, difficulty(word)) for word in ("the", "council", "mitigation")]
    rows.append(("water meeting", of_pair("water", "meeting")))
    assert agreement(rows) == pytest.approx(1)
    assert agreement([("fiscal mitigation", 2), ("water", 1)], two_words_mean) == pytest.approx(1)
    assert agreement([(word, -rating) for word, rating in rows]) == pytest.approx(-1)
