"""News to take back: what is new for whom, from rows; told once; a lead sees the organisation's, others nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagement.shaping.models import Change, Draft
from engagement.trail.news.moments import new_steps, with_news
from engagement.voices.entries import entries_of
from engagement.voices.flows import take_back, tell_news
from engagement.voices.flows.telling import NO_HOW, NOTHING_CHOSEN, TAKEN_BACK
from engagement.voices.models import Told, Voice
from tests import factories
from tests.engagement.trail import made
from tests.engagement.trail.news.conftest import make_entry, make_worker
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


def steps_of(voice):
    """What is news for a voice now, as a set of str."""
    return set(new_steps(with_news(Voice.objects.filter(pk=voice.pk)).get()))


def tell(voice, worker, *steps):
    """The person was told of these steps."""
    now = new_steps(with_news(Voice.objects.filter(pk=voice.pk)).get())
    return tell_news(voice=voice, by=worker, news={step: now[step] for step in steps}, how="said")


def change_because_of(voice, days=-1, **values):
    """A draft that came out `days` from today and changed because of a theme with the voice's words."""
    plan = voice.round.proposal
    theme = made.make_theme(voice.round, [voice.said])
    number = plan.drafts.count() + 1
    draft = Draft.objects.create(
        proposal=plan, number=number, title=f"Draft {number}", published_on=factories.today(days)
    )
    values = {"before": "It is fast.", "after": "It is slow.", "reason": "People want time."} | values
    return Change.objects.create(draft=draft, theme=theme, **values)


def test_nothing_happened_is_no_news(entry):
    assert steps_of(entry) == set()


def test_each_step_is_news_when_it_happened(entry):
    """Read, heard, changed, decided, done: each from its rows."""
    made.read(entry.said)
    assert steps_of(entry) == {"read"}
    made.publish_heard(entry.round)
    assert steps_of(entry) == {"read", "heard"}
    change_because_of(entry)
    assert steps_of(entry) == {"read", "heard", "changed"}
    decision = made.make_decision(entry.round.proposal)
    assert steps_of(entry) == {"read", "heard", "changed", "decided"}
    made.make_action(decision, state="done")
    assert steps_of(entry) == {"read", "heard", "changed", "decided", "done"}


def test_what_is_not_out_is_no_news(entry):
    made.publish_heard(entry.round, published=False)
    change_because_of(entry, days=2)
    change_because_of(entry, taken=False)
    decision = made.make_decision(entry.round.proposal, published=False)
    made.make_action(decision, state="done")
    made.make_action(made.make_decision(factories.make_proposal()), state="done")
    assert steps_of(entry) == set()


def test_one_answer_that_waits_is_not_read(entry):
    made.read(entry.said)
    words = entry.round.question_rows.exclude(kind="words").first()
    entry.answers.create(question=words, state="answered", words="And a bus.")
    assert steps_of(entry) == set()


def test_what_was_before_the_voice_is_no_news(entry):
    made.publish_heard(entry.round)
    made.make_decision(entry.round.proposal)
    Voice.objects.filter(pk=entry.pk).update(given_at=timezone.now() + timedelta(hours=1))
    assert steps_of(entry) == set()


def test_told_is_no_news_until_it_happens_again(entry, worker):
    """The next decision, and the next draft, are news again."""
    made.make_decision(entry.round.proposal, published_at=timezone.now() - timedelta(days=2))
    change_because_of(entry, days=-3)
    assert tell(entry, worker, "decided") == 1
    assert steps_of(entry) == {"changed"}
    tell(entry, worker, "changed")
    assert steps_of(entry) == set()
    made.make_decision(entry.round.proposal)
    change_because_of(entry, days=-1)
    assert steps_of(entry) == {"decided", "changed"}


def test_told_twice_is_told_once(entry, worker):
    made.publish_heard(entry.round)
    news = new_steps(with_news(Voice.objects.filter(pk=entry.pk)).get())
    assert [tell_news(voice=entry, by=worker, news=news, how="letter") for _ in range(2)] == [1, 0]
    assert Told.objects.get().told_on == factories.today()


def test_who_may_not_tell(entry, worker, organisation):
    """Another worker of the organisation may not, its lead may."""
    news = {"read": timezone.now()}
    with pytest.raises(PermissionDenied):
        tell_news(voice=entry, by=make_worker(organisation), news=news, how="said")
    with pytest.raises(PermissionDenied):
        tell_news(voice=entry, by=make_worker(factories.make_organisation(), leads=True), news=news, how="said")
    assert tell_news(voice=entry, by=make_worker(organisation, leads=True), news=news, how="said") == 1


