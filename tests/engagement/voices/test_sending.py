"""Sending: one transaction, one voice, one card, however often it is pressed (R2, F3, F4)."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from engagement.polls.models import Poll
from engagement.voices import flows
from engagement.voices.flows import Said, sending_rows
from engagement.voices.keys import card_ideas, key_of, link_token_of
from engagement.voices.models import Answer, AnswerChoice, Card, Consent, DraftAnswer, Voice, VoiceDraft, Vote
from tests import factories
from tests.engagement.voices.conftest import answer, close

pytestmark = pytest.mark.django_db


def test_a_draft_becomes_one_voice(answered, questions):
    draft, secret = answered
    voice = flows.send_voice(secret=secret)
    assert voice.answers.count() == 5 and voice.votes.count() == 1
    assert AnswerChoice.objects.count() == 3  # the poll's choice is a vote and no choice of an answer
    assert voice.provenance == "own_words" and voice.channel == "online" and voice.salt
    assert not VoiceDraft.objects.exists() and not DraftAnswer.objects.exists()


def test_sending_takes_at_most_12_queries_f3(answered, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        flows.send_voice(secret=answered[1])


def test_sending_with_about_you_and_consent_takes_at_most_12_queries_f3(
    open_round, questions, django_assert_max_num_queries
):
    for place in range(2):
        draft, secret = flows.start_draft(round=open_round)
        for question in questions:
            answer(draft, question)
        flows.save_about(draft=draft, who=["carer"], place="Swale", publish=True)
        if place == 0:
            flows.send_voice(secret=secret)  # the first vote also freezes its poll
    with django_assert_max_num_queries(12):
        flows.send_voice(secret=secret)


def test_a_second_press_gives_the_same_card(answered):
    first = flows.send_voice(secret=answered[1])
    again = flows.send_voice(secret=answered[1])
    assert (again.pk, again.card.code) == (first.pk, first.card.code)
    assert Voice.objects.count() == Card.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_16_at_once_give_one_voice_and_one_card(open_round):
    draft, secret = flows.start_draft(round=open_round)
    for question in open_round.question_rows.asked().ready_to_show():
        answer(draft, question)
    codes, errors = [], []

    def press():
        try:
            codes.append(flows.send_voice(secret=secret).card.code)
        except Exception as error:  # noqa: BLE001  whatever it is, the test must see it
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(16)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not errors
    assert len(codes) == 16 and len(set(codes)) == 1
    assert Voice.objects.count() == 1 and Vote.objects.count() == 1 and Answer.objects.count() == 5


def test_the_card_comes_from_the_secret(answered):
    draft, secret = answered
    card = flows.send_voice(secret=secret).card
    assert card.link_key == key_of(link_token_of(secret))
    assert card.pictures == card_ideas(draft.key) and len(set(card.pictures)) == 3
    assert len(card.code) == 8 and card.code.isdigit()
    assert link_token_of(secret) not in str(Card.objects.values().get())


def test_a_taken_code_is_tried_again(answered, open_round, monkeypatch):
    codes = iter(["11112222", "11112222", "33334444"])
    monkeypatch.setattr(sending_rows, "new_code", lambda: next(codes))
    question = open_round.question_rows.get(kind="words")
    flows.give_voice(round=open_round, said=[Said(question, words="Hello")])
    assert flows.send_voice(secret=answered[1]).card.code == "33334444"
    assert Voice.objects.count() == 2


def test_nothing_answered_is_refused_kindly(begun, questions):
    with pytest.raises(ValidationError, match="not answered a question yet"):
        flows.send_voice(secret=begun[1])
    flows.save_answer(draft=begun[0], question=questions[0], state="skipped")
    with pytest.raises(ValidationError, match="not answered a question yet"):
        flows.send_voice(secret=begun[1])
    assert VoiceDraft.objects.exists() and not Voice.objects.exists()


def test_an_unknown_secret_is_refused(db):
    with pytest.raises(ValidationError) as refused:
        flows.send_voice(secret="made up")
    assert refused.value.code == "gone"


def test_one_wrong_answer_saves_nothing(answered):
    DraftAnswer.objects.filter(question__kind="several").update(choice_ids=[999_999])
    with pytest.raises(IntegrityError), transaction.atomic():
        flows.send_voice(secret=answered[1])
        connection.check_constraints()
    assert not Voice.objects.exists() and DraftAnswer.objects.count() == 5


def test_a_closed_round_takes_nothing_the_day_after(answered, open_round):
    from datetime import timedelta

    from django.utils import timezone

    close(open_round)
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=1))
    with pytest.raises(ValidationError, match="closed"):
        flows.send_voice(secret=answered[1])
    assert VoiceDraft.objects.exists()


def test_an_answer_to_a_question_that_ended_meanwhile_is_kept(answered, questions):
    from django.utils import timezone

    questions[0].ended_at = timezone.now()
    questions[0].save()
    assert flows.send_voice(secret=answered[1]).answers.count() == 5


def test_about_you_is_stored_apart(answered):
    flows.save_about(
        draft=answered[0], who=["carer", "staff"], place="Dover", helped="wrote", whose="read_back", publish=True
    )
    voice = flows.send_voice(secret=answered[1])
    assert voice.speaking == "several" and voice.provenance == "read_back"
    assert voice.about_you.who == ["carer", "staff"] and voice.about_you.place == "Dover"
    assert [consent.kind for consent in voice.consents.all()] == [Consent.Kind.PUBLISH]


def test_nobody_agreed_unless_they_said_yes(voice):
    assert not voice.consents.exists() and not hasattr(voice, "about_you")


def test_a_group_has_no_vote(open_round, questions):
    said = [Said(questions[1], choices=tuple(questions[1].choices.all()[:1]))]
    voice = flows.give_voice(round=open_round, said=said, is_group=True, people_present=12, channel="group")
    assert not voice.votes.exists() and AnswerChoice.objects.count() == 1
    assert Poll.objects.get().frozen_at is None


def test_a_worker_gives_a_whole_voice_of_an_earlier_day(open_round, questions, pmu):
    given_at = factories.today(-3)
    from datetime import datetime, time

    from django.utils import timezone

    moment = timezone.make_aware(datetime.combine(given_at, time(11)))
    said = [Said(questions[0], choices=tuple(questions[0].choices.all()[:1]), words="On the bus")]
    voice = flows.give_voice(
        round=open_round, said=said, given_at=moment, channel="worker", provenance="summary", entered_by=pmu,
        about={"who": ["autistic"]}, is_example=True,
    )  # fmt: skip
    assert voice.given_at == moment and voice.answers.get().given_at == moment
    assert (voice.entered_by, voice.speaking, voice.is_example) == (pmu, "autistic", True)


def test_give_voice_is_all_or_nothing(open_round, questions):
    said = [Said(questions[0], choices=tuple(questions[0].choices.all()[:1])), Said(questions[4])]
    with pytest.raises(ValidationError):
        flows.give_voice(round=open_round, said=said)
    assert not Voice.objects.exists() and not Answer.objects.exists()


def test_a_day_on_which_it_was_not_open_is_refused(open_round, questions):
    from datetime import timedelta

    from django.utils import timezone

    with pytest.raises(ValidationError):
        said = [Said(questions[4], words="Hello")]
        flows.give_voice(round=open_round, said=said, given_at=timezone.now() - timedelta(days=30))


def test_the_database_refuses_a_second_vote(voice):
    vote = voice.votes.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(voice=voice, poll=vote.poll, choice=vote.choice)


def test_sending_does_not_make_kept_pages_old_f6(answered):
    from home.generation import current_generation

    before = current_generation()
    flows.send_voice(secret=answered[1])
    assert current_generation() == before
