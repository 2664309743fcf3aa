"""Typing in a paper form: one voice a form, in what the paper says, once (3.5)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagement.polls.models import Choice, Question
from engagement.voices import flows
from engagement.voices.flows import paper_typing
from engagement.voices.models import Answer, PaperCopy, Voice
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.voices.paper.conftest import filled, type_in

State = Answer.State
pytestmark = pytest.mark.django_db


def answers_of(voice):
    """The answers of a voice in the order of the paper."""
    return list(voice.answers.filter(is_current=True).order_by("question__sort_order", "question"))


def test_a_form_becomes_a_voice_on_paper(copy, worker):
    voice = type_in(copy, worker, who="1 3", place="7", helped="2", whose="2")
    assert (voice.channel, voice.provenance, voice.entered_by, voice.speaking) == (
        "paper",
        "read_back",
        worker,
        "several",
    )
    first, vote, several, face, words = answers_of(voice)
    assert first.chosen.get().choice.meaning == "yes" and face.chosen.get().choice.meaning == "ok"
    assert voice.votes.get().choice.text == "One leads" and vote.words == "The bus is late"
    assert [chosen.choice.text for chosen in several.chosen.order_by("choice")] == ["Pictures", "A friend"]
    assert words.words == "I want more time."
    assert (voice.about_you.place, voice.about_you.helped) == ("Maidstone", "read")
    copy.refresh_from_db()
    assert (copy.voice, copy.typed_by, copy.typed, copy.came_on) == (voice, worker, {}, factories.today())


def test_blank_and_could_not_read_are_states_of_their_own_and_no_answer(copy, worker, open_round):
    """3.5: blanks are not "no"."""
    voice = type_in(copy, worker, "b", "X", "1", "B", "x")
    assert [answer.state for answer in answers_of(voice)] == ["blank", "unreadable", "answered", "blank", "unreadable"]
    assert not voice.votes.exists() and not any(answer.words for answer in answers_of(voice))
    counts = count_round(open_round)
    first = answers_of(voice)[0].question
    assert counts.states[first.pk, State.BLANK].total == 1 and (first.pk, State.ANSWERED) not in counts.states
    assert counts.voices.total == 1


def test_each_consent_is_by_itself_and_says_paper(copy, worker):
    """3.7: nothing is agreed to unless its own box is ticked."""
    voice = type_in(copy, worker, **{"agree:picture": "1"})
    assert list(voice.consents.values_list("kind", "how")) == [("picture", "ticked on a paper form")]


def test_a_form_is_one_voice_whatever_is_pressed(copy, worker):
    """A double press gives the same voice; the database holds it too."""
    voice = type_in(copy, worker)
    assert type_in(copy, worker) == voice and Voice.objects.count() == 1
    other = copy.batch.copies.last()
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperCopy.objects.filter(pk=other.pk).update(
            voice=voice, typed_by=worker, typed_at=timezone.now(), came_on=factories.today()
        )


def test_a_number_twice_is_refused_kindly_with_what_to_do(copy, worker, second):
    type_in(copy, worker)
    for who, values in ((worker, ["2", "B", "B", "B", "B"]), (second, [])):
        with pytest.raises(ValidationError) as refused:
            type_in(copy, who, *values)
        assert refused.value.code == "twice"
        assert "One form counts once. Put it with the forms that are finished." in refused.value.messages[0]
    assert Voice.objects.count() == 1


def test_every_box_of_a_question_needs_something(copy, worker):
    """A box that was jumped over is no blank: B says that."""
    with pytest.raises(ValidationError) as refused:
        type_in(copy, worker, "1", "", "9", "1 2", "")
    keys = [row["key"] for row in copy.batch.asked]
    assert sorted(refused.value.message_dict) == sorted([keys[1], keys[2], keys[3], keys[4]])
    assert refused.value.message_dict[keys[1]] == ["Type a number, B for blank, or X for “could not read”."]
    assert not Voice.objects.exists()


def test_a_form_without_any_answer_is_no_voice(copy, worker):
    with pytest.raises(ValidationError) as refused:
        type_in(copy, worker, "B", "X", "B", "B", "B", who="1")
    assert refused.value.messages == [paper_typing.EMPTY_FORM]


def test_a_form_printed_before_a_question_changed_is_typed_as_printed(copy, worker, open_round):
    """The batch keeps words, order and ids; what ended since still stands."""
    keys = [row["key"] for row in copy.batch.asked]
    several = Question.objects.get(kind="several", round=open_round)
    Choice.objects.filter(question=several, text="Pictures").update(ended_at=timezone.now())
    Question.objects.filter(kind="faces").update(ended_at=timezone.now())
    Question.objects.filter(kind="yes_no").update(text="Quite new words", sort_order=9)
    voice = type_in(copy, worker)
    assert voice.answers.count() == 5 and [row["key"] for row in copy.batch.asked] == keys
    assert voice.answers.get(question=several).chosen.filter(choice__text="Pictures").exists()
    assert copy.batch.asked[0]["text"] == "Do you like the bus?"


def test_a_vote_that_was_changed_after_printing_is_said_kindly(copy, worker, open_round, organisation):
    """A poll's choices are frozen at its first vote: a box that is none of them is told to the Unit."""
    poll = Question.objects.get(poll__isnull=False, round=open_round)
    gone = poll.choices.order_by("sort_order").first()
    gone.ended_at = timezone.now()
    gone.save()
    with pytest.raises(ValidationError) as refused:
        type_in(copy, worker)
    assert refused.value.messages == [paper_typing.CHANGED_VOTE]