@pytest.mark.parametrize(
    "news,how,sentence",
    [({}, "said", NOTHING_CHOSEN), ({"eaten": timezone.now()}, "said", NOTHING_CHOSEN), ("read", "magic", NO_HOW)],
)
def test_what_cannot_be_told(entry, worker, news, how, sentence):
    news = {news: timezone.now()} if isinstance(news, str) else news
    with pytest.raises(ValidationError, match=sentence):
        tell_news(voice=entry, by=worker, news=news, how=how)


def test_who_took_it_back_gets_no_news(entry, worker):
    made.publish_heard(entry.round)
    take_back(voice=entry)
    entry.refresh_from_db()
    assert not with_news(entries_of(worker)).exists()
    with pytest.raises(ValidationError, match=TAKEN_BACK):
        tell_news(voice=entry, by=worker, news={"heard": timezone.now()}, how="said")


def test_the_list_shows_own_entries_and_the_lead_sees_the_organisations(signed_in, entry, worker, organisation):
    made.publish_heard(entry.round)
    other = make_worker(organisation)
    theirs = make_entry(entry.round, other, organisation)
    address = reverse("news_one", args=[theirs.public_id])
    assert str(entry.public_id) in (page := signed_in.get("/support/news/").content.decode())
    assert str(theirs.public_id) not in page and signed_in.get(address).status_code == 404
    assert signed_in.get(reverse("news_letter", args=[theirs.public_id])).status_code == 404
    lead = Client()
    lead.force_login(make_worker(organisation, leads=True))
    assert {str(entry.public_id), str(theirs.public_id)} <= set(
        part for part in lead.get("/support/news/").content.decode().replace('"', "/").split("/")
    )
    assert lead.get(address).status_code == 200


def test_the_whole_way(signed_in, entry):
    """See the news, read them, tick that the person was told; then there are none."""
    made.publish_heard(entry.round)
    made.make_decision(entry.round.proposal)
    address = reverse("news_one", args=[entry.public_id])
    page = signed_in.get(address).content.decode()
    assert "You told us many things." in page and "The board said yes." in page
    assert signed_in.post(address, {"step": [], "how": "said"}).status_code == 400
    refused = signed_in.post(address, {"step": ["heard"], "how": ""})
    assert NO_HOW in refused.content.decode()
    page = signed_in.post(address, {"step": ["heard", "decided"], "how": "read_out"}, follow=True).content.decode()
    assert "We wrote down that you told the person." in page and "There is no news now." in page
    assert set(Told.objects.values_list("step", "how")) == {("heard", "read_out"), ("decided", "read_out")}
    assert "There is no news now." in signed_in.get("/support/news/").content.decode()
    assert str(entry.public_id) in signed_in.get("/support/news/?all=1").content.decode()


def test_news_that_came_while_the_page_was_open_stay_news(signed_in, entry):
    made.make_decision(entry.round.proposal, published_at=timezone.now() - timedelta(hours=2))
    address = reverse("news_one", args=[entry.public_id])
    at = dict(signed_in.get(address).context["at"])
    made.make_decision(entry.round.proposal)
    signed_in.post(address, {"step": ["decided"], "how": "said", "at-decided": at["decided"]})
    assert steps_of(entry) == {"decided"}


def test_one_round_alone_can_be_shown(signed_in, entry, worker, organisation):
    other = make_entry(factories.make_round(opens=-60, closes=-5), worker, organisation)
    for one in (entry, other):
        made.publish_heard(one.round)
    page = signed_in.get(f"/support/news/?round={entry.round_id}").content.decode()
    assert str(entry.public_id) in page and str(other.public_id) not in page


def test_nobody_elses_words(signed_in, entry, worker, organisation):
    """No page and no letter of one entry shows what another person said."""
    make_entry(entry.round, worker, organisation, words="A secret of somebody else.")
    made.read(entry.said)
    made.publish_heard(entry.round)
    change_because_of(entry)
    page = signed_in.get(reverse("news_one", args=[entry.public_id])).content.decode()
    assert "A secret" not in page and "It is slow." in page


def test_our_sentences_are_easy_read(signed_in, entry):
    made.read(entry.said)
    made.publish_heard(entry.round)
    for address in ("/support/news/", reverse("news_one", args=[entry.public_id])):
        assert not errors_of(signed_in.get(address).content.decode()), address


@pytest.mark.parametrize("address", ["/support/news/", "/support/news/?all=1"])
def test_the_same_queries_for_few_and_many(signed_in, entry, worker, organisation, address):
    """F2: at most 25."""
    made.publish_heard(entry.round)
    made.make_decision(entry.round.proposal)
    signed_in.get(address)  # the first visit also begins the session
    with CaptureQueriesContext(connection) as few:
        signed_in.get(address)
    for _ in range(25):
        make_entry(entry.round, worker, organisation)
    with CaptureQueriesContext(connection) as many:
        signed_in.get(address)
    assert len(many) <= len(few) + 1 <= 25
