"""The new kinds as authors write them: A or B, put in order, sort, and a number."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from engagement.polls.flows import sync_questions
from engagement.polls.flows.syncing import sync_choices
from engagement.polls.models import Choice
from engagement.polls.permissions import changed_wrongly
from engagement.proposals.blocks import QuestionBlock
from engagement.proposals.models import RoundPage
from engagement.voices import flows
from tests import factories
from tests.engagement.voices.kinds import made

pytestmark = pytest.mark.django_db


def wrong(kind, choices=(), **values):
    """What the block says of a question, as a dict of field to sentence; empty when it is right."""
    block = QuestionBlock()
    try:
        block.clean(block.to_python(factories.question_block(kind, "Which?", choices=choices, **values)["value"]))
    except StructBlockValidationError as error:
        return {name: one.messages[0] for name, one in error.block_errors.items()}
    return {}


@pytest.mark.parametrize(
    "kind, choices, sentence",
    [
        ("either", ["A"], "Give 2 choices exactly."),
        ("either", ["A", "B", "C"], "Give 2 choices exactly."),
        ("order", ["A"], "Give at least 2 choices."),
        ("order", list("ABCDEFG"), "Give 6 things at most."),
        ("sort", list("ABCDEFG"), "Give 6 things at most."),
        ("sort", ["A", "Not sure"], "Leave out “I am not sure”. The page offers it by itself."),
        ("number", ["A"], "Leave this empty. People do not choose here."),
        ("one", ["A"], "Give at least 2 choices."),
    ],
)
def test_each_kind_takes_as_many_choices_as_it_can_show_q2(kind, choices, sentence):
    assert wrong(kind, choices) == {"choices": sentence}
    assert wrong("either", ["A", "B"]) == wrong("order", list("ABCDEF")) == wrong("sort", ["A", "B"]) == {}


def test_only_a_number_has_a_unit_and_limits():
    only = "Only for “A number or an amount”."
    assert wrong("yes_no", unit="hours", most="3") == {"unit": only, "most": only}
    assert wrong("number", unit="hours", least="5", most="3") == {
        "most": "The most must not be smaller than the least."
    }
    assert wrong("number", unit="pounds", least="0", most="3.50") == {}


def test_a_vote_may_be_a_or_b_and_nothing_of_the_other_new_kinds():
    assert wrong("either", ["A", "B"], poll="follow") == {}
    for kind in ("order", "sort"):
        assert "poll" in wrong(kind, ["A", "B"], poll="weigh")
    assert "poll" in wrong("number", poll="weigh")


def test_the_rows_of_each_kind(home_page):
    """A or B has 2 more choices (Q5); of things to order and sort "I am not sure" is about the whole question."""
    _, asked = made.make_round()
    meanings = {kind: [choice.meaning for choice in row.choices.all()] for kind, row in asked.items()}
    assert meanings == {"either": ["", "", "same", "not_sure"], "order": [""] * 4, "sort": [""] * 3, "number": []}
    number = asked["number"]
    assert (number.unit, number.least, number.most) == ("hours", Decimal(1), Decimal(168))
    assert (asked["order"].unit, asked["order"].least) == ("", None)


def test_the_page_offers_the_same_by_itself():
    assert wrong("either", ["A", "They are the same."]) == {
        "choices": "Leave out “They are the same to me”. The page offers it by itself."
    }


def test_a_question_that_was_answered_without_it_keeps_its_choices(home_page):
    """People chose among 3; a correction by two people later adds no fourth."""
    page, asked = made.make_round()
    question = asked["either"]
    question.choices.filter(meaning="same").delete()  # as a round that opened before this choice was there
    draft, secret = flows.start_draft(round=page)
    flows.save_answer(draft=draft, question=question, choices=[question.choices.first()])
    flows.send_voice(secret=secret)
    sync_choices(question, page.questions[0], {}, answered=True)
    assert [row.meaning for row in Choice.objects.filter(question=question, ended_at=None)] == ["", "", "not_sure"]


def changed(page, place, **values):
    """The page's blocks with some values of one changed, as (place, sentence) of what may not change so."""
    raw = [{**block, "value": dict(block["value"])} for block in page.questions.raw_data]
    raw[place]["value"].update(values)
    page.questions = RoundPage._meta.get_field("questions").stream_block.to_python(raw)
    return list(changed_wrongly(page, page.questions))


def test_kind_unit_and_limits_are_fixed_once_somebody_answered(home_page):
    page, asked = made.make_round()
    assert changed(page, 3, unit="days") == []  # nobody answered yet
    draft, secret = flows.start_draft(round=page)
    flows.save_answer(draft=draft, question=asked["number"], number="12")
    flows.save_answer(draft=draft, question=asked["order"], choices=list(asked["order"].choices.all())[:1])
    flows.send_voice(secret=secret)
    for place, values in ((3, {"unit": "days"}), (3, {"most": "10"}), (1, {"kind": "sort"})):
        page.refresh_from_db()
        assert [number for number, _ in changed(page, place, **values)] == [place]
        sync_questions(round=page)  # however it is published, the rows stand
        asked["number"].refresh_from_db()
        asked["order"].refresh_from_db()
        assert (asked["number"].unit, asked["number"].most, asked["order"].kind) == ("hours", 168, "order")


def test_a_or_b_that_was_voted_in_cannot_change(home_page):
    block = factories.question_block("either", "Which is better?", choices=["1 worker", "2 workers"], poll="weigh")
    page = factories.make_round(questions=[block])
    question = page.question_rows.get()
    draft, secret = flows.start_draft(round=page)
    flows.save_answer(draft=draft, question=question, choices=[question.choices.first()])
    flows.send_voice(secret=secret)
    page.refresh_from_db()
    ((place, sentence),) = changed(page, 0, text="Which is worse?")
    assert place == 0 and "People have voted here" in sentence


def test_nobody_votes_twice_in_a_or_b(home_page):
    block = factories.question_block("either", "Which is better?", choices=["1 worker", "2 workers"], poll="weigh")
    question = factories.make_round(questions=[block]).question_rows.get()
    draft, _ = flows.start_draft(round=question.round)
    with pytest.raises(ValidationError, match="Choose 1 answer only"):
        flows.save_answer(draft=draft, question=question, choices=list(question.choices.all())[:2])
