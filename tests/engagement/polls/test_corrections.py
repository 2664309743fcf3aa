"""Answered questions keep their words, unless two members of staff agree that new ones mean the same (Q2, S8)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from easyread.label import label_of
from easyread.models import EasyReadCheck
from engagement.people.roles import CHECKER, PMU
from engagement.polls import flows
from engagement.polls.flows import correcting
from engagement.polls.models import QuestionCorrection
from engagement.polls.wordings import changes, wording_of_row
from engagement.proposals.models import RoundPage
from engagement.record.models import Entry
from engagement.voices.flows import Said, give_voice
from home.programme.rights import give_rights
from tests import factories
from tests.engagement.polls.test_frozen_polls import form_errors
from tests.engagement.polls.test_sync_questions import raw, republish

pytestmark = pytest.mark.django_db
WHY = "We only use an easier word."
NEW = "What should be different?"


@pytest.fixture
def rights(home_page, roles):
    give_rights()
    factories.make_workflow()


@pytest.fixture
def second(rights):
    return factories.make_user(PMU, email="second@example.org")


@pytest.fixture
def question(open_round, rights):
    """The question in one's own words, answered."""
    question = open_round.question_rows.get(kind="words")
    give_voice(round=open_round, said=[Said(question, words="Buses are late.")])
    return question


def ask(question, by, why=WHY, **values):
    later = wording_of_row(question) | (values or {"text": NEW})
    return flows.ask_correction(question=question, by=by, later=later, why=why)


def now(question):
    return type(question).objects.get(pk=question.pk)


# --- Locked


def test_the_form_refuses_new_words_beside_an_answered_question(open_round, question):
    blocks = raw(open_round)
    for values in ({"text": "Other?"}, {"help": "Think."}, {"standard_text": "Other"}, {"opposite": True}):
        changed = [*blocks[:4], blocks[4] | {"value": blocks[4]["value"] | values}]
        errors = form_errors(open_round, changed)
        assert "a second person must agree" in str(errors["questions"].block_errors[4]), values
    assert form_errors(open_round, blocks) == {}


def test_the_form_refuses_new_choices_of_an_answered_question(open_round, rights):
    question = open_round.question_rows.get(kind="several")
    give_voice(round=open_round, said=[Said(question, choices=(question.choices.first(),))])
    blocks = raw(open_round)
    blocks[2]["value"]["choices"] = blocks[2]["value"]["choices"][1:]
    assert list(form_errors(open_round, blocks)["questions"].block_errors) == [2]
    page = republish(open_round, blocks)
    assert page.question_rows.get(pk=question.pk).choices.filter(ended_at=None).count() == 4


def test_a_publish_that_comes_another_way_leaves_its_words(open_round, question):
    blocks = raw(open_round)
    blocks[4]["value"] = blocks[4]["value"] | {"text": "Other?", "sensitive": False}
    page = republish(open_round, [blocks[4], *blocks[:4]])
    row = page.question_rows.get(pk=question.pk)
    assert (row.text, row.sort_order, row.sensitive) == ("What should change?", 0, False)


def test_the_other_way_out_is_to_end_it_and_ask_anew(open_round, question):
    page = republish(open_round, [*raw(open_round)[:4], factories.question_block("words", "What else?")])
    assert now(question).ended_at and page.question_rows.asked().last().text == "What else?"
    assert question.answers.count() == 1


# --- Corrected by two


def test_two_people_change_the_row_and_the_page_at_once(open_round, question, pmu, second):
    correction = ask(question, pmu)
    assert now(question).text == "What should change?"
    flows.agree_correction(correction=correction, by=second)
    page = RoundPage.objects.get(pk=open_round.pk)
    assert now(question).text == NEW and page.questions.raw_data[4]["value"]["text"] == NEW
    assert not page.has_unpublished_changes and page.is_open
    fact = Entry.objects.get(fact=correcting.CORRECTED)
    assert (fact.data["before"], fact.data["now"]) == ("What should change?", NEW)


def test_a_corrected_page_loses_its_label_and_returns_to_the_checkers(open_round, question, pmu, second):
    """T9: the words are new, so nobody has checked this version."""
    assert label_of(open_round)
    flows.agree_correction(correction=ask(question, pmu), by=second)
    page = RoundPage.objects.get(pk=open_round.pk)
    assert label_of(page) is None
    assert EasyReadCheck.objects.filter(status="in_progress", revision=page.live_revision).exists()


