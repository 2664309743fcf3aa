"""*Did this feel true?*: asked when a plan has ended, once a card, shown afterwards by the rules of counting (3.14)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from engagement.decisions.felt import ASKING, BEFORE, COUNTED, DAYS, standing
from engagement.decisions.flows import read_felt, say_if_it_felt_true
from engagement.decisions.flows.feeling import NO_ANSWER, NOT_NOW, ONLY_PERSONS
from engagement.decisions.models import Decision, FeltTrue
from engagement.trail.outcome_papers import outcome_paper
from engagement.trail.outcomes import outcome_for
from engagement.voices import flows
from engagement.voices.flows import Said
from engagement.voices.keys import link_token_of
from tests.engagement.trail import made
from tests.engagement.trail.test_same_for_everyone import queries_of
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(open_round):
    """A round of a plan that ended today, with 9 people who took part. Each voice has its `token`."""
    question = open_round.question_rows.get(kind="yes_no")
    voices = []
    for number in range(9):
        secret = f"{number:043}"
        said = [Said(question, choices=(question.choices.first(),))]
        voice = flows.give_voice(round=open_round, said=said, secret=secret, about={"publish": True})
        voice.token = link_token_of(secret)
        voices.append(voice)
    close(open_round)
    open_round.voices_now = voices
    open_round.decision = made.make_decision(open_round.proposal)
    return open_round


def ago(days):
    """The plan ended so many days ago."""
    Decision.objects.update(published_at=timezone.now() - timedelta(days=days))


def refused(**given):
    with pytest.raises(ValidationError) as error, transaction.atomic():
        say_if_it_felt_true(**given)
    return error.value.messages[0]


def test_it_is_asked_when_a_plan_has_ended_and_for_six_weeks(ended, client):
    """Before a decision, while a round is open, and later: not."""
    decisions = list(Decision.objects.all())
    assert standing(decisions, [ended]) == ASKING and standing([], [ended]) == BEFORE
    assert standing(decisions, [ended], timezone.localdate() + timedelta(days=DAYS + 1)) == COUNTED
    close(ended, days_ago=-5)
    assert standing(decisions, [ended]) == BEFORE
    assert refused(voice=ended.voices_now[0], answer="yes") == NOT_NOW
    close(ended)
    Decision.objects.update(kind="noted", authority=None, next_body=ended.proposal.asked_by)
    assert refused(voice=ended.voices_now[0], answer="yes") == NOT_NOW


def test_one_answer_a_card_and_a_change_is_a_new_row(ended):
    voice = ended.voices_now[0]
    assert refused(voice=voice, answer="maybe") == NO_ANSWER
    first = say_if_it_felt_true(voice=voice, answer="yes")
    assert say_if_it_felt_true(voice=voice, answer="yes") == first
    second = say_if_it_felt_true(voice=voice, answer="no", why="Nobody came.")
    assert list(FeltTrue.objects.values_list("answer", "is_current")) == [("yes", False), ("no", True)]
    with pytest.raises(IntegrityError), transaction.atomic():
        FeltTrue.objects.create(voice=voice, answer="yes")
    flows.take_back(voice=voice)
    second.refresh_from_db()
    assert (second.why, second.is_current) == ("", False)


def test_a_group_has_no_answer_of_its_own(ended):
    voice = made.make_voice(ended, is_group=True, people_present=12)
    assert refused(voice=voice, answer="yes") == ONLY_PERSONS


def test_a_person_says_it_with_the_long_link_alone(ended, client):
    voice = ended.voices_now[0]
    card, felt = (reverse(name, args=[voice.token]) for name in ("my_voice_card", "my_voice_felt"))
    assert "Did this feel true?" in client.get(card).content.decode()
    code = reverse("my_voice_card", args=[voice.card.code])
    assert "Did this feel true?" not in client.get(code).content.decode()
    assert client.get(reverse("my_voice_felt", args=[voice.card.code])).url == code
    assert "We said: We ask what you think." in client.get(felt).content.decode()
    page = client.post(felt, {"why": "<b>Hi</b>"})
    assert page.status_code == 400 and NO_ANSWER in page.content.decode() and "&lt;b&gt;" in page.content.decode()
    assert client.post(felt, {"answer": "some", "why": "Half of it."}).url.startswith(card)
    page = client.get(card).content.decode()
    assert "You said: Some of it." in page and "Half of it." in page and "Change this" in page
    ago(DAYS + 1)
    assert client.get(felt).url == card and "You cannot change this now." in client.get(card).content.decode()


def say_all(ended, yes=5):
    """All 9 say it: so many yes, the others no, the last with words. Then the asking is over."""
    for number, voice in enumerate(ended.voices_now):
        say_if_it_felt_true(
            voice=voice, answer="yes" if number < yes else "no", why="It was slow." if number == 8 else ""
        )
    return FeltTrue.objects.get(why="It was slow.")


def test_nothing_is_public_while_people_are_asked_and_then_the_totals_are_exact(ended, client, pmu):
    """SEAMS, Counting: beside the promise on the plan's page, the outcome and in the open data."""
    words = say_all(ended)
    pages = (ended.proposal.url, ended.decision.address)
    for page in pages:
        told = client.get(page).content.decode()
        assert "Each card counts 1 time." in told and "5 voices" not in told
    with pytest.raises(PermissionDenied):
        read_felt(felt=words, by=ended.proposal.owner or made.factories.make_user(), may_show=True)
    ago(DAYS + 1)
    for page in pages:
        told = client.get(page).content.decode()
        assert "5 voices" in told and "4 voices" in told and "It was slow." not in told
    read_felt(felt=words, by=pmu, may_show=True)
    assert all("It was slow." in client.get(page).content.decode() for page in pages)
    (out,) = client.get(f"/api/proposals/{ended.proposal.public_id}").json()["felt_true"]
    assert (out["total"], [row["count"] for row in out["answers"]]) == (9, [5, 0, 4, 0])
    assert [quote["words"] for quote in out["words"]] == ["It was slow."]
    assert out["by_whose_words"] == []  # one kind of words alone: nobody could be among the others
    flows.withdraw_consent(voice=words.voice, kind="publish")
    assert "It was slow." not in client.get(pages[0]).content.decode()
    flows.take_back(voice=words.voice)
    (out,) = client.get(f"/api/proposals/{ended.proposal.public_id}").json()["felt_true"]
    assert out["total"] == 9  # what everybody saw stands


