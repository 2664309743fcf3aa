"""A reply to each theme, each with an Easy Read reason (DESIGN.md 6.7; EASY-READ.md 3.13, 3.14)."""

import pytest

from engagement.decisions.flows import change_decision, publish_outcome, record_decision
from engagement.decisions.gates import themes_to_answer
from engagement.decisions.models import Reply
from engagement.heard.flows import take_down_what_we_heard
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(pmu, meeting, plan, words):
    """A decision with a reply to each of the two themes; not public yet."""
    return record_decision(by=pmu, meeting=meeting, proposal=plan, **words)


@pytest.fixture
def put(decision, pmu, words, heard):
    """Writes the decision anew with one reply to the first theme, and `changes` to the other words."""

    def put(answer, reason="Because of the law.", changes=None, **reply):
        replies = [{"theme": heard.two[0], "answer": answer, "reason": reason} | reply]
        return change_decision(decision=decision, by=pmu, **words | {"replies": replies} | (changes or {}))

    return put


@pytest.mark.parametrize("answer", Reply.Answer.values)
@pytest.mark.parametrize("reason", ["", " \n "])
def test_no_answer_without_a_reason_and_the_replies_before_stay(put, decision, answer, reason):
    with refused("“Late buses”: say why in Easy Read."):
        put(answer, reason)
    assert decision.replies.count() == 2


@pytest.mark.parametrize(
    ("answer", "sentence"), [("not_ours", "say which body can answer."), ("not_yet", "say by which day")]
)
def test_an_open_answer_says_who_or_when(put, answer, sentence):
    with refused(f"“Late buses”: {sentence}"):
        put(answer)


@pytest.mark.parametrize("kind", ["noted", "put_off", "not_ours"])
@pytest.mark.parametrize("answer", ["yes", "some", "no"])
def test_a_body_that_did_not_decide_answers_no_theme_for_good(put, adviser, kind, answer):
    with refused("the body did not decide"):
        put(answer, changes={"kind": kind, "next_body": adviser})


def test_only_what_belongs_to_an_answer_is_kept_of_it(put):
    """A day that was typed before the answer changed to yes is gone; so is whose it was."""
    reply = put("yes", whose=factories.make_body(), answer_by=factories.today(3)).replies.get()
    assert (reply.whose, reply.answer_by) == (None, None)


def test_a_reply_taken_out_lets_go_of_its_action_and_the_outcome_waits_for_it(put, decision, heard, pmu):
    action = made.make_action(decision, reply=decision.replies.get(theme=heard.two[1]))
    put("yes")
    action.refresh_from_db()
    assert action.reply is None
    with refused("Answer the theme “Dear buses” and say why."):
        publish_outcome(decision=decision, by=pmu)


def test_a_reply_written_anew_stays_the_same_row(put, decision, heard):
    before = decision.replies.get(theme=heard.two[0]).pk
    assert put("no").replies.get().pk == before


def test_themes_of_every_round_that_was_heard_need_a_reply(plan, heard):
    second = factories.make_round(proposal=plan, opens=-20, closes=-2)
    late = made.make_theme(second, title="Warm buses")
    assert list(themes_to_answer(plan)) == heard.two
    made.publish_heard(second)
    assert list(themes_to_answer(plan)) == [*heard.two, late]


def test_what_was_taken_down_stops_a_decision(decision, heard, pmu):
    take_down_what_we_heard(account=heard.what_we_heard, by=pmu, reason="A name was in it.")
    with refused("Publish what we heard in"):
        publish_outcome(decision=decision, by=pmu)
