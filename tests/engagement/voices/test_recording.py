"""Voices on the public record: in batches, without a person, and provable (SEAMS.md, Counting; DESIGN.md 6.10)."""

import pytest

from engagement.record.flows import first_fault
from engagement.record.models import Entry
from engagement.voices import flows
from engagement.voices.commitments import commitment_of
from engagement.voices.flows import Said
from engagement.voices.models import Voice
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


def give(round, count, words="I want more time."):
    question = round.question_rows.get(kind="words")
    return [flows.give_voice(round=round, said=[Said(question, words=words)]) for _ in range(count)]


def facts(fact="voice.given"):
    return list(Entry.objects.filter(fact=fact))


def test_fewer_than_8_wait_while_it_is_open(open_round):
    give(open_round, 7)
    assert flows.record_voices(round=open_round) == 0
    give(open_round, 1)
    assert flows.record_voices(round=open_round) == 8
    assert flows.record_voices(round=open_round) == 0


def test_after_closing_all_are_recorded(open_round):
    give(open_round, 2)
    assert flows.record_voices(round=close(open_round)) == 2
    assert first_fault() is None


def test_a_fact_holds_nothing_of_the_person(open_round):
    give(open_round, 8)
    flows.record_voices(round=open_round)
    for entry in facts():
        assert entry.data == {"round": str(open_round.public_id)}
        assert "more time" not in str(vars(entry))
    subjects = [str(entry.subject) for entry in facts()]
    assert subjects == sorted(subjects)  # the order tells nothing of who came first


def test_the_commitment_can_be_checked_and_depends_on_every_word(open_round):
    first = give(open_round, 8)[0]
    flows.record_voices(round=open_round)
    voice = Voice.objects.get(pk=first.pk)
    entry = Entry.objects.get(subject=voice.public_id)
    assert entry.commitment == commitment_of(voice)
    voice.answers.update(words="I want more time!")
    assert commitment_of(Voice.objects.get(pk=first.pk)) != entry.commitment


def test_a_change_is_a_new_fact(open_round):
    voice = give(open_round, 8)[0]
    flows.record_voices(round=open_round)
    flows.change_answer(voice=voice, question=open_round.question_rows.get(kind="words"), words="Other")
    assert flows.record_voices(round=close(open_round)) == 1
    assert facts("voice.changed")[0].subject == voice.public_id


def test_taking_back_is_a_new_fact_and_proves_nothing_any_more(open_round):
    voices = give(open_round, 9)
    flows.record_voices(round=open_round)
    flows.take_back(voice=voices[0])
    flows.record_voices(round=close(open_round))
    assert [entry.commitment for entry in facts("voice.taken_back")] == [""]
    assert commitment_of(Voice.objects.get(pk=voices[0].pk)) == ""


def test_taken_back_before_it_was_recorded(open_round):
    flows.take_back(voice=give(open_round, 8)[0])
    assert flows.record_voices(round=open_round) == 9
    assert len(facts()) - len(facts("voice.taken_back")) == 7
