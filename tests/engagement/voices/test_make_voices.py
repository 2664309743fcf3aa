"""Made-up voices: many, marked, never among real ones."""

import tracemalloc

import pytest
from django.core.management import CommandError, call_command

from engagement.record.models import Entry
from engagement.voices.flows.making import make_voices, remove_made_voices
from engagement.voices.models import Answer, AnswerChoice, Voice, Vote
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.voices.kinds import made as kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def example_round(home_page):
    return factories.make_round(proposal=factories.make_proposal(is_example=True), slug="buses")


def make(round, count, **options):
    call_command("make_voices", round=round.slug, count=count, **options)


def test_they_are_made_and_marked(example_round, capsys):
    make(example_round, 300, seed=1)
    assert "300 made-up voices" in capsys.readouterr().out
    voices = Voice.objects.filter(round=example_round)
    assert voices.count() == 300 and not voices.filter(is_example=False).exists()
    assert Answer.objects.count() == 1500
    assert 200 < Vote.objects.count() <= 300  # one poll; some skip it
    assert AnswerChoice.objects.filter(answer__question__kind="several").count() > 200
    assert not Vote.objects.exclude(choice__question__poll__isnull=False).exists()
    assert {v.poll.frozen_at is not None for v in Vote.objects.select_related("poll")} == {True}


def test_they_count_like_any_voices(example_round):
    make(example_round, 50, seed=1)
    assert count_round(example_round).voices.total == 50


def test_they_are_not_on_the_public_record(example_round):
    make(example_round, 20)
    call_command("record_voices")
    assert not Entry.objects.filter(fact__startswith="voice.").exists()


def test_they_were_given_while_the_round_was_open(example_round):
    make(example_round, 100)
    days = {voice.given_at.date() for voice in Voice.objects.all()}
    assert min(days) >= example_round.opens_on and max(days) <= factories.today()


def test_a_real_round_gets_none(open_round):
    with pytest.raises(CommandError, match="This round is not an example"):
        make(open_round, 10)
    assert not Voice.objects.exists()


def test_a_real_site_gets_none(example_round, settings):
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="no made-up voices on a real site"):
        make(example_round, 10)
    assert not Voice.objects.exists()


def test_only_made_ones_are_removed(example_round, capsys):
    Voice.objects.create(round=example_round, draft_key="a" * 64)
    make(example_round, 30)
    make(example_round, 0, remove=True)
    assert "30 made-up voices removed" in capsys.readouterr().out
    assert [voice.draft_key for voice in Voice.objects.all()] == ["a" * 64]
    assert not Answer.objects.exists() and not Vote.objects.exists()


def test_the_round_is_found_by_plan_and_slug(example_round):
    other = factories.make_round(proposal=factories.make_proposal(is_example=True, slug="trains"), slug="buses")
    with pytest.raises(CommandError, match="There are 2 such rounds. Name one of: .*trains/buses"):
        make(example_round, 5)
    call_command("make_voices", round="trains/buses", count=5)
    assert Voice.objects.filter(round=other).count() == 5
    with pytest.raises(CommandError, match="There is no round cars"):
        call_command("make_voices", round="cars", count=5)


def test_memory_does_not_grow_with_the_count(example_round, monkeypatch):
    monkeypatch.setattr("engagement.voices.flows.making.AT_ONCE", 50)

    def peak(count):
        tracemalloc.start()
        assert list(make_voices(round=example_round, count=count))[-1] == count
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(50)
    assert peak(600) < peak(100) + 1_000_000


def test_a_closed_round_is_counted_anew_after_they_came_and_after_they_went(home_page):
    round = factories.make_round(proposal=factories.make_proposal(is_example=True), opens=-60, closes=-5)
    assert count_round(round).voices.total == 0
    make(round, 30)
    assert count_round(round).voices.total == 30
    remove_made_voices(round=round)
    assert count_round(round).voices.total == 0


def test_made_up_voices_answer_every_kind(home_page):
    """A or B, an order with each place once, piles, and amounts inside of their limits."""
    plan = factories.make_proposal(is_example=True)
    round = factories.make_round(proposal=plan, slug="kinds", questions=kinds.blocks())
    make(round, 60, seed=1)
    ranked = AnswerChoice.objects.filter(answer__question__kind="order")
    assert ranked.filter(ranked=True, place=1).count() == ranked.values("answer").distinct().count() > 40
    assert set(AnswerChoice.objects.filter(answer__question__kind="sort").values_list("pile", flat=True)) == {
        *AnswerChoice.Pile.values
    }
    numbers = Answer.objects.filter(question__kind="number", state="answered").values_list("number", flat=True)
    assert len(numbers) > 40 and all(1 <= number <= 168 for number in numbers)
