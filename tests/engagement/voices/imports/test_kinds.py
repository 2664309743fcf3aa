"""Columns with A or B, an order, piles and amounts: looked at first, and refused kindly (3.5, Q13)."""

import pytest

from engagement.voices.imports.columns import guessed, targets_for
from engagement.voices.models import Answer
from tests import factories
from tests.engagement.voices.imports.conftest import csv_file
from tests.engagement.voices.kinds import made

HEAD = ["Whose words", "Day", "Which is better for you?", "What matters most to you?", *made.THINGS[:3]]
HEAD += ["How many hours?"]


@pytest.fixture
def open_round(home_page):
    """A round with a question of each new kind, for the fixtures of imports."""
    return made.make_round()[0]


@pytest.fixture
def questions(open_round):
    return list(open_round.question_rows.asked().ready_to_show())


@pytest.fixture
def targets(questions):
    """What our own names for columns are known as: nothing has to be chosen by hand."""
    return guessed(HEAD, questions, {})


def row(either="1 worker", order="Seeing friends; Quiet time", piles=("like", "", "3"), number="12 hours"):
    return ["Own words", factories.today().isoformat(), either, order, *piles, number]


def test_each_thing_that_is_sorted_has_a_column_and_an_order_has_one(questions, targets):
    either, order, sort, number = targets_for(questions)[1:]
    assert [label for _, label in order[1]] == ["The things in order, the best first"]
    assert [label for _, label in sort[1]] == [f"Like, not sure or do not like: {thing}" for thing in made.THINGS[:3]]
    assert len(either[1]) == 1 and "The answer" in dict(number[1]).values()
    assert sorted(targets) == [str(place) for place in range(len(HEAD))]


def test_a_row_of_every_kind_becomes_a_voice(make, targets):
    sheet = make(csv_file([row()], HEAD), targets)
    assert (sheet.state, sheet.new, sheet.wrong) == ("done", 1, 0)
    either, order, sort, number = Answer.objects.order_by("question__sort_order")
    assert either.chosen.get().choice.text == "1 worker"
    ranked = order.chosen.order_by("place").values_list("choice__text", "place", "ranked")
    assert list(ranked) == [("Seeing friends", 1, True), ("Quiet time", 2, True)]
    piles = sort.chosen.order_by("choice__sort_order").values_list("choice__text", "pile")
    assert list(piles) == [("Going swimming", "like"), ("A job", "dislike")]
    assert number.number == 12


@pytest.mark.parametrize(
    ("order", "said"), [("2,1,3", ["Seeing friends", "Going swimming", "A job"]), ("4", ["Quiet time"])]
)
def test_an_order_is_said_by_numbers_too(make, targets, order, said):
    make(csv_file([row(order=order)], HEAD), targets)
    answer = Answer.objects.get(question__kind="order")
    assert list(answer.chosen.order_by("place").values_list("choice__text", flat=True)) == said


@pytest.mark.parametrize("number", ["1,200", "£5", "lots", "200", "3 days"])
def test_an_amount_that_cannot_be_is_refused_with_its_row(bring, targets, number):
    sheet = bring(csv_file([row(), row(number=number)], HEAD), targets)
    problems = list(sheet.problems.values_list("row", "column"))
    assert (number == "£5" and not problems) or problems == [(3, "How many hours?")]


@pytest.mark.parametrize(
    ("wrong", "column", "sentence"),
    [
        ({"order": "Bus; Quiet time"}, "What matters most to you?", "This is not one of the things."),
        ({"order": "1; 1"}, "What matters most to you?", "The same thing stands here 2 times."),
        ({"piles": ("like", "so so", "")}, "Seeing friends", "Write like, not sure, or do not like."),
        ({"either": "3 workers"}, "Which is better for you?", "This is not one of the answers"),
    ],
)
def test_what_is_wrong_stands_with_its_column_and_one_sentence(bring, targets, wrong, column, sentence):
    sheet = bring(csv_file([row(**wrong)], HEAD), targets)
    (problem,) = sheet.problems.all()
    assert (problem.row, problem.column) == (2, column) and problem.sentence.startswith(sentence)
    assert not Answer.objects.exists()


def test_empty_cells_are_blank_and_never_an_answer(make, targets):
    """3.5: a blank is not a "no", and "not sure" is a value of its own."""
    make(csv_file([row(either="not sure", order="", piles=("", "", ""), number="I am not sure")], HEAD), targets)
    states = dict(Answer.objects.values_list("question__kind", "state"))
    assert states == {"either": "not_sure", "order": "blank", "sort": "blank", "number": "not_sure"}
