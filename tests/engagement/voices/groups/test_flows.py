"""A group session: one record, hands that are never votes, no more than those present, nothing twice (3.4, 6)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from engagement.voices import flows
from engagement.voices.commitments import content_of
from engagement.voices.flows import Stated
from engagement.voices.hands import (
    ALL_UP,
    ALL_UP_HERE,
    IN_FUTURE,
    MORE_AGREED,
    NO_WHOSE,
    NONE_UP,
    NOT_THEN,
    NOTHING_YET,
    PRESENT_WRONG,
    TOO_FEW_PRESENT,
    TOO_MANY_KINDS,
)
from engagement.voices.models import Answer, AnswerChoice, GroupSession, Hands, Statement, Tap, Voice, VoiceDraft, Vote
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.groups.conftest import details, say, tap
from tests.engagement.voices.support.conftest import make_worker

pytestmark = pytest.mark.django_db


def refused(flow, **given):
    """The sentence with which a flow refuses."""
    with pytest.raises(ValidationError) as error, transaction.atomic():
        flow(**given)
    return error.value.messages[0]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"present": 1}, PRESENT_WRONG),
        ({"present": 501}, PRESENT_WRONG),
        ({"learning_disability": 8, "carers": 3, "staff": 2}, TOO_MANY_KINDS),
        ({"held_on": factories.today(1)}, IN_FUTURE),
        ({"held_on": factories.today(-900)}, NOT_THEN),
    ],
)
def test_what_no_workshop_can_be_is_refused(open_round, worker, organisation, wrong, sentence):
    begin = {"round": open_round, "by": worker, "organisation": organisation}
    assert refused(flows.start_group, **begin, **(details() | wrong)) == sentence
    assert not GroupSession.objects.exists() and not VoiceDraft.objects.exists()


@pytest.mark.parametrize("wrong", [{"present": 1}, {"staff": 13}, {"autistic": 7, "family": 6}])
def test_the_database_holds_it_too(session, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupSession.objects.update(**wrong)


def test_only_a_worker_of_the_organisation_begins_and_only_the_one_who_began_writes(open_round, session, organisation):
    with pytest.raises(PermissionDenied):
        flows.start_group(round=open_round, by=factories.make_user(), organisation=organisation, **details())
    other, choice = make_worker(organisation), open_round.question_rows.first().choices.first()
    for flow, given in (
        (flows.tap_hand, {"choice": choice, "step": 1, "token": uuid.uuid4()}),
        (flows.save_group_details, details()),
        (flows.send_group, {}),
        (flows.clear_group, {}),
    ):
        with pytest.raises(PermissionDenied):
            flow(session=session, by=other, **given)


def test_one_answer_has_no_more_hands_than_people_and_several_no_more_each(session, questions):
    """Counts of people never exceed those present."""
    yes, no, _ = questions[0].choices.all()
    assert tap(session, yes, 9) == 9 and tap(session, no, 3) == 3
    more = {"session": session, "by": session.by, "step": 1, "token": uuid.uuid4()}
    assert refused(flows.tap_hand, **more, choice=no) == ALL_UP.format(present=12)
    first, second = questions[2].choices.all()[:2]
    assert tap(session, first, 12) == 12 and tap(session, second, 1) == 1
    assert refused(flows.tap_hand, **more, choice=first) == ALL_UP_HERE.format(present=12)
    assert refused(flows.tap_hand, **more | {"step": -1}, choice=questions[3].choices.first()) == NONE_UP
    with pytest.raises(IntegrityError), transaction.atomic():
        Hands.objects.filter(choice=yes).update(count=13)


def test_a_press_counts_once_and_one_taken_back_leaves_its_trail(session, questions):
    """R2: the same token is one tap; undo is a row of its own, and the count is the sum of the taps."""
    yes, token = questions[0].choices.first(), uuid.uuid4()
    once = {"session": session, "by": session.by, "choice": yes, "token": token}
    assert [flows.tap_hand(**once, step=1) for _ in range(3)] == [1, 1, 1]
    assert tap(session, yes, 2) == 3 and tap(session, yes, step=-1) == 2
    assert list(Tap.objects.values_list("step", flat=True)) == [1, 1, 1, -1]
    assert Hands.objects.get(choice=yes).count == sum(Tap.objects.values_list("step", flat=True))


def test_fewer_people_than_hands_are_refused(session, questions):
    tap(session, questions[0].choices.first(), 9)
    say(session, questions[4], agreed=11)
    given = {"session": session, "by": session.by}
    assert refused(flows.save_group_details, **given, **details(8)) == TOO_FEW_PRESENT
    assert refused(flows.save_group_details, **given, **details(10)) == TOO_FEW_PRESENT
    flows.save_group_details(**given, **details(11, staff=2))
    session.refresh_from_db()
    assert (session.present, session.staff, session.hands.get().present) == (11, 2, 11)


def test_statements_say_whose_they_are_and_how_many_agreed(session, questions):
    words, base = questions[4], {"session": session, "by": session.by, "question": questions[4], "token": uuid.uuid4()}
    assert refused(flows.add_statement, **base, words=" ", provenance="own_words") == "Type your words."
    assert refused(flows.add_statement, **base, words="Hi.", provenance="") == NO_WHOSE
    assert refused(flows.add_statement, **base, words="Hi.", provenance="own_words", agreed=13) == MORE_AGREED
    first = flows.add_statement(**base, words="Hi.", provenance="own_words", agreed=12)
    assert flows.add_statement(**base, words="Hi.", provenance="own_words", agreed=12) == first
    seen = say(session, words, "They smiled.", "observed")
    assert (seen.words, seen.summary) == ("", "They smiled.")
    assert flows.remove_statement(session=session, by=session.by, public_id=first.public_id)
    assert Statement.objects.get() == seen


def test_sending_makes_one_voice_with_hands_beside_and_no_vote(sent, questions):
    """SEAMS, Counting: a group session has no vote; its hands stand beside the votes."""
    voice = sent.voice
    assert (voice.is_group, voice.people_present, voice.channel, voice.entered_by) == (True, 12, "group", sent.by)
    assert not Vote.objects.exists() and not AnswerChoice.objects.exists() and not VoiceDraft.objects.exists()
    said = Answer.objects.filter(question=questions[4]).order_by("statement")
    told = [(a.statement, a.words, a.summary, a.provenance, a.agreed) for a in said]
    assert told == [
        (1, "We want more time.", "", "read_back", 7),
        (2, "", "They look tired.", "observed", None),
    ]
    assert Answer.objects.filter(statement=0).count() == 2 and not Statement.objects.exists()
    assert voice.consents.get().how == "said it to a worker"
    assert flows.send_group(session=sent, by=sent.by) == voice and Voice.objects.count() == 1


def test_sending_freezes_a_poll_at_its_first_hand(sent, questions):
    questions[1].poll.refresh_from_db()
    assert questions[1].poll.frozen_at


def test_the_record_commits_to_hands_and_to_each_statement(sent):
    content = content_of(Voice.objects.get())
    assert content["present"] == 12 and sorted(count for _, count in content["hands"]) == [3, 9, 12]
    assert [row.get("statement", 0) for row in content["answers"]].count(0) == 2
    assert flows.record_voices(round=sent.round, now=None) == 0  # fewer than 8 wait


def test_nothing_said_is_not_sent(session):
    assert refused(flows.send_group, session=session, by=session.by) == NOTHING_YET


def test_it_is_put_right_until_somebody_reads_it_and_what_was_there_stays(sent, questions, pmu):
    yes = questions[0].choices.first()
    assert tap(sent, yes, step=-1) == 8
    old = Answer.objects.get(statement=1)
    assert flows.remove_statement(session=sent, by=sent.by, public_id=old.public_id)
    new = say(sent, questions[4], "We want more time, please.", agreed=7)
    old.refresh_from_db()
    assert (old.is_current, old.words, new.statement) == (False, "We want more time.", 3)
    from engagement.heard.flows import read_answer

    read_answer(answer=new, by=pmu, may_show=True)
    given = {"session": sent, "by": sent.by}
    assert "read this" in refused(flows.tap_hand, **given, choice=yes, step=1, token=uuid.uuid4())
    assert "read this" in refused(flows.save_group_details, **given, **details())


def test_after_closing_nothing_is_put_right(sent, questions):
    close(sent.voice.round)
    yes = questions[0].choices.first()
    sentence = refused(flows.tap_hand, session=sent, by=sent.by, choice=yes, step=1, token=uuid.uuid4())
    assert sentence == "This has closed. You cannot change your answers now."


def test_the_card_takes_it_back_and_changes_nothing_else(sent, questions):
    with pytest.raises(ValidationError):
        flows.change_answer(voice=sent.voice, question=questions[4], words="Mine.")
    flows.take_back(voice=sent.voice)
    sent.refresh_from_db()
    assert (sent.place, sent.facilitator, sent.staff) == ("", "", 0)
    assert not Answer.objects.exclude(words="", summary="").exists()


def test_clearing_leaves_nothing(session, questions):
    tap(session, questions[0].choices.first(), 2)
    say(session, questions[4])
    flows.clear_group(session=session, by=session.by)
    left = [model.objects.exists() for model in (GroupSession, Hands, Tap, Statement, VoiceDraft)]
    assert left == [False] * 5


def test_old_drafts_of_groups_stay_while_their_round_is_open(session):
    VoiceDraft.objects.update(saved_at=factories.timezone.now() - factories.timedelta(days=60))
    assert flows.clear_old_drafts() == 0 and GroupSession.objects.exists()


def test_a_whole_session_is_given_at_once(open_round, worker, organisation, questions):
    """From a tally sheet: all or nothing."""
    yes, no, _ = questions[0].choices.all()
    given = {"round": open_round, "by": worker, "organisation": organisation, "details": details(9)}
    assert refused(flows.give_group, **given, hands={yes: 8, no: 2}) == ALL_UP.format(present=9)
    assert not Voice.objects.exists()
    voice = flows.give_group(**given, hands={yes: 8, no: 1}, statements=[Stated(questions[4], "More time.", agreed=9)])
    assert dict(voice.group_session.hands.values_list("choice", "count")) == {yes.pk: 8, no.pk: 1}
    assert voice.answers.get(statement=1).words == "More time."
