"""Counts are computed from rows: they agree with a plain recount, in one query (DESIGN.md 6.5, F2)."""

import random

import pytest

from engagement.voices.models import Answer, AnswerChoice, Vote
from engagement.voices.reports import count_round, whose
from tests import factories
from tests.engagement.trail import made

PROVENANCES = ["own_words", "read_back", "summary", "observed", "someone_else"]
SPEAKING = ["learning_disability", "autistic", "carer", "family", "staff", "several", "not_said"]


@pytest.fixture
def full(home_page):
    """A closed round with 60 voices of every kind: some are groups, some were taken back, some changed their mind."""
    chance = random.Random(4)
    round = factories.make_round(opens=-60, closes=-5)
    single, several = made.choices_of(round, "one"), made.choices_of(round, "several")
    for number in range(60):
        group = {"is_group": True, "people_present": chance.choice([5, 12])} if number % 10 == 0 else {}
        picks = [chance.choice(single), *chance.sample(several, chance.randint(0, 3))]
        voice = made.make_voice(
            round, picks, provenance=chance.choice(PROVENANCES), speaking=chance.choice(SPEAKING), **group
        )
        if number % 7 == 0:
            voice.taken_back_at, voice.taken_back_after_closing = voice.given_at, number % 2 == 0
            voice.save()
        if number % 5 == 1:
            change_vote(voice, chance.choice(single))
    return round


def change_vote(voice, choice):
    voice.votes.update(is_current=False)
    Vote.objects.create(voice=voice, poll=choice.question.poll, choice=choice)


def persons(round, *, apart=False):
    """The voices of persons in the closing totals, one by one."""
    found = [v for v in round.voices.all() if not v.is_group and (not v.taken_back_at or v.taken_back_after_closing)]
    return [v for v in found if not (apart and v.provenance == "someone_else")]


@pytest.mark.parametrize("apart", [False, True])
def test_every_count_agrees_with_a_plain_recount(full, apart):
    counts = count_round(full, apart=apart)
    people = {voice.pk: voice for voice in persons(full, apart=apart)}
    assert counts.voices.total == len(people)
    for side in ("own", "others"):
        assert counts.voices.whose[side] == sum(whose(v.provenance) == side for v in people.values())
    chosen = [(v.choice_id, v.voice_id) for v in Vote.objects.filter(is_current=True)]
    chosen += [
        (c.choice_id, c.answer.voice_id)
        for c in AnswerChoice.objects.filter(answer__is_current=True).select_related("answer")
    ]
    for choice in {choice for choice, _ in chosen}:
        mine = [people[voice] for picked, voice in chosen if picked == choice and voice in people]
        assert counts.choices[choice].total == len(mine)
        assert counts.choices[choice].whose["own"] == sum(whose(v.provenance) == "own" for v in mine)
        assert sum(counts.choices[choice].speaking.values()) == len(mine)
    for (question, state), split in counts.states.items():
        rows = Answer.objects.filter(question=question, state=state, is_current=True, voice__in=people)
        assert split.total == rows.count()


def test_groups_and_voices_taken_back_are_told_apart(full):
    counts = count_round(full)
    groups = [v for v in full.voices.filter(is_group=True) if not v.taken_back_at or v.taken_back_after_closing]
    assert counts.workshops == sum(v.people_present >= 8 for v in groups)
    assert counts.workshop_people == sum(v.people_present for v in groups if v.people_present >= 8)
    assert counts.small_workshops == sum(v.people_present < 8 for v in groups)
    late = full.voices.filter(is_group=False, taken_back_after_closing=True)
    assert counts.taken_back == late.count()


def test_somebody_elses_view_is_counted_apart(full):
    counts = count_round(full, apart=True)
    everybody = persons(full)
    assert counts.someone_else == sum(v.provenance == "someone_else" for v in everybody)
    assert counts.voices.total + counts.someone_else == len(everybody)


def test_it_takes_one_query_however_many_voices(full, django_assert_num_queries):
    count_round(full)  # the first time after closing they are counted and kept
    with django_assert_num_queries(1):
        count_round(full)


def test_another_round_is_not_counted(full):
    other = factories.make_round(opens=-60, closes=-5)
    assert count_round(other).voices.total == 0
