"""A film is kept as it came until the worker has written it anew; nobody is given it before (Q6, S3, F5, R1)."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from easyread.media import limits, private, waiting
from engagement.heard import flows as heard
from engagement.heard.flows import looking, reading
from engagement.trail.files import public_files
from engagement.voices import flows
from engagement.voices.commitments import commitment_of
from engagement.voices.keys import link_token_of
from engagement.voices.models import Attachment, Consent, DraftAnswer
from tests.easyread.media import made


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """A private folder of each test's own, and no question from a test before."""
    cache.clear()
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}
    return tmp_path


@pytest.fixture
def work(settings, monkeypatch, django_capture_on_commit_callbacks):
    """Does what the worker beside the web processes does with all that waits for it."""
    settings.TASKS = settings.TASKS | {"papers": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    names = {"queue_names": ["default"], "excluded_queue_names": [], "backend_name": "papers", "worker_id": "test"}

    def work():
        with django_capture_on_commit_callbacks(execute=True):
            db_worker.Worker(**names, interval=0, batch=True, startup_delay=False, max_tasks=None).run()

    return work


@pytest.fixture
def pages(client, open_round, in_words, begun):
    """The address of a page of answering with this draft: pages("answer_attach", 5, "film")."""
    client.cookies["answering"] = begun[1]
    number = begun[0].question_ids.index(in_words.pk) + 1
    return lambda name, *args, **query: reverse(
        name,
        args=[open_round.url.strip("/"), *([number] if name in ("answer_attach", "answer_question") else []), *args],
    )


def files():
    """The names of all files that are kept."""
    return set(private.names_in("answers"))


def test_a_film_waits_for_the_worker_and_nobody_is_given_it_before_s3(work, give, client, pages):
    row = give("film")
    dirty = private.storage().open(row.file).read()
    assert row.waiting and row.file.endswith(private.GIVEN) and files() == {row.file}
    assert client.get(pages("answer_file", row.public_id)).status_code == 404
    page = client.get(pages("answer_attach", "film")).content.decode()
    assert "We are getting it ready." in page and "Look again" in page and "<video" not in page.split("</section>")[0]
    work()
    row.refresh_from_db()
    assert not row.waiting and files() == {row.file} and row.file.endswith(".mp4") and 0.8 < row.seconds < 1.4
    answer = client.get(pages("answer_file", row.public_id), headers={"range": "bytes=0-99"})
    assert (answer.status_code, answer["Content-Type"], len(answer.content)) == (206, "video/mp4", 100)
    assert b"".join(client.get(pages("answer_file", row.public_id))) != dirty
    assert "<video controls" in client.get(pages("answer_attach", "film")).content.decode()


def test_a_film_may_be_sent_while_it_waits_and_loses_nothing_r1(work, give, begun, in_words):
    give("film")
    voice = flows.send_voice(secret=begun[1])
    before = commitment_of(voice)
    type(voice).objects.filter(pk=voice.pk).update(recorded=True)
    work()
    voice = type(voice).objects.get(pk=voice.pk)
    row = voice.answers.get().attachments.get()
    assert row.is_ready and files() == {row.file}
    assert not voice.recorded and commitment_of(voice) != before  # the record gets what the film is now


def test_a_killed_worker_loses_nothing_r1(work, give, monkeypatch):
    row = give("film")

    def killed(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(waiting, "clean", killed)
    with pytest.raises(KeyboardInterrupt):
        waiting.write_anew(row)
    monkeypatch.undo()
    DBTaskResult.objects.all().delete()
    assert files() == {row.file} and Attachment.objects.get().waiting
    cache.clear()  # after waiting.AGAIN_AFTER
    flows.clear_lost_files()
    waiting.write_later.func("voices.Attachment", row.pk)
    assert Attachment.objects.get().is_ready
    waiting.write_later.func("voices.Attachment", row.pk)  # asked for twice


def test_a_film_taken_away_meanwhile_leaves_nothing_p2(work, give, begun, in_words, django_capture_on_commit_callbacks):
    give("film")
    with django_capture_on_commit_callbacks(execute=True):
        flows.detach(draft=begun[0], question=in_words, kind="film")
    work()
    assert files() == set() and not DraftAnswer.objects.exists()


def test_taken_away_while_it_is_opened_leaves_nothing_p2(give, begun, in_words, work, monkeypatch):
    row, clean = give("film"), waiting.clean

    def meanwhile(*args):
        cleaned = clean(*args)
        Attachment.objects.filter(pk=row.pk).delete()
        private.remove(row.file)
        return cleaned

    monkeypatch.setattr(waiting, "clean", meanwhile)
    work()
    assert files() == set()


def test_a_film_that_breaks_is_told_kindly_and_is_no_answer(work, give, begun, client, pages, monkeypatch):
    def refuse(*args):
        raise ValidationError("We cannot open this film. Try another one. Or type your words.", code="file")

    give("film")
    monkeypatch.setattr(waiting, "clean", refuse)
    work()
    assert files() == set() and not begun[0].answers.exists()
    assert "We cannot open this film." in client.get(pages("answer_attach", "film")).content.decode()
    assert "You have not answered this." in client.get(pages("answer_check")).content.decode()
    monkeypatch.undo()
    give("film")  # another one takes its place
    assert Attachment.objects.get().trouble == ""


def test_what_is_no_film_is_told_at_once(work, give):
    with pytest.raises(ValidationError, match="Nothing moves in this file"):
        give("film", made.sound())
    with pytest.raises(ValidationError, match="This file is empty"):
        give("film", SimpleUploadedFile("film.mp4", b""))
    assert files() == set() and not Attachment.objects.exists()


def test_a_long_sound_waits_too_and_a_short_one_does_not_f5(work, give, monkeypatch):
    assert give("sound").is_ready
    monkeypatch.setitem(limits.LATER, "sound", 40_000)
    row = give("sound", made.sound(3))
    assert row.waiting
    work()
    row.refresh_from_db()
    assert row.is_ready and row.content_type == "audio/mpeg" and 2.9 < row.seconds < 3.1


def test_a_film_is_agreed_to_by_itself_and_needs_its_words_before_anybody_sees_it_3_7(client, give, begun, pages, pmu):
    give("film")
    about = client.get(pages("answer_about")).content.decode()
    assert "May other people see your film?" in about and "May we show your picture?" not in about
    client.post(pages("answer_about"), {"film": "on", "picture": "on", "voice": "on", "go": "next"})
    assert "May people see your film?" in client.get(pages("answer_check")).content.decode()
    voice = flows.send_voice(secret=begun[1])
    assert [consent.kind for consent in voice.consents.all()] == [Consent.Kind.FILM]
    answer = voice.answers.get()
    row = answer.attachments.get()
    public = reverse("public_file", args=[row.public_id])
    with pytest.raises(ValidationError):
        heard.look_at(attachment=row, by=pmu, may_show=True)
    heard.look_at(attachment=row, by=pmu, may_show=True, words="The person signs: the bus is late.")
    heard.read_answer(answer=answer, by=pmu, may_show=True)
    assert client.get(public).status_code == 200 and list(public_files()) == [row]
    flows.withdraw_consent(voice=voice, kind=Consent.Kind.FILM)
    assert client.get(public).status_code == 404
    mine = client.get(reverse("my_voice_card", args=[link_token_of(begun[1])])).content.decode()
    assert "Yes, people may see my film" in mine and "<video controls" in mine


def test_nobody_looks_at_a_film_that_is_not_ready_6_4(work, give, begun, client, pmu):
    give("film")
    answer = flows.send_voice(secret=begun[1]).answers.get()
    row = answer.attachments.get()
    with pytest.raises(ValidationError, match=looking.NOT_READY[:20]):
        heard.look_at(attachment=row, by=pmu, may_show=True, words="A sign.")
    with pytest.raises(ValidationError, match=reading.LOOK_FIRST[:20]):
        heard.read_answer(answer=answer, by=pmu, may_show=True)
    client.force_login(pmu)
    assert "We are getting this ready." in client.get(reverse("reading:queue")).content.decode()
    assert client.get(reverse("reading:file", args=[row.public_id])).status_code == 404
    assert client.get(reverse("reading:look", args=[row.public_id])).status_code == 404
    work()
    assert client.get(reverse("reading:file", args=[row.public_id])).status_code == 200
    assert "Look at this film" in client.get(reverse("reading:look", args=[row.public_id])).content.decode()


def test_2_gigabytes_of_film_are_refused_by_their_length_and_without_a_length_there_is_nothing(client, pages):
    class Unread:
        def read(self, *args):
            pytest.fail("it was read")

        readline = read

    sent = {"content_type": "multipart/form-data; boundary=x", "wsgi.input": Unread()}
    answer = client.generic("POST", pages("answer_attach", "film"), **sent, CONTENT_LENGTH=str(2 * 1024**3))
    assert answer.status_code == 413 and "This file is too big" in answer.content.decode()
    answer = client.generic("POST", pages("answer_attach", "film"), **sent, CONTENT_LENGTH="")
    assert answer.status_code in (302, 400) and not Attachment.objects.exists()


def test_authors_can_switch_films_off(client, pages, in_words):
    type(in_words).objects.filter(pk=in_words.pk).update(takes_film=False)
    assert client.get(pages("answer_attach", "film")).status_code == 404
    assert "Sign it or film it" not in client.get(pages("answer_question")).content.decode()


def test_drawing_has_a_page_that_works_without_the_script_q6(client, pages):
    page = client.get(pages("answer_attach", "picture") + "?draw=yes").content.decode()
    assert "You can draw on paper." in page and 'id="draw" hidden' in page and "Show a photo" in page
    saved = client.post(pages("answer_attach", "picture") + "?draw=yes", {"file": made.picture("PNG"), "go": "save"})
    assert saved.url == pages("answer_attach", "picture") + "?said=saved"
    assert "draw=yes" not in client.get(pages("answer_attach", "sound")).content.decode()
