"""The question where people pick ideas: in one kind of round alone, once, and its ideas hold over publishing."""

import pytest
from wagtail.blocks import StructBlockValidationError

from engagement.polls.flows import sync_questions
from engagement.polls.permissions import refuse_picks_elsewhere
from engagement.proposals.blocks import QuestionBlock
from engagement.proposals.models import RoundPage
from tests import factories
from tests.engagement import ideas_made as made

pytestmark = pytest.mark.django_db


class Form:
    """As much of a round's page form as the check looks at."""

    def __init__(self, page, blocks, kind):
        stream = RoundPage._meta.get_field("questions").stream_block
        self.instance, self.errors = page, {}
        self.cleaned_data = {"questions": stream.to_python(blocks), "kind": kind}

    def add_error(self, name, error):
        self.errors = {place: one.messages for place, one in error.block_errors.items()}


def errors_of(kind, count):
    blocks = [factories.question_block("pick", made.PICK) for _ in range(count)]
    form = Form(RoundPage(), blocks, kind)
    refuse_picks_elsewhere(form)
    return form.errors


def test_people_pick_in_what_matters_alone():
    assert errors_of("what_matters", 1) == {}
    sentence = "People pick ideas in a round of the kind “What matters?” only."
    assert errors_of("have_your_say", 1) == {0: [sentence]}


def test_people_pick_once_in_a_round():
    assert errors_of("what_matters", 2) == {1: ["A round has 1 question of this kind at most."]}


def test_nobody_writes_the_ideas_into_the_page():
    block = QuestionBlock()
    value = block.to_python(factories.question_block("pick", made.PICK, choices=["Buses"])["value"])
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(value)
    assert "Leave this empty. People pick from the ideas that you show." in str(error.value.block_errors)


def test_ideas_hold_when_the_page_is_published_again(roles, home_page):
    """SEAMS.md, Questions: ideas are not of the page, so a publish neither ends nor changes them."""
    round = made.make_ideas_round()
    idea = made.make_idea(round)
    sync_questions(round=round)
    choice = made.asked(round).choices.get()
    assert (choice.pk, choice.ended_at, choice.text) == (idea.choice_id, None, idea.title)
    question = round.question_rows.ready_to_show().get(kind="pick")
    assert question.picks_ideas and list(question.choices.all()) == []  # there may be 5,000: each page fetches its few
