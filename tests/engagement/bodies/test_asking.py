"""Asking a body and its answers: words exact, read before shown, never answered twice in silence, on the record."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone

from engagement.bodies import flows
from engagement.bodies.flows import answering, asking
from engagement.bodies.models import BodyAnswer, BodyQuestion
from engagement.record.models import Entry
from tests import factories
from tests.engagement.refusals import refused

pytestmark = pytest.mark.django_db


def ask(board, **values):
    return flows.ask(body=board, **{"words": "Who pays?", "key": uuid.uuid4()} | values)


def test_words_are_kept_exactly_and_nobody_sees_them_unread(asked, place):
    assert (asked.words, asked.place, asked.asked_by) == ("Who pays?", place, place.holder)
    assert not BodyQuestion.objects.shown().exists() and list(BodyQuestion.objects.unread()) == [asked]
    assert asked.public_words == "" and not Entry.objects.filter(subject=asked.public_id).exists()


def test_pressing_twice_keeps_one(board, held):
    """DESIGN.md 6.1"""
    key = uuid.uuid4()
    first, again = (ask(board, meeting=held, key=key) for _ in range(2))
    assert first == again and BodyQuestion.objects.count() == 1
    with refused(asking.AGAIN):
        ask(factories.make_body(), key=key)


def test_i_did_not_understand_needs_no_words(board, held, place):
    stop = ask(board, meeting=held, place=place, by=place.holder, kind="stop", words="")
    assert stop.due_on == factories.today(5)
    with refused(asking.NEEDS_WORDS):
        ask(board, meeting=held, words="  ")


def test_an_answer_is_due_after_the_meeting_or_after_asking(board, asked):
    assert asked.due_on == factories.today(10 + 14)
    assert ask(board).due_on == factories.today(14)


def test_open_ones_wait_then_are_late(asked):
    assert asked.state == "waiting"
    asked.asked_at = timezone.now() - timedelta(days=60)
    asked.meeting.held_on = factories.today(-40)
    assert asked.state == "late"


def test_a_supporter_always_says_whose_words_they_are(board, held, place):
    """3.2"""
    sue = flows.add_supporter(place=place, by=place.holder, name="Sue", email="sue@example.org").user
    with refused(asking.WHOSE_FIRST):
        ask(board, meeting=held, place=place, by=sue)
    for whose in ("read_back", "supporter"):
        assert ask(board, meeting=held, place=place, by=sue, whose=whose).whose == whose
        with refused(asking.WHOSE_FIRST):
            ask(board, meeting=held, place=place, by=place.holder, whose=whose)


def test_nobody_asks_from_a_place_that_is_not_theirs(board, held, place, writer):
    for other in (writer, factories.make_user()):
        with refused(asking.NOT_YOUR_PLACE, PermissionDenied):
            ask(board, meeting=held, place=place, by=other)
    elsewhere = factories.make_body()
    with refused(asking.NOT_YOUR_PLACE, PermissionDenied):
        ask(elsewhere, place=place, by=place.holder)
    flows.end_place(place=place, by=writer, until=factories.today(-1))
    with refused(asking.NOT_YOUR_PLACE, PermissionDenied):
        ask(board, meeting=held, place=place, by=place.holder)


def test_meetings_at_which_nobody_can_ask(board, held, writer):
    long_ago = factories.make_meeting(board, -asking.ASKED_AFTER - 1, announced_on=factories.today(-60))
    with refused(asking.TOO_LATE):
        ask(board, meeting=long_ago)
    not_announced, elsewhere = factories.make_meeting(board, 3), factories.make_body()
    with refused(asking.NOT_ANNOUNCED):
        ask(board, meeting=not_announced)
    with refused(asking.NOT_ANNOUNCED):
        ask(elsewhere, meeting=held)
    other = flows.write_item(meeting=factories.make_meeting(board, 30), by=writer, title="Homes")
    with refused(asking.OTHER_MEETING):
        ask(board, meeting=held, item=other)
    with refused(asking.TOO_LONG):
        ask(board, meeting=held, words="x" * (asking.LONGEST + 1))
    flows.call_off_meeting(meeting=held, by=writer, reason="The hall is closed.")
    with refused(asking.CALLED_OFF):
        ask(board, meeting=held)


def test_read_then_answered_and_both_stand_on_the_record_without_words(asked, writer):
    with refused(answering.READ_FIRST):
        flows.answer_question(question=asked, by=writer, plain="We pay.")
    flows.read_question(question=asked, by=writer, may_show=True)
    flows.answer_question(question=asked, by=writer, plain=" We pay. ")
    question = BodyQuestion.objects.get()
    assert question.state == "answered" and question.public_words == "Who pays?"
    entries = Entry.objects.filter(subject=asked.public_id).order_by("number")
    assert [entry.fact for entry in entries] == ["question.asked", "question.answered"]
    assert all("Who pays" not in str(entry.data) and "Pat" not in str(entry.data) for entry in entries)


def test_an_answer_is_put_right_by_a_later_one(asked, writer):
    flows.read_question(question=asked, by=writer, may_show=True)
    for words in ("We pay.", "The council pays."):
        flows.answer_question(question=asked, by=writer, plain=words)
    assert [answer.plain for answer in asked.answers.all()] == ["We pay.", "The council pays."]
    with refused(answering.NEEDS_ANSWER):
        flows.answer_question(question=asked, by=writer, plain=" ")


def test_words_taken_out_stay_kept_with_a_reason(asked, writer):
    with refused(answering.NEEDS_REASON):
        flows.read_question(question=asked, by=writer, may_show=True, shown_words="Who?")
    with refused(answering.NOT_BOTH):
        flows.read_question(question=asked, by=writer, may_show=False, shown_words="Who?", reason="A name.")
    flows.read_question(question=asked, by=writer, may_show=True, shown_words="Who?", reason="A name.")
    question = BodyQuestion.objects.get()
    assert (question.words, question.public_words) == ("Who pays?", "Who?")


def test_what_is_not_shown_is_answered_to_the_person_alone(asked, writer):
    flows.read_question(question=asked, by=writer, may_show=False, reason="It has a name.")
    flows.answer_question(question=asked, by=writer, plain="We ring you.")
    assert not BodyQuestion.objects.shown().exists()
    assert not Entry.objects.filter(subject=asked.public_id).exists()


def test_a_person_takes_back_what_has_no_answer_yet(asked, writer, place):
    with refused(asking.NOT_YOURS, PermissionDenied):
        flows.take_back_question(question=asked, by=writer)
    flows.take_back_question(question=asked, by=place.holder)
    assert BodyQuestion.objects.get().words == "" and not BodyQuestion.objects.standing().exists()
    with refused(answering.TAKEN_BACK):
        flows.read_question(question=asked, by=writer, may_show=True)


def test_what_has_an_answer_stays(asked, writer, place):
    flows.read_question(question=asked, by=writer, may_show=True)
    flows.answer_question(question=asked, by=writer, plain="We pay.")
    with refused(asking.IS_ANSWERED):
        flows.take_back_question(question=asked, by=place.holder)


def test_only_those_who_prepare_its_meetings_read_and_answer(asked, roles):
    other = factories.make_user()
    for call in (
        lambda: flows.read_question(question=asked, by=other, may_show=True),
        lambda: flows.answer_question(question=asked, by=other, plain="Yes."),
    ):
        with refused("meetings of your own bodies only", PermissionDenied):
            call()


BEHIND = {
    "bodies_asked_in_words": lambda q: BodyQuestion.objects.filter(pk=q.pk).update(words=""),
    "bodies_shown_is_read": lambda q: BodyQuestion.objects.filter(pk=q.pk).update(may_show=True),
    "bodies_not_shown_says_why": lambda q: BodyQuestion.objects.filter(pk=q.pk).update(read_at=timezone.now()),
    "bodies_stop_at_a_meeting": lambda q: BodyQuestion.objects.filter(pk=q.pk).update(kind="stop", meeting=None),
    "bodies_answers_have_words": lambda q: BodyAnswer.objects.create(question=q, plain="", answered_by=q.asked_by),
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_refuses_what_goes_behind(asked, rule):
    with pytest.raises(IntegrityError, match=rule):
        BEHIND[rule](asked)