def test_forms_that_came_in_time_are_typed_in_after_closing(home_page, worker, organisation):
    page = factories.make_round(opens=-20, closes=-2)
    copy = flows.print_copies(round=page, by=worker, count=1, organisation=organisation).copies.get()
    with pytest.raises(ValidationError) as refused:
        type_in(copy, worker)
    assert refused.value.code == "not_open"
    came = factories.today(-3)
    assert count_round(page).voices.total == 0  # kept, so the late form must be added to what is kept
    voice = flows.type_in(copy=copy, by=worker, typed=filled(copy.batch), came_on=came)
    assert timezone.localdate(voice.given_at) == came
    assert count_round(page).voices.total == 1


def test_a_day_in_the_future_is_no_day_on_which_a_form_came(copy, worker):
    with pytest.raises(ValidationError) as refused:
        flows.type_in(copy=copy, by=worker, typed=filled(copy.batch), came_on=factories.today() + timedelta(days=1))
    assert refused.value.messages == [paper_typing.TOO_EARLY]


def test_another_organisations_form_is_not_typed_in(copy, stranger):
    for act in (lambda: type_in(copy, stranger), lambda: flows.keep_typed(copy=copy, by=stranger, typed={})):
        with pytest.raises(PermissionDenied):
            act()


def test_what_is_typed_is_kept_until_it_is_a_voice(copy, worker):
    key = copy.batch.asked[0]["key"]
    flows.keep_typed(copy=copy, by=worker, typed={key: "2", "nonsense": "x"})
    copy.refresh_from_db()
    assert copy.typed == {key: "2"}
    type_in(copy, worker)
    flows.keep_typed(copy=copy, by=worker, typed={key: "1"})
    copy.refresh_from_db()
    assert copy.typed == {}


def test_a_form_that_somebody_printed_themselves_gets_the_next_number(open_round, batch, worker, organisation):
    public = flows.public_form(round=open_round)
    copy = flows.number_form(batch=public, by=worker, organisation=organisation)
    assert (copy.number, copy.batch, copy.organisation) == (4, public, organisation)
    assert type_in(copy, worker).channel == "paper"


def test_taking_back_leaves_no_word_of_the_paper(copy, worker, second, all_checked):
    """P2."""
    voice = type_in(copy, worker)
    flows.check_form(copy=copy, by=second, typed=filled(copy.batch, "1", "1", "1", "1", "Quite other words."))
    flows.take_back(voice=voice)
    copy.refresh_from_db()
    assert "Quite other" not in str(copy.check_of.differences) and copy.typed == {}
