"""Ideas to pick on paper, whether the form was easy, and pages that end where people expect it (Q3, Q11, T1)."""

import pytest
from django.core.exceptions import ValidationError

from easyread.printing import draw
from easyread.printing.form_parts import PAGE, Ask, Box
from easyread.printing.forms import parted
from easyread.printing.keeping import as_html
from engagement.heard import flows as heard
from engagement.voices import flows
from engagement.voices.models import Answer, EaseCount, EaseGiven
from engagement.voices.paper.asking import asked_of, is_question
from engagement.voices.paper.cards import cards_of
from engagement.voices.paper.ideas import ON_A_FORM
from engagement.voices.paper.sheets import form_of
from engagement.voices.paper.typed import in_words, read, shown
from tests import pdf
from tests.engagement import ideas_made as made
from tests.engagement.voices.kinds import made as kinds
from tests.engagement.voices.paper.conftest import client_of, filled, type_in

WORDS, PICK = range(2)


@pytest.fixture
def open_round(roles, home_page):
    """A round that asks for ideas, with four to pick from, for the fixtures of paper."""
    round = made.make_ideas_round()
    for title in ("More buses.", "A late café.", "Walks together.", "A film night."):
        made.make_idea(round, title)
    return round


def pick_row(rows):
    """What a form asks where people pick."""
    return next(row for row in rows if row["kind"] == "pick")


def box_of(row, text):
    """The number of the box beside an idea (str)."""
    return str([box["text"] for box in row["options"]].index(text) + 1)


def test_ideas_stand_on_the_form_and_become_picks(copy, worker):
    row = pick_row(copy.batch.asked)
    typed = f"{box_of(row, 'Walks together.')} {box_of(row, 'More buses.')}/Both are good"
    voice = type_in(copy, worker, "I would like to dance.", typed)
    picked = Answer.objects.get(voice=voice, question__kind="pick")
    assert set(picked.chosen.values_list("choice__text", flat=True)) == {"Walks together.", "More buses."}
    assert sorted(picked.chosen.values_list("place", "ranked")) == [(1, False), (2, False)]
    assert picked.words == "Both are good"
    assert type_in(copy, worker, "I would like to dance.", typed) == voice  # pressed twice (6.1)


def test_more_than_3_ideas_are_refused_and_blank_is_no_pick(copy, worker):
    row = pick_row(copy.batch.asked)
    with pytest.raises(ValidationError, match="Only 3 ideas count here"):
        read(row, "1234")
    given = read(row, "1 3 4")
    assert read(row, shown(row, given)) == given and len(in_words(row, given)) == 3
    voice = type_in(copy, worker, "Dancing.", "B")
    assert Answer.objects.get(voice=voice, question__kind="pick").state == Answer.State.BLANK


def test_an_idea_that_was_taken_down_after_printing_still_counts_as_picked(copy, worker, open_round):
    """3.5: a form is typed in as it was printed."""
    row = pick_row(copy.batch.asked)
    idea = open_round.ideas.get(title="A film night.")
    heard.take_down_idea(idea=idea, by=idea.made_by, reason="It named somebody.")
    voice = type_in(copy, worker, "Dancing.", box_of(row, "A film night."))
    assert Answer.objects.get(voice=voice, question__kind="pick").chosen.get().choice == idea.choice


def test_no_idea_is_always_first_or_always_left_out(roles, home_page, worker, organisation):
    """Q3: each printing shuffles anew, and a form says how many ideas there are."""
    round = made.make_ideas_round()
    made.make_many(round, 34, answers=False)
    rows = [pick_row(asked_of(round, is_numbered=True, shuffled_by=str(n))) for n in range(12)]
    assert {len(row["options"]) for row in rows} == {ON_A_FORM}
    assert len({row["options"][0]["text"] for row in rows}) > 3
    assert len({box["text"] for row in rows for box in row["options"]}) > 25
    assert "Here are 12 of 34 ideas." in rows[0]["help"]
    batches = [flows.print_copies(round=round, by=worker, count=1, organisation=organisation) for _ in range(4)]
    assert len({batch.digest for batch in batches}) == 4


def test_a_form_with_5000_ideas_costs_no_more_queries(
    roles, home_page, worker, organisation, django_assert_max_num_queries
):
    round = made.make_ideas_round()
    made.make_many(round, 5000, answers=False)
    with django_assert_max_num_queries(8):
        asked_of(round, is_numbered=True, shuffled_by="1")
    batch = flows.print_copies(round=round, by=worker, count=1, organisation=organisation)
    with django_assert_max_num_queries(30):
        type_in(batch.copies.get(), worker, "Dancing.", "1 12")


