"""kill -9 between any two steps of answering, sending and deciding: all of it is there, or nothing (R1, R2)."""

import uuid
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from engagement.decisions import flows as deciding
from engagement.heard.flows import publish_what_we_heard
from engagement.heard.models import WhatWeHeard
from engagement.record.flows import append_all, first_fault
from engagement.shaping.flows import publish_draft
from engagement.voices import flows as answering
from engagement.voices.flows import Said
from tests import factories
from tests.engagement.decisions.conftest import *  # noqa: F403  a plan whose round was heard
from tests.engagement.shaping.test_flows import WORDS
from tests.engagement.trail import made
from tests.engagement.voices.conftest import answer
from tests.proof.killing import all_rows, copy_of_database, database_at, fresh, run_until, sizes

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the copies are files of SQLite"),
]
SECRET = "a-secret-of-this-test-0123456789-0123456789"
MOST_STEPS = 200  # no press takes as many: the loop ends


def answered(round):
    """An unsent voice with every question answered and all that a person may tell."""
    draft, _ = answering.start_draft(round=round, secret=SECRET)
    for question in round.question_rows.asked().ready_to_show():
        answer(draft, question)
    answering.save_about(draft=draft, who=["carer"], place="Dover", publish=True)
    return draft


def pressing(path, data):
    """Press a button as a browser does, with the secret of this device. Refusals are answers too."""
    client = Client()
    client.cookies["answering"] = SECRET
    response = client.post(path, data)
    assert response.status_code in (200, 302), response.status_code


@pytest.fixture
def sending(open_round):
    answered(open_round)
    return lambda: pressing(f"{open_round.address}answer/check/", {"go": "send"})


@pytest.fixture
def saving(open_round):
    answering.start_draft(round=open_round, secret=SECRET)
    return lambda: pressing(f"{open_round.address}answer/5/", {"go": "next", "words": "I want more time."})


@pytest.fixture
def telling_about(open_round):
    answering.start_draft(round=open_round, secret=SECRET)
    return lambda: pressing(f"{open_round.address}answer/about/", {"go": "next", "who": ["carer"], "place": "Dover"})


@pytest.fixture
def skipping(open_round):
    answering.start_draft(round=open_round, secret=SECRET)
    return lambda: pressing(f"{open_round.address}answer/1/", {"go": "skip"})


@pytest.fixture
def saving_all(open_round):
    """Every question on one page, stored with one press."""
    answering.start_draft(round=open_round, secret=SECRET)
    questions = enumerate(open_round.question_rows.asked().ready_to_show(), start=1)
    said = {f"q{n}-choice": str(q.choices.all()[0].public_id) for n, q in questions if q.kind != "words"}
    data = said | {"q5-words": "I want more time.", "go": "next"}
    return lambda: pressing(f"{open_round.address}answer/all/", data)


@pytest.fixture
def stopping(open_round):
    """The card to come back."""
    answered(open_round)
    return lambda: pressing(f"{open_round.address}answer/stop/", {"go": "card"})


@pytest.fixture
def finding_it_hard(open_round):
    answered(open_round)
    answering.send_voice(secret=SECRET)
    return lambda: pressing(f"{open_round.address}answer/easy/", {"go": "hard"})


@pytest.fixture
def asking_for_a_call(open_round):
    data = {"phone": "01632 960001", "when": "any"}
    return lambda: pressing(f"{open_round.address}answer/ask/", data)


@pytest.fixture
def changing(open_round):
    answered(open_round)
    voice = answering.send_voice(secret=SECRET)
    poll = open_round.question_rows.get(kind="one")
    return lambda: answering.change_answer(voice=voice, question=poll, choices=[poll.choices.last()], words="Why")


@pytest.fixture
def taking_back(open_round):
    answered(open_round)
    voice = answering.send_voice(secret=SECRET)
    made.make_quote(made.make_theme(open_round), voice.answers.get(question__kind="words"))
    return lambda: answering.take_back(voice=voice)


@pytest.fixture
def recording(open_round):
    words = open_round.question_rows.get(kind="words")
    for number in range(9):
        answering.give_voice(round=open_round, said=[Said(words, words=f"I say {number}.")])
    return lambda: answering.record_voices(round=open_round)


@pytest.fixture
def appending():
    """The record itself, which whoever uses it adds to inside a transaction of its own. It is not pressed again."""
    return lambda: append_all(facts=[{"fact": "round.opened", "subject": uuid.UUID(int=n)} for n in range(9)])


@pytest.fixture
def hearing(heard, pmu):
    WhatWeHeard.objects.update(published_at=None)
    account = WhatWeHeard.objects.get()
    return lambda: publish_what_we_heard(account=account, by=pmu)


@pytest.fixture
def drafting(plan, pmu):
    draft = made.make_draft(plan, published_on=None, easy_read=WORDS)
    return lambda: publish_draft(draft=draft, by=pmu)


@pytest.fixture
def deciding_words(meeting, plan, words, pmu, body):
    actions = [{"what": "Buy a bus.", "owner": body, "due_on": factories.today(30)}]
    return {"by": pmu, "meeting": meeting, "proposal": plan, "actions": actions, **words}


@pytest.fixture
def noting(deciding_words):
    return lambda: deciding.record_decision(**deciding_words)


@pytest.fixture
def publishing(deciding_words, pmu):
    decision = deciding.record_decision(**deciding_words)
    deciding.add_update(
        action=decision.actions.get(), by=pmu, happened_on=factories.today(), state="started", words="We asked."
    )
    return lambda: deciding.publish_outcome(decision=decision, by=pmu)


@pytest.fixture
def confirming(publishing, secretary):
    decision = publishing()
    return lambda: deciding.confirm_decision(decision=decision, by=secretary)


@pytest.fixture
def finishing(publishing, pmu):
    action = publishing().actions.get()
    values = {"happened_on": factories.today(), "state": "done", "words": "We bought it."}
    return lambda: deciding.add_update(action=action, by=pmu, **values)


EVERY_DAY = ["sending", "recording"]
ANSWERING = ["saving", "skipping", "saving_all", "telling_about", "stopping", "finding_it_hard", "asking_for_a_call"]
OTHERS = [
    *ANSWERING,
    "changing",
    "taking_back",
    "appending",
    "publishing",
    "hearing",
    "drafting",
    "noting",
    "confirming",
    "finishing",
]


def again(task):
    """Press once more. A kind refusal, because it is done already, is as good."""
    with suppress(ValidationError):
        task()


@pytest.mark.parametrize("name", [*EVERY_DAY, *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)])
def test_nothing_or_all_of_it_is_there(name, request, tmp_path):
    task = request.getfixturevalue(name)
    source, place = tmp_path / "before.sqlite3", tmp_path / "site.sqlite3"
    copy_of_database(source)
    fresh(source, place)
    with database_at(place):
        before = all_rows()
        task()
        whole = sizes(all_rows())
        assert whole != sizes(before) or all_rows() != before, "The task stores nothing: this proves nothing."
    left_nothing = left_all = 0
    for last in range(1, MOST_STEPS):
        fresh(source, place)
        with database_at(place):
            connection.close()
            ended = run_until(task, last)
            rows = all_rows()
            assert first_fault() is None
            assert rows == before or sizes(rows) == whole, f"Half of it is there after step {last}."
            left_nothing, left_all = left_nothing + (rows == before), left_all + (rows != before)
            if name != "appending":
                again(task)
                assert sizes(all_rows()) == whole, f"Not exactly once, pressed again after step {last}."
                assert first_fault() is None
        if ended:
            break
    assert ended and left_nothing >= 3 and left_all >= 2  # killed on both sides of the commit
