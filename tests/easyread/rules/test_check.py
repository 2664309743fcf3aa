"""What holds for every rule and every text."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from easyread.rules import LEVELS, RULES, Part, Problem, check, check_parts

ROOT = Path(__file__).resolve().parents[3]
PIECES = [
    "two people",
    "don't",
    "4/3/27",
    "25%",
    "e.g.",
    "(",
    ")",
    ";",
    " - ",
    "NOT",
    "ICB",
    "stakeholders",
    "\n",
    "\t",
    "- ",
    "Part IV",
    "see section 3",
    "was agreed by",
    ". ",
    "? ",
    "’",
    "…",
    "\u2028",
    "\x85",
    "é",
    "ß",
    "İ",
    "ǅ",
    "\u0301",
    "‮",
    "👩‍🦽",
    "①",
    "٣",
    "४",
    "Ⅳ",
    "½",
    "²",
    "www.a.org/b",
    "a@b.uk",
    "1,000,000",
    "in order to",
    "not",
    "unless",
    "Monday 4 March 2027",
    "14:00",
    "and",
    "they",
    "\ud800",
    "\x00",
    "A. ",
    "no. ",
    "hundred",
    "and fifty",
    " ",
]
EVERYTHING = (
    """Do you not agree that nobody can't come?
The board met the council. They were told by stakeholders, which met on 4/3/27 at 14:00; e.g. 25% of us.
We utilised it for two people, in order to see Part IV.
PLEASE see section 3. At the end of the day the plan and the proposal are one. It costs 3.5 per annum & more.
"""
    + "- thing\n" * 7
)


def holds(text, problems):
    for one in problems:
        assert isinstance(one, Problem)
        assert text[one.start : one.end] == one.text and one.text
        assert one.id in RULES[one.rule] and one.level in LEVELS
        assert one.message and isinstance(one.suggestion, str)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)), st.booleans())
def test_any_text_gives_true_spans_and_never_fails(text, question):
    holds(text, check(text, question=question))
    holds(text, check(text, glossary=["two people", "(", ""], allowed=[text[:5]]))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=5))
def test_any_page_gives_true_spans(rows):
    for one in check_parts([Part(False, row) for row in rows], glossary=["stakeholder", "ICB"]):
        assert rows[one.part][one.start : one.end] == one.text


def test_every_rule_of_a_text_can_be_found():
    found = {one.rule for one in check(EVERYTHING, question=True)}
    assert found == set(RULES) - {"missing_picture", "unexplained_hard_word"}


def test_our_own_messages_are_easy_read():
    for one in check(EVERYTHING, question=True):
        assert [found for found in check(one.message) if found.level != "hint"] == [], one.message


def test_problems_come_in_order_of_place():
    places = [one.start for one in check(EVERYTHING)]
    assert places == sorted(places)


def test_easy_words_have_no_problems():
    assert check("Have your say.\nTell us what you think about this plan.\nYou can stop when you want.") == []


def test_a_problem_cannot_be_changed():
    (one,) = check("You don't.")
    with pytest.raises(AttributeError):
        one.level = "hint"


def test_a_problem_as_values_has_the_keys_of_the_command():
    (one,) = check("You don't.")
    keys = ["rule", "id", "level", "start", "end", "text", "message", "suggestion"]
    assert list(one.as_dict()) == keys
    assert list(check_parts([Part(True, "You don't.")])[0].as_dict()) == [*keys, "part"]


def run(*arguments, text=None):
    command = [sys.executable, *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_rules_load_without_django():
    code = (
        "import sys; sys.modules['django'] = None; sys.modules['wagtail'] = None;"
        "import easyread.rules; print(len(easyread.rules.check('You don\\'t.')))"
    )
    assert run("-c", code).stdout.strip() == "1"


def test_python_dash_m_prints_one_json_object_a_problem(tmp_path):
    result = run("-m", "easyread.rules", "--format", "json", "-", text="You don't.\nIt is 4 March.\n")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["rule"], first["id"], first["start"], first["end"]) == ("contraction", "W10", 4, 9)
    assert second["level"] == "hint" and "file" not in first
    assert result.returncode == 1


def test_python_dash_m_leaves_with_0_without_an_error_and_2_without_a_file(tmp_path):
    assert run("-m", "easyread.rules", "-", text="It is 4 March.\n").returncode == 0
    assert run("-m", "easyread.rules", str(tmp_path / "none.txt")).returncode == 2
