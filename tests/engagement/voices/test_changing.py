"""Change, add, agree, take back: before closing and after (SEAMS.md, Counting)."""

import pytest
from django.core.exceptions import ValidationError

from engagement.polls.models import Poll
from engagement.voices import flows
from engagement.voices.models import Answer, Voice, Vote
from engagement.voices.permissions import MOST_CHANGES
from engagement.voices.signals import voice_taken_back
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


def closed(voice):
    """The voice, fresh, after its round closed yesterday."""
    close(voice.round)
    return Voice.objects.get(pk=voice.pk)


def test_a_change_is_a_new_row(voice, questions):
    old = voice.answers.get(question=questions[4])
    new = flows.change_answer(voice=voice, question=questions[4], words="Something else")
    old.refresh_from_db()
    assert (old.is_current, old.words) == (False, "I want more time.")
    assert new.is_current and voice.answers.filter(question=questions[4]).count() == 2
    assert Voice.objects.get().changed_at


def test_a_changed_vote_is_a_new_row_and_counts_once_6_2(voice, questions):
    poll, other = questions[1].poll, questions[1].choices.all()[1]
    flows.change_answer(voice=voice, question=questions[1], choices=[other])
    assert poll.count_total_votes() == 1 and Vote.objects.count() == 2
    assert poll.count_by_choice()[other.pk] == 1


def test_the_same_change_twice_is_one_row(voice, questions):
    for _ in range(2):
        flows.change_answer(voice=voice, question=questions[4], words="Something else")
        flows.change_answer(voice=voice, question=questions[1], choices=[questions[1].choices.all()[1]])
    assert voice.answers.filter(question=questions[4]).count() == 2
    assert Vote.objects.count() == 2


def test_adding_words_keeps_those_before_and_the_vote(voice, questions):
    assert (
        flows.add_words(voice=voice, question=questions[4], words="And a bus.").words == "I want more time.\nAnd a bus."
    )
    assert flows.add_words(voice=voice, question=questions[1], words="Because.").words == "Because."
    assert Poll.objects.get().count_total_votes() == 1
    with pytest.raises(ValidationError):
        flows.add_words(voice=voice, question=questions[4], words=" ")


def test_an_answer_can_be_taken_away(voice, questions):
    flows.change_answer(voice=voice, question=questions[1], state="skipped")
    assert Poll.objects.get().count_total_votes() == 0


def test_a_wrong_change_writes_nothing(voice, questions):
    with pytest.raises(ValidationError):
        flows.change_answer(voice=voice, question=questions[1], choices=questions[1].choices.all())
    assert Vote.objects.count() == 1 and Answer.objects.count() == 5


def test_nobody_changes_for_ever_s6(voice, questions):
    with pytest.raises(ValidationError, match="many times"):
        for number in range(MOST_CHANGES + 1):
            flows.change_answer(voice=voice, question=questions[4], words=f"Words {number}")
    assert voice.answers.filter(question=questions[4]).count() == MOST_CHANGES


def test_after_closing_nothing_changes(voice, questions):
    with pytest.raises(ValidationError, match="closed"):
        flows.change_answer(voice=closed(voice), question=questions[4], words="Too late")
    with pytest.raises(ValidationError):
        flows.add_words(voice=voice, question=questions[4], words="Too late")


def test_taking_back_while_open_removes_words_and_counts(voice):
    taken = flows.take_back(voice=voice)
    assert taken.taken_back_at and not taken.taken_back_after_closing
    assert set(voice.answers.values_list("words", flat=True)) == {""}
    assert Poll.objects.get().count_total_votes() == 0
    assert not Voice.objects.counted().exists() and not Answer.objects.current().exists()


def test_taking_back_after_closing_keeps_the_totals_alone(answered):
    flows.save_about(draft=answered[0], who=["carer"], place="Dover", publish=True)
    voice = flows.send_voice(secret=answered[1])
    taken = flows.take_back(voice=closed(voice))
    assert taken.taken_back_after_closing and taken.speaking == "not_said" and taken.salt == ""
    assert Voice.objects.counted().count() == 1 and not Voice.objects.standing().exists()
    assert Poll.objects.get().count_total_votes() == 1
    assert not hasattr(Voice.objects.get(), "about_you")
    assert not taken.consents.filter(withdrawn_at=None).exists()
    assert not Answer.objects.exclude(words="").exists()


def test_words_of_older_answers_go_too_p2(voice, questions):
    flows.change_answer(voice=voice, question=questions[4], words="Other words")
    flows.take_back(voice=voice)
    assert not Answer.objects.exclude(words="").exists()


def test_taking_back_twice_is_once(voice):
    first = flows.take_back(voice=voice).taken_back_at
    assert flows.take_back(voice=closed(voice)).taken_back_at == first
    assert not Voice.objects.get().taken_back_after_closing


def test_rooms_to_the_left_are_told(voice):
    told = []
    voice_taken_back.connect(lambda voice, **_: told.append(voice.pk), weak=False, dispatch_uid="test")
    flows.take_back(voice=voice)
    voice_taken_back.disconnect(dispatch_uid="test")
    assert told == [voice.pk]


def test_after_taking_back_nothing_changes(voice, questions):
    flows.take_back(voice=voice)
    with pytest.raises(ValidationError, match="took back"):
        flows.change_answer(voice=voice, question=questions[4], words="Back again")
    with pytest.raises(ValidationError, match="took back"):
        flows.give_consent(voice=voice, kind="publish")


def test_consent_is_given_and_withdrawn_with_its_days_3_7(voice):
    first = flows.give_consent(voice=voice, kind="publish")
    assert flows.give_consent(voice=voice, kind="publish") == first
    assert flows.withdraw_consent(voice=voice, kind="publish")
    assert not flows.withdraw_consent(voice=voice, kind="publish")
    flows.give_consent(voice=closed(voice), kind="publish")
    assert voice.consents.count() == 2


def test_kept_pages_are_made_old_when_what_they_show_may_change(voice, questions):
    """docs/caching.md: these flows write without Django's signals, so they say it themselves."""
    changes = [
        lambda: flows.change_answer(voice=voice, question=questions[4], words="Other"),
        lambda: flows.give_consent(voice=voice, kind="publish"),
        lambda: flows.withdraw_consent(voice=voice, kind="publish"),
        lambda: flows.take_back(voice=voice),
    ]
    for change in changes:
        before = generation()
        change()
        assert generation() > before


def generation():
    from django.db import connection

    from home.generation import current_generation

    connection.run_on_commit = []  # each change in its own transaction would start with none
    return current_generation()
