"""What a worker writes down: steps, sending, whose words, what is refused (3.1, 3.2, 3.3, 3.7; R2)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from engagement.bodies.models import Body, Independence, Worker
from engagement.voices import flows, supporting
from engagement.voices.commitments import content_of
from engagement.voices.keys import key_of, link_token_of
from engagement.voices.models import Answer, Card, Consent, Support, Voice, VoiceDraft
from tests import factories
from tests.engagement.refusals import hard_words
from tests.engagement.voices.conftest import answer, close
from tests.engagement.voices.support.conftest import tell

pytestmark = pytest.mark.django_db


def test_a_sent_visit_is_one_voice_with_whose_words_and_how(sent_visit, worker, organisation):
    """3.1, 3.2: provenance, how it was explained and shown, by whom; exact words and summary apart."""
    voice = Voice.objects.get()
    assert (voice.channel, voice.provenance, voice.entered_by) == ("worker", "own_words", worker)
    assert sent_visit.voice == voice and sent_visit.draft is None
    assert (sent_visit.explained, sent_visit.showed) == (["pictures"], ["said", "pointed"])
    said = voice.answers.get(question__kind="words")
    assert (said.words, said.summary) == ("I want more time.", "She wants time.")
    assert not VoiceDraft.objects.exists() and voice.votes.count() == 1


def test_each_consent_stands_by_itself_with_how_it_was_given(sent_visit):
    """3.7: contact, words, picture and voice apart."""
    given = dict(Consent.objects.values_list("kind", "how"))
    assert given == {"publish": "signed it to a worker", "contact": "said it to a worker"}
    assert Support.objects.get().agrees_to == {}


def test_sending_twice_is_one_voice_and_one_card(ready_visit, worker):
    """R2: the second press finds what the first made, and its secret opens the same card."""
    secret = "s" * 43
    first = flows.send_visit(support=ready_visit, by=worker, secret=secret)
    second = flows.send_visit(support=ready_visit, by=worker, secret="t" * 43)
    assert first == second and Voice.objects.count() == 1 and Support.objects.count() == 1
    assert Card.objects.get().link_key == key_of(link_token_of(secret))
    assert Card.objects.get().pictures == first.card.pictures


def test_no_secret_of_a_card_is_in_the_database(ready_visit, worker):
    secret = "s" * 43
    flows.send_visit(support=ready_visit, by=worker, secret=secret)
    rows = [str(list(model.objects.values())) for model in (Voice, Card, Support, VoiceDraft)]
    assert not any(secret in row or link_token_of(secret) in row for row in rows)


def test_the_card_shows_the_pictures_of_the_visit(ready_visit, worker):
    """So a worker knows which visit in the list is this person's."""
    key = ready_visit.draft.key
    voice = flows.send_visit(support=ready_visit, by=worker)
    assert voice.draft_key == key


@pytest.mark.parametrize(
    ("whose", "more", "sentence"),
    [
        ("", {}, supporting.NO_WHOSE),
        ("summary", {}, supporting.NO_AGREED),
        ("observed", {"how_sure": "sure"}, supporting.NO_SEEN_BY),
        ("observed", {"seen_by": "Support worker"}, supporting.NO_SURE),
    ],
)
def test_sending_needs_to_know_whose_words(ready_visit, worker, whose, more, sentence):
    """3.2: one sentence for each thing that is missing, and nothing is sent."""
    flows.save_whose(support=ready_visit, by=worker, whose=whose)
    flows.save_more(support=ready_visit, by=worker, **more)
    refused(ready_visit, worker, sentence)


@pytest.mark.parametrize(
    ("explained", "showed", "sentence"),
    [([], ["said"], supporting.NO_EXPLAINED), (["pictures"], [], supporting.NO_SHOWED)],
)
def test_sending_needs_to_know_how(ready_visit, worker, explained, showed, sentence):
    """3.1: how it was explained, and how the person showed their answer."""
    flows.save_how(support=ready_visit, by=worker, explained=explained, showed=showed)
    refused(ready_visit, worker, sentence)


def refused(visit, worker, sentence):
    """Sending `visit` is refused with `sentence`, and it stays as it was."""
    with pytest.raises(ValidationError) as refusal:
        flows.send_visit(support=visit, by=worker)
    assert sentence in refusal.value.messages
    assert not Voice.objects.exists() and VoiceDraft.objects.filter(support=visit).exists()


def test_somebody_elses_view_needs_no_how(ready_visit, worker):
    flows.save_whose(support=ready_visit, by=worker, whose="someone_else")
    flows.save_how(support=ready_visit, by=worker, explained=[], showed=[])
    assert flows.send_visit(support=ready_visit, by=worker).provenance == "someone_else"


