"""Paper and the kinds that are more than boxes: typed by keyboard, made a voice, compared with the second person."""

import pytest
from django.core.exceptions import ValidationError

from easyread.printing import draw
from easyread.printing.keeping import as_html
from engagement.voices import flows
from engagement.voices.models import Answer, Hands
from engagement.voices.paper import arranging
from engagement.voices.paper.asking import asked_of, is_question
from engagement.voices.paper.sheets import form_of
from engagement.voices.paper.tally import tally_of
from engagement.voices.paper.typed import in_words, read, shown
from tests import pdf
from tests.engagement.voices.kinds import made
from tests.engagement.voices.paper.conftest import filled, type_in

EITHER, ORDER, SORT, NUMBER = range(4)
TYPED = ["2", "2 1 0 3", "1 3 0", "12.50"]


@pytest.fixture
def open_round(home_page):
    """A round with a question of each new kind, for the fixtures of paper."""
    return made.make_round()[0]


@pytest.fixture
def rows(open_round):
    return [row for row in asked_of(open_round, is_numbered=True) if is_question(row)]


@pytest.mark.parametrize(
    ("place", "typed", "words"),
    [
        (EITHER, "1", ["1 worker"]),
        (EITHER, "3", ["They are the same to me"]),
        (EITHER, "4", ["I am not sure"]),
        (ORDER, "2103", ["1. Seeing friends", "2. Going swimming", "3. Quiet time"]),
        (ORDER, "2, 1, 0, 4", ["1. Seeing friends", "2. Going swimming", "3. Quiet time"]),
        (ORDER, "n", ["I am not sure"]),
        (ORDER, "/I like all", ["I like all"]),
        (SORT, "130", ["Going swimming: I like it", "Seeing friends: I do not like it"]),
        (SORT, "2 2 2/Ask me later", [*[f"{t}: I am not sure" for t in made.THINGS[:3]], "Ask me later"]),
        (NUMBER, "12.50", ["12.5 hours"]),
        (NUMBER, "12 hours", ["12 hours"]),
        (NUMBER, "N", ["I am not sure"]),
        (NUMBER, "200", ["200 hours"]),  # more than the most: nobody could say so to a paper
        (NUMBER, "X", ["Could not read it"]),
        (SORT, "B", ["Blank on paper"]),
    ],
)
def test_what_is_typed_says_what_stands_on_the_paper(rows, place, typed, words):
    """3.5, Q13; and it is typed in the same way again, so that it can stand in its box."""
    given = read(rows[place], typed)
    assert in_words(rows[place], given) == words
    assert read(rows[place], shown(rows[place], given)).plain == given.plain


@pytest.mark.parametrize(
    ("place", "typed", "sentence"),
    [
        (ORDER, "21", "Type 1 number for each thing: 4 numbers."),
        (ORDER, "2105", "A place is a number from 1 to 4."),
        (ORDER, "1100", "2 things have the same number."),
        (ORDER, "0000", "Type a number"),
        (SORT, "140", "Type 1, 2 or 3 for each thing."),
        (SORT, "like", "Type 1 number for each thing"),
        (NUMBER, "many", "Type a number"),
        (NUMBER, "S", "Type a number"),  # the paper had no such box: the question is not sensitive
        (EITHER, "1 2", "Only 1 box counts here."),
    ],
)
def test_what_cannot_be_is_refused_kindly(rows, place, typed, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read(rows[place], typed)


def test_a_form_becomes_a_voice_with_every_kind(copy, worker):
    voice = type_in(copy, worker, *TYPED)
    either, order, sort, number = Answer.objects.filter(voice=voice).order_by("question__sort_order")
    assert [row.choice.text for row in either.chosen.all()] == ["2 workers"]
    ranked = order.chosen.order_by("place").values_list("choice__text", "place", "ranked")
    assert list(ranked) == [("Seeing friends", 1, True), ("Going swimming", 2, True), ("Quiet time", 3, True)]
    piles = sort.chosen.order_by("choice__sort_order").values_list("choice__text", "pile")
    assert list(piles) == [("Going swimming", "like"), ("Seeing friends", "dislike")]
    assert str(number.number) == "12.50"


def test_pressing_save_twice_is_one_voice(copy, worker):
    """6.1: the same form typed the same way again is the same voice."""
    assert type_in(copy, worker, *TYPED) == type_in(copy, worker, "2", "2103", "130", "12.5")


def test_the_second_person_finds_what_differs(copy, worker, second, open_round, pmu):
    """3.5: other places of the same things, another pile and another amount are differences."""
    flows.choose_share(round=open_round, by=pmu, one_in=1)
    voice = type_in(copy, worker, *TYPED)
    check = flows.check_form(copy=copy, by=second, typed=filled(copy.batch, "2", "1 2 0 3", "1 3 1", "13"))
    assert [each["second"] for each in check.differences] == ["1 2 0 3", "1 3 1", "13"]
    flows.settle_check(check=check, by=second, chosen={each["key"]: "second" for each in check.differences})
    order, sort, number = voice.answers.filter(is_current=True).order_by("question__sort_order")[1:]
    assert order.chosen.get(place=1).choice.text == "Going swimming"
    assert sort.chosen.filter(pile="like").count() == 2 and number.number == 13


def test_the_form_asks_each_kind_with_its_boxes_and_everybody_can_read_it(batch):
    """D1: PDF/UA-1. Big boxes for A or B, a box for a number beside each thing, three boxes a thing, a line."""
    form = form_of(batch, list(batch.copies.all()[:1]), address="/here/")
    drawn = draw(as_html(form))
    assert drawn.pages == len(form.pages) and pdf.problems_of(drawn.data) == set()
    text = " ".join(pdf.words_of(drawn.data).split())
    for words in (
        "Write 1 next to the thing that you like best.",
        "I do not like it",
        "hours",
        "The most is 168 hours.",
    ):
        assert words in text
    asks = [part for page in form.parts for part in page if getattr(part, "title", "").startswith("Question")]
    assert [box.big for box in asks[EITHER].boxes] == [True, True, False, False]
    assert [box.wide for box in asks[ORDER].boxes] == [True] * 4 + [False]
    assert [len(box.marks) for box in asks[SORT].boxes] == [3, 3, 3, 0]
    assert asks[NUMBER].amount == ("", "hours") and [box.number for box in asks[NUMBER].boxes] == ["N"]


def test_the_sheet_for_a_group_counts_no_numbers(rows, open_round):
    """3.4: hands for what is first, and in three piles for each thing; a number is words."""
    sheet = tally_of(open_round, rows, address="/here/")
    asks = [part for page in sheet.parts for part in page if getattr(part, "title", "").startswith("Question")]
    assert [len(ask.boxes) for ask in asks] == [4, 4, 9, 0]
    assert "We do not count numbers with hands." in asks[NUMBER].words
    assert not Hands.objects.exists() and arranging.how_to_count(rows[NUMBER]) == ""