def test_a_round_without_an_idea_yet_asks_for_none_on_paper(roles, home_page):
    round = made.make_ideas_round()
    assert [row["kind"] for row in asked_of(round, is_numbered=True) if is_question(row)] == ["words"]


def test_ideas_are_on_the_sheet_for_a_group_and_not_on_cards(open_round):
    rows = asked_of(open_round, is_numbered=False)
    cards = cards_of(open_round, rows, address="/here/")
    assert "More buses." not in {card.text for page in cards.parts for card in page}


# Easy or hard


def ease():
    return dict(EaseCount.objects.exclude(how="").values_list("how", "count"))


def test_whether_the_form_was_easy_is_counted_and_kept_with_nobody(copy, worker, second, open_round, pmu):
    flows.choose_share(round=open_round, by=pmu, one_in=1)
    voice = type_in(copy, worker, "Dancing.", "B", ease="2")
    assert ease() == {"some": 1} and EaseGiven.objects.get().voice == voice
    type_in(copy, worker, "Dancing.", "B", ease="2")  # a double press
    check = flows.check_form(copy=copy, by=second, typed=filled(copy.batch, "Dancing.", "B"))
    assert check.settled_at and ease() == {"some": 1}  # nothing to compare, and counted once


def test_nobody_is_asked_again_what_was_counted(batch, worker, second, open_round, pmu):
    """The first typist has the box; the second, and the page of what was typed, do not."""
    flows.choose_share(round=open_round, by=pmu, one_in=1)
    first, other = batch.copies.all()[:2]
    address = f"/support/paper/{first.code}/"
    assert "Was this form easy or hard?" in client_of(worker).get(address).text
    type_in(first, worker, "Dancing.", "B", ease="1")
    second_page = client_of(second).get(address)
    assert second_page.status_code == 200 and "Was this form easy or hard?" not in second_page.text
    type_in(other, worker, "Walking.", "B")
    assert "easy or hard" not in client_of(worker).get(f"{address}entry/").text
    assert ease() == {"easy": 1}


def test_a_form_from_before_is_typed_in_as_it_was_printed(copy, worker):
    """3.5: forms that were printed without the question whether it was easy."""
    batch = copy.batch
    batch.asked = [row for row in batch.asked if row["key"] != "ease"]
    batch.save()
    copy.refresh_from_db()
    assert type_in(copy, worker, "Dancing.", "B") and ease() == {}


# Pages


def things(count, **more):
    """An Ask with `count` things to sort and "I am not sure"."""
    marks = ("I like it", "I am not sure", "I do not like it")
    boxes = [Box(n, f"Thing {n}", marks=marks) for n in range(1, count + 1)]
    return Ask(text="What do you like?", title="Question 1 of 1", boxes=(*boxes, Box("N", "I am not sure")), **more)


@pytest.mark.parametrize("count", [4, 5, 6, 7])
def test_no_page_has_a_single_leftover_box(count):
    """L8, T1: what goes on to a next page is three boxes or more."""
    ask = things(count, lines=2, before_lines="You can write here.")
    pages = [ask] if ask.height <= PAGE else list(parted(ask, PAGE))
    assert all(len(page.boxes) >= 3 for page in pages) and all(page.height <= PAGE for page in pages)
    assert sum(len(page.boxes) for page in pages) == count + 1


def test_fewer_lines_before_a_page_more():
    ask = Ask(text="Which?", title="Question 1 of 1", boxes=tuple(Box(n, "It") for n in range(9)), lines=3)
    assert ask.height > PAGE
    (page,) = parted(ask, PAGE)
    assert 0 < page.lines < 3 and len(page.boxes) == 9


def test_a_form_of_every_kind_has_a_page_for_each_question_and_no_page_of_credits_alone(
    home_page, worker, organisation
):
    """Q1: one question, one page. D1: everybody can read it."""
    round = kinds.make_round()[0]
    batch = flows.print_copies(round=round, by=worker, count=1, organisation=organisation)
    form = form_of(batch, list(batch.copies.all()), address="/here/")
    drawn = draw(as_html(form))
    assert drawn.pages == len(form.pages) and all(form.pages) and pdf.problems_of(drawn.data) == set()
    titles = [page[0].title for page in form.pages if page[0].title.startswith("Question")]
    assert titles == [f"Question {n} of 4" for n in range(1, 5)]
    assert "Was this form easy or hard?" in " ".join(pdf.words_of(drawn.data).split())
