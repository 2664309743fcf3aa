"""Columns with ideas to pick, and with how easy it was: looked at first, refused kindly, counted once (3.5, Q3)."""

import pytest

from engagement.voices.flows.importing import questions_of
from engagement.voices.imports.columns import guessed, targets_for
from engagement.voices.models import Answer, EaseCount, EaseGiven
from tests import factories
from tests.engagement import ideas_made as made
from tests.engagement.voices.imports.conftest import csv_file

HEAD = ["Number", "Whose words", "Day", made.WORDS, made.PICK, "Easy or hard"]


@pytest.fixture
def open_round(roles, home_page):
    """A round with three ideas, for the fixtures of imports."""
    round = made.make_ideas_round()
    for title in ("More buses.", "A late café.", "Walks together."):
        made.make_idea(round, title)
    return round


@pytest.fixture
def targets(open_round):
    """Our own names for columns are known: nothing has to be chosen by hand."""
    return guessed(HEAD, questions_of(open_round), {})


def row(number, picks="", ease=""):
    return [number, "Own words", factories.today().isoformat(), "Dancing.", picks, ease]


def test_ideas_are_named_by_their_number_or_their_words(make, targets):
    assert len(targets) == len(HEAD)
    sheet = make(csv_file([row(1, "3; 1"), row(2, "a late café; Walks together")], HEAD), targets)
    assert (sheet.state, sheet.new, sheet.wrong) == ("done", 2, 0)
    picked = Answer.objects.filter(question__kind="pick").order_by("pk")
    assert [set(answer.chosen.values_list("choice__sort_order", flat=True)) for answer in picked] == [{1, 3}, {2, 3}]


@pytest.mark.parametrize(
    ("picks", "ease", "column", "sentence"),
    [
        ("99", "", made.PICK, "We do not know this idea. Write its number, or its words."),
        ("1; 2; 3; 4", "", made.PICK, "We do not know this idea."),
        ("1", "So so", "Easy or hard", "Write: it was easy"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(bring, targets, picks, ease, column, sentence):
    sheet = bring(csv_file([row(1), row(2, picks, ease)], HEAD), targets)
    problem = sheet.problems.get()
    assert (problem.row, problem.column) == (3, column) and problem.sentence.startswith(sentence)


def test_more_than_3_ideas_are_refused(bring, targets, open_round):
    made.make_idea(open_round, "A film night.")
    sheet = bring(csv_file([row(1, "1, 2, 3, 4")], HEAD), targets)
    assert sheet.problems.get().sentence == "This row has more than 3 ideas. Only 3 count."


def test_an_idea_that_nobody_can_pick_any_more_is_unknown(bring, targets, open_round):
    from engagement.heard import flows as heard

    idea = open_round.ideas.get(number=2)
    heard.take_down_idea(idea=idea, by=idea.made_by, reason="It named somebody.")
    assert bring(csv_file([row(1, "2")], HEAD), targets).problems.count() == 1


def test_a_column_never_lists_5000_ideas_and_looking_costs_one_query_for_them(
    roles, home_page, django_assert_max_num_queries
):
    round = made.make_ideas_round()
    made.make_many(round, 5000, answers=False)
    with django_assert_max_num_queries(4):
        questions = questions_of(round)
    groups = targets_for(questions)
    assert sum(len(targets) for _, targets in groups) < 20


def test_how_easy_it_was_is_counted_and_kept_with_nobody(make, targets):
    below = [row(1, "1", "It was easy"), row(2, "", "easy"), row(3, "", "Some of it was hard"), row(4)]
    make(csv_file(below, HEAD), targets)
    assert dict(EaseCount.objects.values_list("how", "count")) == {"easy": 2, "some": 1}
    assert EaseGiven.objects.count() == 3
