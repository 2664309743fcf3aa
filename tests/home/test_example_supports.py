"""The example worker's visits: told by the data, made once, and never over what staff did."""

import pytest

from engagement.bodies.models import Worker
from engagement.voices.flows import Said, give_voice
from engagement.voices.models import Answer, Consent, Support
from home.programme.people import WORKS_AT, give_work
from home.programme.supports import load_supports
from home.programme.voice_rows import ExampleVoice
from tests import factories

pytestmark = pytest.mark.django_db
TOLD = ExampleVoice(
    key="plan/round/v01",
    provenance="summary",
    channel="worker",
    speaking="autistic",
    days=-1,
    answers={"say": ""},
    name="v01",
    summary={"say": "He wants time."},
    support={"explained": ["objects"], "showed": ["pointed"], "agreed": "yes"},
)


@pytest.fixture
def voice(open_round):
    question = open_round.question_rows.get(kind="words")
    said = [Said(question=question, summary="He wants time.")]
    return give_voice(round=open_round, said=said, secret=TOLD.secret, about=TOLD.about, provenance="summary")


def test_a_summary_is_stored_apart(voice):
    answer = Answer.objects.get()
    assert (answer.state, answer.words, answer.summary) == ("answered", "", "He wants time.")


def test_how_a_person_was_supported_is_told_once(voice):
    users, bodies = {"worker": factories.make_user()}, {WORKS_AT: factories.make_body()}
    for _ in range(2):
        load_supports([TOLD], users=users, bodies=bodies)
    support = Support.objects.get()
    assert (support.voice, support.by, support.explained) == (voice, users["worker"], ["objects"])
    assert Consent.objects.get().how == "said it to a worker"


def test_without_the_worker_nothing_is_told(voice):
    load_supports([TOLD], users={}, bodies={WORKS_AT: factories.make_body()})
    assert not Support.objects.exists()


def test_the_worker_gets_a_place_unless_staff_ended_it(db):
    user, organisation = factories.make_user(), factories.make_body()
    for _ in range(2):
        give_work(user, organisation)
    worker = Worker.objects.get()
    worker.left_on = factories.today()
    worker.save()
    give_work(user, organisation)
    assert Worker.objects.get().left_on
