"""Safeguarding, flow by flow: at once, locked, audited, held out of everything, never lost (3.6)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagement.bodies.flows.leads import end_lead, name_lead
from engagement.bodies.models import SafeguardingLead
from engagement.heard import flows as heard
from engagement.heard import reports
from engagement.heard.flows.reading import HELD_OUT
from engagement.trail.quotes import shown_quotes
from engagement.voices import flows
from engagement.voices.cells import cells_of
from engagement.voices.flows import safeguarding
from engagement.voices.flows.telling_leads import tell_waiting
from engagement.voices.models import Answer, Concern, ConcernEntry
from engagement.voices.safeguarding import in_words, numbers_of
from tests import factories
from tests.engagement.voices.support.conftest import make_worker

Outcome = Concern.Outcome


def kinds(concern):
    return list(concern.entries.values_list("kind", flat=True))


def test_the_lead_is_told_at_once_without_one_word_of_it(concern, words):
    """3.6: to the named lead at once by email without content."""
    [message] = mail.outbox
    assert message.to == ["lead@example.org"]
    everything = message.subject + message.body
    for secret in ("hit", words.words, "Speak Up", concern.round.title):
        assert secret not in everything
    assert f"/admin/safeguarding/{concern.public_id}/" in message.body
    concern.refresh_from_db()
    assert concern.told_at and kinds(concern) == ["raised", "told"]


def test_the_lead_of_the_organisation_is_told_in_place_of_the_sites(
    lead, pmu, organisation, sent_visit, worker, django_capture_on_commit_callbacks
):
    name_lead(by=pmu, email="own@example.org", organisation=organisation)
    with django_capture_on_commit_callbacks(execute=True):
        flows.raise_concern(by=worker, thing=sent_visit)
    assert [message.to for message in mail.outbox if "look" in message.subject] == [["own@example.org"]]


def test_mail_that_fails_is_written_down_and_tried_again(
    lead, sent_visit, worker, monkeypatch, django_capture_on_commit_callbacks, capsys
):
    """The concern is stored all the same, and stands on the first screen until an email went."""

    def down(*args, **kwargs):
        raise OSError("no mail server")

    monkeypatch.setattr("engagement.voices.flows.telling_leads.send_mail", down)
    with django_capture_on_commit_callbacks(execute=True):
        concern = flows.raise_concern(by=worker, thing=sent_visit)
    concern.refresh_from_db()
    assert concern.told_at is None and kinds(concern) == ["raised", "not_told"]
    with pytest.raises(SystemExit):
        call_command("tell_leads")
    monkeypatch.undo()
    assert tell_waiting() == (1, 0) and len(mail.outbox) == 1
    assert tell_waiting() == (0, 0) and len(mail.outbox) == 1  # and not again


def test_without_a_lead_it_is_kept_and_waits(sent_visit, worker, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        concern = flows.raise_concern(by=worker, thing=sent_visit)
    assert concern.entries.last().words == "No lead is named." and tell_waiting() == (0, 1)


def test_pressing_twice_is_one_concern(lead, sent_visit, worker):
    first = flows.raise_concern(by=worker, thing=sent_visit, worry="He was hit.")
    assert flows.raise_concern(by=worker, thing=sent_visit, worry="He was hit.") == first
    assert flows.raise_concern(by=worker, thing=sent_visit, worry="And more.") != first


def test_nobody_else_raises_it(sent_visit, roles, pmu, lead):
    """The worker, somebody of the same organisation, a reader or a lead: and nobody of another organisation."""
    stranger = make_worker(factories.make_organisation("Other"))
    with pytest.raises(PermissionDenied, match="about your own visits only"):
        flows.raise_concern(by=stranger, thing=sent_visit)
    colleague = make_worker(sent_visit.organisation)
    assert flows.raise_concern(by=colleague, thing=sent_visit).raised_as == "checker"
    assert flows.raise_concern(by=pmu, thing=sent_visit.voice).raised_as == "reader"


def test_the_words_are_out_of_every_queue_theme_and_quote_and_the_voice_still_counts(pmu, lead, words, worker):
    """SEAMS, Counting: the count of voices stays, the words go."""
    heard.read_answer(answer=words, by=pmu, may_show=True)
    theme = heard.make_theme(round=words.voice.round, by=pmu, title="Time", answers=[words])
    heard.pick_quote(theme=theme, answer=words, by=pmu)
    assert len(shown_quotes()) == 1
    counted, theme_counts = sorted(cells_of(words.voice.round)), reports.counts_of_themes([theme])
    flows.raise_concern(by=pmu, thing=words.voice, question=words.question)
    words.refresh_from_db()
    assert words.held_out
    for rows in (reports.words_of(), reports.words_of(words.voice.round), reports.read(), Answer.objects.with_words()):
        assert words not in rows
    assert shown_quotes() == []
    assert sorted(cells_of(words.voice.round)) == counted and reports.counts_of_themes([theme]) == theme_counts
    for refused in (
        lambda: heard.read_answer(answer=words, by=pmu, may_show=True),
        lambda: heard.pick_quote(theme=theme, answer=words, by=pmu),
        lambda: heard.add_to_theme(theme=theme, answers=[words], by=pmu),
    ):
        with pytest.raises(ValidationError, match=HELD_OUT):
            refused()


def test_a_concern_about_one_answer_leaves_the_others(concern, words):
    others = words.voice.answers.exclude(pk=words.pk)
    assert others.exists() and not others.filter(held_out=True).exists()


def test_words_that_come_later_are_held_out_too(concern, words):
    """The person changes the answer with the card: the new words go to no report either."""
    new = flows.change_answer(voice=words.voice, question=words.question, words="He did it again.")
    assert new.held_out and Answer.objects.get(pk=words.pk).held_out


def test_a_concern_about_an_unsent_visit_holds_what_is_sent(lead, ready_visit, worker):
    concern = flows.raise_concern(by=worker, thing=ready_visit)
    voice = flows.send_visit(support=ready_visit, by=worker)
    concern.refresh_from_db()
    assert concern.voice == voice and not voice.answers.filter(held_out=False).exists()


def test_a_cleared_visit_leaves_the_concern_and_its_words(lead, visit, questions, worker):
    words = next(question for question in questions if question.kind == "words")
    flows.save_visit_answer(support=visit, by=worker, question=words, words="He hits me.")
    concern = flows.raise_concern(by=worker, thing=visit)
    flows.clear_visit(support=visit, by=worker)
    concern.refresh_from_db()
    assert [row["words"] for row in concern.words] == ["He hits me."]


def test_taking_back_reaches_no_sealed_words(concern, words):
    """Who harms a person may hold the card: the lead still finds what was said."""
    flows.take_back(voice=words.voice)
    concern.refresh_from_db()
    assert concern.words[0]["words"] == "I want more time." and Answer.objects.get(pk=words.pk).words == ""


def test_a_vote_is_in_no_concern(lead, sent_visit, worker):
    """DESIGN.md 6.9: a vote is never shown against a person."""
    concern = flows.raise_concern(by=worker, thing=sent_visit)
    assert concern.words and "One leads" not in str(concern.words)


def test_opening_is_written_down_and_the_first_look_is_timed(concern, lead):
    later = concern.raised_at + timedelta(hours=3, minutes=20)
    opened = flows.open_concern(concern=concern, by=lead, now=later)
    flows.open_concern(concern=concern, by=lead, now=later + timedelta(days=1))
    assert opened.looked_at == later and kinds(concern)[-2:] == ["opened", "opened"]
    assert in_words(opened.waited) == "3 hours and 20 minutes"
    numbers = numbers_of(Concern.objects.all())
    assert (numbers["open"], numbers["unseen"], numbers["middle"]) == (1, 0, timedelta(hours=3, minutes=20))


def test_no_role_opens_a_concern(concern, pmu, roles, organisation):
    """Not the PMU, not an administrator, not the role alone, not a lead of another organisation, not one who ended."""
    elsewhere = name_lead(by=pmu, email="else@example.org", organisation=factories.make_organisation("Other")).user
    row = name_lead(by=pmu, email="gone@example.org")
    end_lead(lead=row, by=pmu)
    for user in (pmu, factories.make_user(is_superuser=True), factories.make_user("Safeguarding lead"), elsewhere):
        with pytest.raises(PermissionDenied, match="Only the safeguarding lead can open this"):
            flows.open_concern(concern=concern, by=user)
    with pytest.raises(PermissionDenied):
        flows.open_concern(concern=concern, by=row.user)
    assert "opened" not in kinds(concern)


def test_what_was_done_and_where_it_was_sent(concern, lead):
    flows.open_concern(concern=concern, by=lead)
    flows.note_what_was_done(concern=concern, by=lead, words="I phoned the worker.")
    flows.note_what_was_done(concern=concern, by=lead, words="I sent it on.", to="The council's team")
    assert kinds(concern)[-2:] == ["did", "sent"]
    with pytest.raises(ValidationError, match=safeguarding.NEEDS_WORDS):
        flows.note_what_was_done(concern=concern, by=lead, words=" ", to="The council's team")


def test_entries_only_grow(concern):
    entry = concern.entries.first()
    entry.words = "Other"
    for change in (entry.save, entry.delete, concern.entries.all().delete, lambda: concern.entries.update(words="")):
        with pytest.raises(TypeError, match="only grows"):
            change()


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"outcome": "keep_out", "words": ""}, safeguarding.NEEDS_REASON),
        ({"outcome": "", "words": "It is safe."}, safeguarding.NEEDS_OUTCOME),
    ],
)
def test_closing_needs_an_outcome_and_a_reason(concern, lead, how, sentence):
    flows.open_concern(concern=concern, by=lead)
    with pytest.raises(ValidationError, match=sentence):
        flows.close_concern(concern=concern, by=lead, **how)


def test_nobody_closes_what_nobody_read_or_twice(concern, lead):
    how = {"concern": concern, "by": lead, "outcome": Outcome.KEEP_OUT, "words": "The council has it."}
    with pytest.raises(ValidationError, match=safeguarding.LOOK_FIRST):
        flows.close_concern(**how)
    flows.open_concern(concern=concern, by=lead)
    flows.close_concern(**how)
    with pytest.raises(ValidationError, match=safeguarding.IS_CLOSED):
        flows.close_concern(**how)


def test_words_come_back_only_when_no_other_concern_holds_them(concern, lead, words, worker, sent_visit):
    other = flows.raise_concern(by=worker, thing=sent_visit, worry="Everything.")
    for one in (concern, other):
        flows.open_concern(concern=one, by=lead)
    flows.close_concern(concern=concern, by=lead, outcome=Outcome.PUT_BACK, words="It was a film.")
    assert Answer.objects.get(pk=words.pk).held_out
    flows.close_concern(concern=other, by=lead, outcome=Outcome.PUT_BACK, words="It was a film.")
    assert not Answer.objects.filter(voice=words.voice, held_out=True).exists()


def test_kept_out_stays_out(concern, lead, words):
    flows.open_concern(concern=concern, by=lead)
    flows.close_concern(concern=concern, by=lead, outcome=Outcome.KEEP_OUT, words="The council has it.")
    assert Answer.objects.get(pk=words.pk).held_out


def test_their_time_over_the_words_go_and_what_was_done_stays(concern, lead, words):
    """3.8: retention of safeguarding, run by a command, logged."""
    flows.open_concern(concern=concern, by=lead)
    flows.note_what_was_done(concern=concern, by=lead, words="I phoned Ana.", to="The council")
    flows.close_concern(concern=concern, by=lead, outcome=Outcome.KEEP_OUT, words="Ana is safe.")
    assert flows.forget_old_concerns() == 0
    assert flows.forget_old_concerns(now=timezone.now() + timedelta(days=6 * 365 + 2)) == 1
    concern.refresh_from_db()
    assert (concern.words, concern.worry) == ([], "") and set(concern.entries.values_list("words", flat=True)) == {""}
    assert kinds(concern) == ["raised", "told", "opened", "sent", "closed", "forgotten"]
    assert Answer.objects.get(pk=words.pk).held_out


def test_the_database_refuses_a_closing_without_an_outcome(concern):
    with pytest.raises(IntegrityError), transaction.atomic():
        Concern.objects.filter(pk=concern.pk).update(closed_at=timezone.now(), looked_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        ConcernEntry.objects.create(concern=concern, kind="sent")


def test_naming_a_lead_is_told_to_the_other_leads(lead, pmu, worker, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        name_lead(by=pmu, email="new@example.org")
    assert [message.to for message in mail.outbox] == [["lead@example.org"]]
    with pytest.raises(ValidationError):
        name_lead(by=pmu, email="new@example.org")
    with pytest.raises(PermissionDenied):
        name_lead(by=worker, email="mine@example.org")
    assert SafeguardingLead.objects.count() == 2