def test_words_of_choices_change_and_their_ids_stay(open_round, rights, pmu, second):
    question = open_round.question_rows.get(kind="several")
    choice = question.choices.get(text="Time")
    give_voice(round=open_round, said=[Said(question, choices=(choice,))])
    later = wording_of_row(question)
    later["choices"][1] |= {"text": "More time"}
    correction = flows.ask_correction(question=question, by=pmu, later=later, why=WHY)
    flows.agree_correction(correction=correction, by=second)
    choice.refresh_from_db()
    assert choice.text == "More time" and choice.ended_at is None
    assert changes(correction.earlier, correction.later) == [{"what": "Choice 2", "before": "Time", "now": "More time"}]


def test_a_draft_of_the_page_gets_the_words_too_and_stays_a_draft(open_round, question, pmu, second):
    page = RoundPage.objects.get(pk=open_round.pk)
    page.title = "A new title"
    page.save_revision(user=pmu)
    flows.agree_correction(correction=ask(question, pmu), by=second)
    page = RoundPage.objects.get(pk=open_round.pk)
    draft = page.get_latest_revision_as_object()
    assert page.title != "A new title" == draft.title and page.has_unpublished_changes
    assert draft.questions.raw_data[4]["value"]["text"] == NEW


def test_people_who_are_answering_see_the_new_words(open_round, question, pmu, second, client):
    client.post(f"{open_round.url}answer/", {"go": "start"})
    flows.agree_correction(correction=ask(question, pmu), by=second)
    answer = client.get(f"{open_round.url}answer/5/")
    assert answer.status_code == 200 and NEW in answer.content.decode()


def test_everybody_sees_the_old_and_the_new_words(open_round, question, pmu, second, client):
    flows.agree_correction(correction=ask(question, pmu), by=second)
    text = client.get(open_round.url).content.decode()
    for words in ("We changed the words on", "Before: What should change?", f"Now: {NEW}", f"Why: {WHY}"):
        assert words in text


def test_the_same_person_cannot_agree(question, pmu):
    correction = ask(question, pmu)
    with pytest.raises(ValidationError, match="second person"):
        flows.agree_correction(correction=correction, by=pmu)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionCorrection.objects.filter(pk=correction.pk).update(
            state="agreed", settled_by=pmu, settled_at=correction.asked_at
        )


def test_a_no_says_why_and_leaves_all_as_it_was(question, pmu, second):
    correction = ask(question, pmu)
    with pytest.raises(ValidationError):
        flows.refuse_correction(correction=correction, by=second, refusal=" ")
    flows.refuse_correction(correction=correction, by=second, refusal="It asks something else.")
    assert now(question).text == "What should change?"
    with pytest.raises(ValidationError):
        flows.agree_correction(correction=correction, by=second)
    ask(question, pmu)  # another try


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"text": " "}, WHY),
        ({"text": "Do you agree that buses are late?"}, WHY),
        ({"text": "You don't like it?"}, WHY),
        ({"text": "What should change?"}, WHY),
        ({"text": NEW}, " "),
        ({"text": NEW}, "We don't know."),
        ({"choices": [{"id": "x", "text": "New", "standard_text": "", "picture": None}]}, WHY),
    ],
)
def test_words_that_are_no_correction_are_refused(question, pmu, values, why):
    """Q3: never "Do you agree"."""
    with pytest.raises(ValidationError):
        ask(question, pmu, why, **values)


def test_only_one_waits_and_only_for_an_answered_question(open_round, question, pmu):
    ask(question, pmu)
    with pytest.raises(ValidationError, match="wait for a second person already"):
        ask(question, pmu)
    with pytest.raises(ValidationError, match="Nobody has answered"):
        ask(open_round.question_rows.get(kind="faces"), pmu, text="How is it?")


def test_a_vote_never_changes(open_round, pmu, rights):
    """SEAMS.md, Counting: its words, choices and pictures are frozen."""
    question = open_round.question_rows.get(kind="one")
    give_voice(round=open_round, said=[Said(question, choices=(question.choices.first(),))])
    with pytest.raises(ValidationError, match="never change"):
        ask(question, pmu, text="Which is worse?")


