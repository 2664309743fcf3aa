"""Before, during and after a round; what the history and the public record keep, and what the database insists on."""

import pytest
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from engagement.heard import flows
from engagement.heard.models import Correction, WhatWeHeard
from engagement.record.flows import first_fault
from engagement.record.models import Entry
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
SECRET = "Ask Zebedee at 12 Mill Lane."


@pytest.fixture
def account(closed, pmu, say):
    """What was heard in the closed round, all of it done by the flows, with somebody's name in the words."""
    answer = say(SECRET)
    flows.read_answer(answer=answer, by=pmu, may_show=True, shown_words="Ask …", reason="Zebedee is a name.")
    theme = flows.make_theme(round=closed, by=pmu, title="Asking", plain="People want to ask.", answers=[answer])
    flows.pick_quote(theme=theme, answer=answer, by=pmu)
    flows.change_theme(theme=theme, by=pmu, title="To ask", plain="People want to ask.")
    return flows.write_what_we_heard(round=closed, by=pmu, plain="You told us to ask.")


@pytest.mark.parametrize(("opens", "closes"), [(5, 9), (-5, 0), (-5, 5), (-5, None)])
def test_nothing_is_published_before_or_during_a_round_3_13(account, pmu, opens, closes):
    """Its last day is still open; a round that is always open has not closed."""
    account.round.opens_on = factories.today(opens)
    account.round.closes_on = None if closes is None else factories.today(closes)
    with refused("This round is not closed yet."):
        flows.publish_what_we_heard(account=account, by=pmu)


def test_words_may_be_read_and_sorted_while_the_round_is_open_3_6(open_round, pmu):
    words = open_round.question_rows.get(kind="words")
    answer = made.make_voice(open_round, words="More buses.", question=words).said
    flows.read_answer(answer=answer, by=pmu, may_show=True)
    assert flows.make_theme(round=open_round, by=pmu, title="Buses", answers=[answer]).answers.count() == 1


def test_every_refusal_at_once_and_nothing_is_kept_6_4(closed, pmu, say):
    say("Nobody read this.")
    account = WhatWeHeard.objects.create(round=closed, plain=" ")
    closed.themes.create(title="Buses")
    with refused("Write what people said about “Buses”.") as refusal:
        flows.publish_what_we_heard(account=account, by=pmu)
    assert len(refusal.value.messages) == 3


def test_a_round_in_which_nobody_spoke_needs_no_theme(closed, pmu):
    account = flows.write_what_we_heard(round=closed, by=pmu, plain="Nobody told us anything.")
    assert flows.publish_what_we_heard(account=account, by=pmu).published_at


def test_pressing_publish_twice_at_once_gives_one_fact(account, pmu):
    old = WhatWeHeard.objects.get(pk=account.pk)
    flows.publish_what_we_heard(account=account, by=pmu)
    with refused("What we heard is published already."):
        flows.publish_what_we_heard(account=old, by=pmu)
    assert Entry.objects.filter(fact="heard.published").count() == 1


@pytest.mark.parametrize("flow", ["correct", "take_down"])
def test_what_is_not_out_is_neither_put_right_nor_taken_down(account, pmu, flow):
    values = {"reason": "A wrong day."} | ({"plain": "New."} if flow == "correct" else {})
    with refused("What we heard is not published."):
        getattr(flows, f"{flow}_what_we_heard")(account=account, by=pmu, **values)


@pytest.mark.parametrize("flow", ["correct", "take_down"])
def test_no_change_of_what_is_out_without_a_public_reason(account, pmu, flow):
    flows.publish_what_we_heard(account=account, by=pmu)
    values = {"reason": " "} | ({"plain": "New."} if flow == "correct" else {})
    with refused("Say why in Easy Read."):
        getattr(flows, f"{flow}_what_we_heard")(account=account, by=pmu, **values)


def test_words_put_right_are_never_empty(account, pmu):
    flows.publish_what_we_heard(account=account, by=pmu)
    with refused("Write what we heard in Easy Read."):
        flows.correct_what_we_heard(account=account, by=pmu, reason="A wrong day.", plain=" ")


def test_the_record_and_the_history_say_what_and_who_and_nothing_of_the_person_6_10(account, pmu):
    flows.publish_what_we_heard(account=account, by=pmu)
    flows.correct_what_we_heard(account=account, by=pmu, reason="A wrong day.", plain="You said ask.")
    flows.take_down_what_we_heard(account=account, by=pmu, reason="A name was in it.")
    entries = list(Entry.objects.filter(fact__startswith="heard."))
    assert [entry.fact for entry in entries] == ["heard.published", "heard.corrected", "heard.taken_down"]
    assert {entry.subject for entry in entries} == {account.round.public_id}
    assert {str(entry.data) for entry in entries} == {"{'themes': 1}"} and first_fault() is None
    history = list(ModelLogEntry.objects.filter(action__startswith="heard."))
    assert {entry.user for entry in history} == {pmu} and len(history) == 9
    told = "".join(entry.line() for entry in entries) + "".join(f"{each.label} {each.data}" for each in history)
    assert not [word for word in ("Zebedee", "Mill", pmu.email, str(pmu.public_id)) if word in told]


def test_the_original_words_stay_sealed_whatever_is_shown_6_4(account, closed):
    answer = closed.themes.get().answers.get()
    assert answer.words == SECRET and [quote.words for quote in answer.quotes.all()] == ["Ask …"]


BEHIND = {
    "heard_change_has_a_reason": lambda round, answer, by: made.read(answer, may_show=True, shown_words="Ask …"),
    "heard_correction_has_a_reason": lambda round, answer, by: Correction.objects.create(
        what_we_heard=made.publish_heard(round), kind="put_right", reason="", made_by=by, made_at=timezone.now()
    ),
    "(?i)unique.*round": lambda round, answer, by: [made.make_theme(round, title="Buses") for _ in range(2)],
    "(?i)unique.*answer": lambda round, answer, by: made.make_theme(round, [answer, answer]),
    "(?i)unique.*whatweheard": lambda round, answer, by: [made.publish_heard(round) for _ in range(2)],
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_refuses_what_goes_behind_the_flows(closed, say, pmu, rule):
    answer = say()
    with pytest.raises(IntegrityError, match=rule):
        BEHIND[rule](closed, answer, pmu)
