"""A picture or a sound is stored when given, sent with its answer, and goes for good when it goes (Q6, 6.1, P2)."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from easyread import media
from easyread.media import private
from engagement.voices import attached, flows, limits
from engagement.voices.commitments import commitment_of
from engagement.voices.flows import attaching
from engagement.voices.models import Answer, Attachment, Consent, DraftAnswer
from tests.easyread.media import made


def files():
    """The names of all files that are kept."""
    return set(private.names_in("answers"))


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """A private folder of each test's own."""
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}
    return tmp_path


def test_a_picture_is_an_answer_without_words_6_1(begun, give, in_words):
    row = give("picture")
    assert DraftAnswer.objects.get(draft=begun[0], question=in_words).state == "answered"
    assert files() == {row.file} and (row.state, row.words) == ("unread", "")
    assert flows.save_answer(draft=begun[0], question=in_words) == "answered"  # Next with an empty box


def test_a_new_one_replaces_the_old_one_and_its_file(give, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        old, new = give("picture"), give("picture")
    assert Attachment.objects.get() == new and files() == {new.file} and old.file != new.file


def test_taken_away_it_is_no_answer_any_more(begun, give, in_words, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        give("sound")
        assert flows.detach(draft=begun[0], question=in_words, kind="sound")
    assert files() == set() and not begun[0].answers.exists()
    assert not flows.detach(draft=begun[0], question=in_words, kind="sound")


def test_taken_away_the_words_stay(begun, give, in_words):
    flows.save_answer(draft=begun[0], question=in_words, words="More time.")
    give("sound")
    flows.detach(draft=begun[0], question=in_words, kind="sound")
    assert begun[0].answers.get().words == "More time."


def test_a_refused_file_stores_nothing_and_loses_nothing(begun, give, in_words):
    flows.save_answer(draft=begun[0], question=in_words, words="More time.")
    kept = give("picture")
    with pytest.raises(ValidationError, match="We cannot open this picture"):
        give("picture", SimpleUploadedFile("a.jpg", b"no picture"))
    assert Attachment.objects.get() == kept and begun[0].answers.get().words == "More time."


def test_when_the_row_cannot_be_written_the_file_goes(give, monkeypatch):
    def broken(*args):
        raise ValidationError("Gone.", code="gone")

    monkeypatch.setattr(attaching, "store_attachment", broken)
    with pytest.raises(ValidationError):
        give("picture")
    assert files() == set()


@pytest.mark.parametrize(("field", "kind"), [("takes_picture", "picture"), ("takes_sound", "sound")])
def test_authors_can_switch_it_off(give, in_words, field, kind):
    setattr(in_words, field, False)
    with pytest.raises(ValidationError, match="Please type your words here"):
        give(kind)
    assert kind not in {way["value"] for way in attached.ways_of(in_words, [])}


def test_only_a_question_in_words_takes_them(give, questions):
    with pytest.raises(ValidationError, match="Please type your words here"):
        give("picture", question=questions[0])


def test_one_person_sends_so_many_in_an_hour_s6(give, settings):
    settings.FILES_OF_ONE_IN_AN_HOUR = 1
    give("picture")
    with pytest.raises(ValidationError) as refusal:
        give("picture")
    assert refusal.value.code == "too_many" and refusal.value.messages == [limits.TOO_MANY_FILES]


def test_sending_moves_them_to_the_answer(voice):
    answer = voice.answers.get()
    assert answer.attached and not answer.words
    assert {row.kind for row in answer.attachments.all()} == {"picture", "sound"}
    assert list(Answer.objects.current().with_words()) == [answer]  # it waits to be read, as words do
    assert [consent.kind for consent in voice.consents.all()] == [Consent.Kind.PICTURE]


def test_skipping_the_question_sends_nothing_and_removes_it(
    begun, give, in_words, questions, django_capture_on_commit_callbacks
):
    draft, secret = begun
    flows.save_answer(draft=draft, question=questions[0], choices=[questions[0].choices.all()[0]])
    give("picture")
    flows.save_answer(draft=draft, question=in_words, state="skipped")
    with django_capture_on_commit_callbacks(execute=True):
        sent = flows.send_voice(secret=secret)
    assert not sent.answers.get(question=in_words).attached and files() == set()


def test_a_draft_that_is_cleared_takes_its_files(begun, give, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        give("picture")
        flows.clear_draft(draft=begun[0])
    assert files() == set()


def test_changing_the_words_keeps_the_picture(voice, in_words):
    answer = flows.change_answer(voice=voice, question=in_words, words="Now with words.")
    assert answer.attached and answer.attachments.count() == 2
    assert not voice.answers.filter(is_current=False).get().attached
    assert flows.change_answer(voice=voice, question=in_words, words="").attached  # no words are needed


def test_leaving_the_question_out_afterwards_takes_it_away(voice, in_words):
    assert not flows.change_answer(voice=voice, question=in_words, state="skipped").attached
    assert not Attachment.objects.exists()


def test_one_can_be_taken_away_after_sending(voice, django_capture_on_commit_callbacks):
    before = commitment_of(voice)
    with django_capture_on_commit_callbacks(execute=True):
        for row in list(Attachment.objects.all()):
            flows.remove_attachment(attachment=row)
            flows.remove_attachment(attachment=row)
    voice.refresh_from_db()
    assert files() == set() and not voice.recorded and commitment_of(voice) != before
    assert not voice.answers.get().attached


def test_taken_back_not_one_byte_is_left_p2(begun, in_words, django_capture_on_commit_callbacks, own_folder):
    draft, secret = begun
    with django_capture_on_commit_callbacks(execute=True):
        flows.attach(draft=draft, question=in_words, kind="sound", file=made.sound(), address="192.0.2.1")
        sent = flows.send_voice(secret=secret)
        (kept,) = (path for path in own_folder.rglob("*") if path.is_file())
        marker = kept.read_bytes()[200:260]
        flows.take_back(voice=sent)
    everywhere = [own_folder, Path(settings.MEDIA_ROOT)]
    found = [
        path for folder in everywhere for path in folder.rglob("*") if path.is_file() and marker in path.read_bytes()
    ]
    assert found == [] and not Attachment.objects.exists()


def test_the_round_deleted_takes_the_files(voice, open_round, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        voice.delete()
    assert files() == set()


def test_what_a_killed_process_left_goes_at_night(give):
    kept = give("picture")
    lost = private.keep("answers", media.clean(made.picture(), "picture"))
    assert flows.clear_lost_files() == 0 and lost in files()
    assert flows.clear_lost_files(now=timezone.now() + timedelta(days=2)) == 1
    assert files() == {kept.file}


@pytest.mark.parametrize(
    "values", [{"draft": None}, {"state": "may_show"}, {"state": "not_shown", "read_at": timezone.now()}]
)
def test_the_database_keeps_the_rules(give, values):
    row = give("picture")
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=row.pk).update(**values)