@pytest.mark.parametrize("whose", ["own_words", "read_back"])
def test_a_summary_alone_is_never_sent_as_the_persons_words(ready_visit, questions, worker, whose):
    """3.2: either the exact words are there, or it is a summary."""
    flows.save_visit_answer(support=ready_visit, by=worker, question=questions[4], summary="She wants time.")
    flows.save_whose(support=ready_visit, by=worker, whose=whose)
    refused(ready_visit, worker, supporting.ONLY_SUMMARY)
    flows.save_whose(support=ready_visit, by=worker, whose="summary")
    flows.save_more(support=ready_visit, by=worker, agreed="not_checked")
    voice = flows.send_visit(support=ready_visit, by=worker)
    said = voice.answers.get(question=questions[4])
    assert (said.state, said.words, said.summary) == ("answered", "", "She wants time.")


def test_the_summary_is_part_of_what_the_record_vouches_for(sent_visit):
    """A voice without one has the same commitment as before there were summaries."""
    answers = {row["question"]: row for row in content_of(sent_visit.voice)["answers"]}
    with_summary = [row for row in answers.values() if "summary" in row]
    assert [row["summary"] for row in with_summary] == ["She wants time."] and len(answers) == 5


def test_only_workers_of_an_organisation_start(open_round, worker, organisation, other_worker):
    """Nobody without a place, nobody who has left, and no ended organisation."""
    stranger = factories.make_user()
    Worker.objects.filter(user=other_worker).update(left_on=factories.today())
    for user in (stranger, other_worker):
        with pytest.raises(PermissionDenied):
            flows.start_visit(round=open_round, by=user, organisation=organisation)
    Body.objects.filter(pk=organisation.pk).update(status="ended")
    with pytest.raises(PermissionDenied):
        flows.start_visit(round=open_round, by=worker, organisation=organisation)
    assert not Support.objects.exists()


def test_nobody_writes_in_another_workers_visit(ready_visit, other_worker, questions):
    who = {"support": ready_visit, "by": other_worker}
    deeds = [
        lambda: flows.save_visit_answer(**who, question=questions[4], words="Not mine."),
        lambda: flows.save_whose(**who, whose="summary"),
        lambda: flows.save_more(**who, agreed="yes"),
        lambda: flows.save_how(**who, explained=[], showed=[]),
        lambda: flows.save_person(**who, who=[], place=""),
        lambda: flows.save_agreements(**who, agrees_to={"publish": "said"}),
        lambda: flows.clear_visit(**who),
        lambda: flows.send_visit(**who),
    ]
    before = Support.objects.values().get(), VoiceDraft.objects.values().get()
    for deed in deeds:
        with pytest.raises(PermissionDenied):
            deed()
    assert (Support.objects.values().get(), VoiceDraft.objects.values().get()) == before


def test_a_visit_needs_an_open_round(visit, worker, organisation, questions):
    """A visit begun before the closing day has until that day ends; after that nothing is taken."""
    close(visit.draft.round)
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=2))
    visit = Support.objects.get()
    with pytest.raises(ValidationError, match="This has closed"):
        flows.save_visit_answer(support=visit, by=worker, question=questions[4], words="Late.")
    with pytest.raises(ValidationError, match="This has closed"):
        flows.save_whose(support=visit, by=worker, whose="own_words")
    with pytest.raises(ValidationError, match="This has closed"):
        flows.start_visit(round=visit.draft.round, by=worker, organisation=organisation)


def test_an_unsent_visit_is_not_cleared_after_30_days(visit, begun_by_a_person):
    """A visit's notes are never lost while the round is open; a person's own go after 30 days."""
    old = timezone.now() - timedelta(days=settings.DAYS_TO_COME_BACK + 1)
    VoiceDraft.objects.update(saved_at=old)
    assert flows.clear_old_drafts() == 1
    assert Support.objects.exists()
    type(visit.draft.round).objects.update(opens_on=factories.today(-90))
    close(visit.draft.round, days_ago=settings.DAYS_TO_COME_BACK + 2)
    assert flows.clear_old_drafts() == 1
    assert not Support.objects.exists()


@pytest.fixture
def begun_by_a_person(open_round):
    return flows.start_draft(round=open_round)


def test_what_cannot_be_chosen_is_refused(visit, worker):
    who = {"support": visit, "by": worker}
    for deed in (
        lambda: flows.save_whose(**who, whose="machine"),
        lambda: flows.save_how(**who, explained=["shouting"], showed=[]),
        lambda: flows.save_agreements(**who, agrees_to={"money": "said"}),
        lambda: flows.save_agreements(**who, agrees_to={"publish": "guessed"}),
        lambda: flows.save_more(**who, seen_by="x" * 81),
        lambda: flows.save_person(**who, who=["clever"], place=""),
    ):
        with pytest.raises(ValidationError):
            deed()