def test_only_staff_of_the_page_ask_and_settle(question, pmu):
    other = factories.make_user(CHECKER)
    with pytest.raises(PermissionDenied):
        ask(question, other)
    with pytest.raises(PermissionDenied):
        flows.agree_correction(correction=ask(question, pmu), by=other)


# --- Taken back


def test_who_asked_takes_new_words_back_and_can_ask_again(question, pmu, second):
    correction = ask(question, pmu)
    with pytest.raises(PermissionDenied, match=correcting.NOT_ASKED_BY_YOU):
        flows.take_correction_back(correction=correction, by=second)
    flows.take_correction_back(correction=correction, by=pmu)
    correction.refresh_from_db()
    assert (correction.state, correction.settled_by, correction.refusal) == ("taken_back", None, "")
    assert correction.settled_at and now(question).text == question.text and not QuestionCorrection.objects.waiting()
    for settle in (
        lambda: flows.agree_correction(correction=correction, by=second),
        lambda: flows.refuse_correction(correction=correction, by=second, refusal="No."),
        lambda: flows.take_correction_back(correction=correction, by=pmu),
    ):
        with pytest.raises(ValidationError, match="took it back"):
            settle()
    assert ask(question, pmu).state == "waiting"  # the question is free again


def test_words_that_a_second_person_settled_are_not_taken_back(question, pmu, second):
    correction = ask(question, pmu)
    flows.agree_correction(correction=correction, by=second)
    with pytest.raises(ValidationError, match="Two people agreed"):
        flows.take_correction_back(correction=correction, by=pmu)
    assert now(question).text == NEW


def test_who_may_not_write_the_round_any_more_still_takes_their_words_back(question, pmu):
    correction = ask(question, pmu)
    pmu.groups.clear()
    flows.take_correction_back(correction=correction, by=type(pmu).objects.get(pk=pmu.pk))
    assert not QuestionCorrection.objects.waiting()


def test_the_database_keeps_nobody_as_second_person_of_words_taken_back(question, pmu, second):
    correction = ask(question, pmu)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionCorrection.objects.filter(pk=correction.pk).update(state="taken_back", settled_by=second)


def test_taking_back_on_the_screens(client, question, pmu, second):
    correction = ask(question, pmu)
    address = reverse("question_words:take_back", args=[correction.pk])
    client.force_login(second)
    assert address not in client.get(reverse("question_words:list")).content.decode()
    assert client.post(address).status_code == 302 and QuestionCorrection.objects.waiting().exists()
    client.force_login(pmu)
    assert address in client.get(reverse("question_words:list")).content.decode()
    assert address in client.get(reverse("question_words:settle", args=[correction.pk])).content.decode()
    page = client.get(address).content.decode()
    assert f"Now: {NEW}" in page and "You can ask again." in page
    assert correction.question.text == now(question).text  # opening it does nothing
    told = client.post(address, follow=True).content.decode()
    assert "You took your words back." in told and "The person who asked took it back" in told
    assert "Take them back" not in client.get(address).content.decode()
    assert client.post(address).status_code == 200  # said kindly, with nothing done


# --- The screens


def test_the_way_through_the_screens(client, open_round, question, pmu, second):
    client.force_login(pmu)
    address = reverse("question_words:ask", args=[question.pk])
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[open_round.pk])).content.decode()
    assert "What should change?" in client.get(address).content.decode()
    sent = {"text": NEW, "standard_text": "", "help": "", "picture": "", "why": "We don't know."}
    refused = client.post(address, sent).content.decode()
    assert "don&#x27;t" in refused and NEW in refused
    assert client.post(address, sent | {"why": WHY}).status_code == 302
    correction = QuestionCorrection.objects.get()
    settle = reverse("question_words:settle", args=[correction.pk])
    assert "A second person must look at it." in client.get(settle).content.decode()
    assert 'id="question-corrections"' not in client.get("/admin/").content.decode()  # it does not wait for its asker
    client.force_login(second)
    assert "1 question waits" in client.get("/admin/").content.decode()
    listed = client.get(reverse("question_words:list")).content.decode()
    assert settle in listed and f"Now: {NEW}" in listed
    assert "Choose one answer." in client.post(settle, {}).content.decode()
    client.post(settle, {"verdict": "yes"})
    assert now(question).text == NEW
