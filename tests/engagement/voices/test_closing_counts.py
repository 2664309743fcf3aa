"""The counts of a closed round are kept, and are what its rows give (DESIGN.md 6.5); what stands stands (SEAMS.md)."""

import random
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.voices.cells import added, cells_of, differences
from engagement.voices.flows import Said, count_late, forget_about_you, give_voice, keep_counts, take_back
from engagement.voices.flows import closing as closing_flows
from engagement.voices.models import ClosingCounts, Voice
from engagement.voices.models.voices import Provenance, Speaking
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(home_page):
    """A round that closed 5 days ago, with one question of each kind."""
    return factories.make_round(opens=-60, closes=-5)


def kept_of(round):
    return ClosingCounts.objects.get(round=round).cells


def say_late(round, pick):
    """A paper form that was filled in while the round was open, and is typed in now."""
    given_at = timezone.now() - timedelta(days=20)
    return give_voice(round=round, said=[Said(pick.question, [pick])], given_at=given_at, channel="paper")


# --- Random rounds: the kept counts are the rows', however they came to be.

voice = st.fixed_dictionaries(
    {
        "provenance": st.sampled_from(Provenance.values),
        "speaking": st.sampled_from(Speaking.values),
        "people": st.sampled_from([0, 0, 0, 5, 12]),
        "picks": st.sets(st.integers(0, 5), max_size=4),
        "then": st.sampled_from(["", "", "", "gone while open", "take back", "forget about you"]),
        "late": st.booleans(),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(voice, max_size=12))
def test_kept_counts_are_what_the_rows_give(closed, voices):
    with transaction.atomic():
        check_random_round(closed, voices)
        transaction.set_rollback(True)


def check_random_round(round, voices):
    choices = made.choices_of(round, "one") + made.choices_of(round, "several")
    early = [(said, speak(round, said, choices)) for said in voices if not said["late"]]
    before = added(keep_counts(round=round))
    assert before == added(cells_of(round))
    late = [speak(round, said, choices) for said in voices if said["late"]]
    for row in late:
        count_late(voice=row)
    stands = kept_of(round)
    assert stands == added(cells_of(round))
    for said, row in early:
        if said["then"] == "take back":
            take_back(voice=row)
        elif said["then"] == "forget about you":
            forget_about_you(voice=row)
    assert kept_of(round) == stands, "what was shown when it closed stands"
    assert differences(stands, cells_of(round)) == []
    assert count_round(round).taken_back == taken_back_of_persons(round)


def speak(round, said, choices):
    """One voice in rows, as the flows leave them."""
    group = {"is_group": True, "people_present": said["people"]} if said["people"] else {}
    picked = [choices[n] for n in sorted(said["picks"]) if n > 2]  # the first 3 belong to the poll: one vote at most
    picked += [choices[n] for n in sorted(said["picks"])[:1] if n < 3]
    kept = ClosingCounts.objects.filter(round=round).values_list("cells", flat=True).first()
    row = made.make_voice(round, picked, provenance=said["provenance"], speaking=said["speaking"], **group)
    if said["then"] == "gone while open":
        Voice.objects.filter(pk=row.pk).update(taken_back_at=row.given_at)
    if kept is not None:  # made.make_voice let them be counted anew, and a flow would not
        ClosingCounts.objects.filter(round=round).update(cells=kept)
    return row


def taken_back_of_persons(round):
    return round.voices.filter(taken_back_after_closing=True, is_group=False).count()


# --- What else may happen to a closed round.


def test_the_first_reader_has_them_counted_and_the_next_does_not(closed, django_assert_num_queries):
    made.make_voice(closed)
    assert count_round(closed).voices.total == 1 and kept_of(closed)
    with django_assert_num_queries(1):
        count_round(closed)


def test_an_open_round_is_counted_from_its_rows(home_page):
    round = factories.make_round()
    made.make_voice(round)
    assert count_round(round).voices.total == 1
    assert not ClosingCounts.objects.exists()


def test_taking_back_after_closing_changes_no_number_and_is_told_beside_them(closed):
    """Who was speaking is erased, but not from what stands: two versions of a split would tell who it was (P1)."""
    voices = [made.make_voice(closed, speaking="autistic") for _ in range(9)]
    before = count_round(closed).voices
    take_back(voice=voices[0])
    after = count_round(closed)
    assert after.voices == before and after.voices.speaking["people"] == 9
    assert after.taken_back == 1
    assert differences(kept_of(closed), cells_of(closed)) == []


def test_a_paper_form_that_is_typed_in_after_closing_is_counted(closed):
    pick = made.choices_of(closed, "one")[0]
    assert count_round(closed).choices[pick.pk].total == 0
    say_late(closed, pick)
    counts = count_round(closed)
    assert (counts.voices.total, counts.choices[pick.pk].total) == (1, 1)
    assert differences(kept_of(closed), cells_of(closed)) == []


def test_a_voice_that_comes_while_they_are_counted_is_not_lost(closed, monkeypatch):
    pick = made.choices_of(closed, "one")[0]
    counted = closing_flows.cells_of
    came = []

    def slowly(round, **only):
        cells = counted(round, **only)
        if not came:
            came.append(say_late(closed, pick))
        return cells

    monkeypatch.setattr(closing_flows, "cells_of", slowly)
    keep_counts(round=closed)
    assert kept_of(closed) == added(counted(closed)) and count_round(closed).voices.total == 1


def test_a_round_that_closes_later_after_all_is_counted_anew(closed):
    count_round(closed)
    made.make_voice(closed)
    closed.closes_on = factories.today(-1)
    closed.save()
    assert count_round(closed).voices.total == 1


def test_a_full_disk_shows_the_numbers_all_the_same(closed, monkeypatch):
    from django.db import OperationalError

    def full(**kwargs):
        raise OperationalError("database or disk is full")

    made.make_voice(closed)
    monkeypatch.setattr("engagement.voices.reports.keep_counts", full)
    assert count_round(closed).voices.total == 1


def test_each_night_what_has_closed_is_counted(closed):
    made.make_voice(closed)
    call_command("record_voices", stdout=StringIO())
    assert ClosingCounts.objects.get().voices == 1


def test_counting_says_nothing_new_to_the_public(closed):
    """The first reader's count must not make every kept page old."""
    from home.generation import current_generation

    before = current_generation()
    count_round(closed)
    assert current_generation() == before


# --- manage.py recount


def recount(**options):
    out = StringIO()
    call_command("recount", stdout=out, **options)
    return out.getvalue()


def test_recount_agrees_with_the_rows(closed):
    made.make_voice(closed)
    count_round(closed)
    assert "1 voices, as the rows say." in recount()


def spoil(round):
    """Change a kept count by hand."""
    kept = ClosingCounts.objects.get(round=round)
    kept.cells[0][-1] += 1
    kept.save()


def test_recount_finds_what_was_changed_by_hand_and_mends_it(closed):
    made.make_voice(closed)
    count_round(closed)
    spoil(closed)
    with pytest.raises(CommandError, match="1 rounds have counts that their rows do not give"):
        recount()
    assert "is kept as 2, and its rows give 1" in recount(mend=True)
    assert kept_of(closed) == added(cells_of(closed))


def test_a_voice_under_another_kind_of_speaker_is_a_difference():
    kept = [["voice", 0, "", "own_words", "carer", 3], ["voice", 0, "", "own_words", "staff", 2]]
    erased = [("voice", 0, "", "own_words", "not_said", 1), *map(tuple, kept[1:]), (*kept[0][:-1], 2)]
    assert differences(kept, erased) == []
    moved = [(*kept[0][:-1], 2), (*kept[1][:-1], 3)]
    assert [row[0] for row in differences(kept, moved)] == [("voice", 0, "", "own_words")]


def test_a_late_voice_is_counted_once_with_a_random_round_beside_it(closed):
    chance = random.Random(3)
    picks = made.choices_of(closed, "one")
    for _ in range(20):
        say_late(closed, chance.choice(picks))
        count_round(closed)
    assert kept_of(closed) == added(cells_of(closed))
    assert count_round(closed).voices.total == 20