def test_a_correction_is_a_new_row_until_somebody_reads_it(sent_visit, worker, pmu):
    """What was there before is kept; once read, the worker is told kindly."""
    from engagement.heard.flows import read_answer

    question = sent_visit.round.question_rows.get(kind="words")
    flows.correct_answer(support=sent_visit, by=worker, question=question, words="I need more time.", summary="Time.")
    rows = Answer.objects.filter(question=question).order_by("pk")
    assert [(row.words, row.summary, row.is_current) for row in rows] == [
        ("I want more time.", "She wants time.", False),
        ("I need more time.", "Time.", True),
    ]
    read_answer(answer=rows[1], by=pmu, may_show=True)
    with pytest.raises(ValidationError, match="Our staff have read this already"):
        flows.correct_answer(support=sent_visit, by=worker, question=question, words="Other.")
    assert Answer.objects.filter(question=question).count() == 2


def test_a_correction_puts_no_summary_in_place_of_the_words(sent_visit, worker, other_worker):
    question = sent_visit.round.question_rows.get(kind="words")
    with pytest.raises(ValidationError):
        flows.correct_answer(support=sent_visit, by=worker, question=question, summary="She wants time.")
    with pytest.raises(PermissionDenied):
        flows.correct_answer(support=sent_visit, by=other_worker, question=question, words="Other.")
    assert Answer.objects.filter(question=question).count() == 1


def test_a_change_by_the_person_leaves_the_old_summary_behind(sent_visit):
    """What the person says now is not what the supporter understood then."""
    question = sent_visit.round.question_rows.get(kind="words")
    new = flows.change_answer(voice=sent_visit.voice, question=question, words="Something else.")
    assert new.summary == ""
    added = flows.add_words(voice=sent_visit.voice, question=question, words="And this.")
    assert added.words == "Something else.\nAnd this."


def test_words_added_by_the_person_keep_the_summary(sent_visit):
    question = sent_visit.round.question_rows.get(kind="words")
    assert flows.add_words(voice=sent_visit.voice, question=question, words="And this.").summary == "She wants time."


def test_a_person_who_agrees_no_longer(sent_visit, worker, other_worker):
    """3.7: the worker writes it down, each thing by itself, at any time."""
    with pytest.raises(PermissionDenied):
        flows.withdraw_for_person(support=sent_visit, by=other_worker, kind="publish")
    close(sent_visit.voice.round)
    assert flows.withdraw_for_person(support=sent_visit, by=worker, kind="publish")
    standing = Consent.objects.filter(withdrawn_at=None).values_list("kind", flat=True)
    assert list(standing) == ["contact"]


def test_taking_back_erases_the_summary_and_how(sent_visit):
    flows.take_back(voice=sent_visit.voice)
    sent_visit.refresh_from_db()
    assert not Answer.objects.exclude(words="", summary="").exists()
    assert (sent_visit.explained, sent_visit.showed, sent_visit.seen_by) == ([], [], "")


def test_the_history_says_who_and_never_what(sent_visit, worker):
    entry = ModelLogEntry.objects.get(action="voices.entered")
    assert entry.user == worker and "time" not in str(entry.data)


def test_how_an_organisation_stands_to_a_plan(open_round, organisation, worker):
    """3.3: the closest tie to the body that asks or decides; independent only of both."""
    plan = open_round.proposal
    begin = {"round": open_round, "by": worker, "organisation": organisation}

    def say(body, kind):
        Independence.objects.update_or_create(organisation=organisation, body=body, defaults={"kind": kind})
        return flows.start_visit(**begin).stands

    assert flows.start_visit(**begin).stands == ""
    assert say(plan.asked_by, "independent") == ""
    assert say(plan.decided_by, "independent") == "independent"
    assert say(plan.decided_by, "commissioned") == "commissioned"
    assert say(plan.asked_by, "provider") == "provider"


def test_every_sentence_is_easy_read():
    told = [value for name, value in vars(supporting).items() if name.isupper() and isinstance(value, str)]
    lists = (supporting.WHOSE, supporting.EXPLAINED, supporting.SHOWED, supporting.AGREED, supporting.SURE)
    told += [label for rows in (*lists, supporting.AGREES_TO, supporting.HOW_AGREED) for _, label in rows]
    assert len(told) > 40 and hard_words(told) == []


def test_a_draft_belongs_to_one_thing(visit):
    """The database refuses a support of nothing."""
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Support.objects.filter(pk=visit.pk).update(draft=None)


def test_nothing_is_missing_when_all_is_told(visit, worker, questions):
    assert {field for _, field, _ in supporting.missing(visit)} == {"whose", "explained", "showed"}
    tell(visit, worker)
    answer(visit.draft, questions[0])
    assert supporting.missing(Support.objects.get(pk=visit.pk)) == []