def test_the_pages_ask_no_more_for_it(ended, client, settings):
    """F2: what people felt comes with the rounds; at most 10 queries."""
    settings.PAGE_CACHE_SECONDS = 0
    say_all(ended)
    pages = (ended.proposal.url, ended.decision.address)
    client.get(pages[0])  # the first page ever makes the row of who to ask
    before = [len(queries_of(client, page)) for page in pages]
    ago(DAYS + 1)
    after = [len(queries_of(client, page)) for page in pages]
    assert after == before and max(after) <= 10


def test_fewer_than_8_show_no_number(ended, client):
    for voice in ended.voices_now[:7]:
        say_if_it_felt_true(voice=voice, answer="yes")
    ago(DAYS + 1)
    page = client.get(ended.proposal.url).content.decode()
    assert "Fewer than 8 people told us." in page and "7 voices" not in page
    (out,) = client.get(f"/api/proposals/{ended.proposal.public_id}").json()["felt_true"]
    assert out["total"] is None and out["answers"] == []


def test_the_unit_reads_every_word(ended, pmu, client):
    words = say_all(ended)
    client.force_login(pmu)
    assert "It was slow." in client.get(reverse("felt:list")).content.decode()
    client.post(reverse("felt:read", args=[words.pk]), {"show": "yes"})
    words.refresh_from_db()
    assert words.may_show and words.read_by == pmu
    assert "It was slow." not in client.get(reverse("felt:list")).content.decode()
    assert "It was slow." in client.get(f"{reverse('felt:list')}?show=read").content.decode()


def on_paper(ended):
    """The words of *did this feel true?* in the PDF of the outcome, as one str; "" without that part."""
    paper = outcome_paper(outcome_for(ended.decision.slug))
    parts = next((section.parts for section in paper.sections if section.title == "Did this feel true?"), [])
    return " ".join(word for part in parts for word in getattr(part, "words", []))


def test_the_paper_of_the_outcome_says_what_its_page_says(ended):
    """T10, 3.14: nothing while people are asked, then exact totals from 8 up. Nobody's words stand on a paper (P2)."""
    for voice in ended.voices_now[:7]:
        say_if_it_felt_true(voice=voice, answer="yes", why="They listened.")
    assert "They can tell us until" in on_paper(ended) and "voices told us" not in on_paper(ended)
    say_if_it_felt_true(voice=ended.voices_now[7], answer="no")
    ago(DAYS + 1)
    words = on_paper(ended)
    assert "8 voices told us. Yes: 7." in words and "No: 1." in words and "They listened." not in words
    FeltTrue.objects.filter(voice=ended.voices_now[7]).delete()
    assert on_paper(ended).startswith("Fewer than 8 people told us.")
