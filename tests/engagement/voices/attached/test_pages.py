"""The pages of a picture and a sound: limits said before, nothing lost, given back only to whose it is (Q6, S3, S7)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.urls import reverse

from easyread.media import cleaning
from engagement.voices import flows
from engagement.voices.keys import link_token_of
from engagement.voices.models import Attachment, Consent
from tests.easyread.media import made


@pytest.fixture
def place(client, open_round, in_words, begun):
    """The number of the question in words, with this browser holding the draft's secret."""
    client.cookies["answering"] = begun[1]
    return begun[0].question_ids.index(in_words.pk) + 1


@pytest.fixture
def address(open_round, place):
    """Gives the address of a page: address("answer_attach", "picture")."""

    def address(name="answer_attach", *args):
        given = [place, *args] if name in ("answer_attach", "answer_question") else args
        return reverse(name, args=[open_round.url.strip("/"), *given])

    return address


def text_of(answer):
    return answer.content.decode()


def test_a_question_in_words_offers_other_ways_q6(client, address, open_round):
    page = text_of(client.get(address("answer_question")))
    assert all(f'value="{kind}"' in page for kind in ("picture", "sound", "film"))
    assert all(f"<span>{way}</span>" in page for way in ("Draw or show a picture", "Say it", "Sign it or film it"))
    other = reverse("answer_question", args=[open_round.url.strip("/"), 1])
    assert 'value="picture"' not in text_of(client.get(other))


def test_what_was_typed_is_kept_when_another_way_is_pressed_6_1(client, address, begun):
    answer = client.post(address("answer_question"), {"words": "More time.", "go": "picture"})
    assert answer.url == address("answer_attach", "picture")
    assert begun[0].answers.get().words == "More time."


@pytest.mark.parametrize(
    ("go", "leads_to"), [("ask", "/answer/ask/"), ("stop", "/answer/stop/"), ("not_safe", "/help/not-safe/")]
)
def test_a_press_in_help_keeps_the_chosen_picture_q10(client, address, begun, go, leads_to):
    answer = client.post(address("answer_attach", "picture"), {"go": go, "file": made.picture()})
    assert leads_to in answer.url and Attachment.objects.get().draft == begun[0]
    assert leads_to in client.post(address("answer_attach", "picture"), {"go": go}).url  # and none is no mistake
    page = text_of(client.get(address("answer_attach", "picture")))
    assert f'form="give" name="go" value="{go}"' in page


def test_a_file_that_we_cannot_take_holds_nobody_who_is_not_safe(client, address):
    bad = {"file": SimpleUploadedFile("a.txt", b"no picture"), "go": "not_safe"}
    assert client.post(address("answer_attach", "picture"), bad).url == "/help/not-safe/"
    assert (
        client.post(
            address("answer_attach", "picture"), {**bad, "file": SimpleUploadedFile("a.txt", b"no"), "go": "ask"}
        ).status_code
        == 400
    )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("picture", ["10 megabytes at most", "Please show no faces"]),
        ("sound", ["5 minutes long at most", "30 megabytes at most"]),
        ("film", ["2 minutes long at most", "100 megabytes at most", "A film shows your face", "both hands"]),
    ],
)
def test_limits_are_said_beforehand_q6(client, address, kind, told):
    page = text_of(client.get(address("answer_attach", kind)))
    assert all(sentence in page for sentence in told)
    assert "Go on without" in page and "we may have to tell someone who can help" in page


@pytest.mark.parametrize(("kind", "file"), [("picture", made.picture), ("sound", made.sound)])
def test_saving_shows_it_again_and_it_survives_a_reload_6_1(client, address, kind, file):
    saved = client.post(address("answer_attach", kind), {"file": file(), "go": "save"})
    assert saved.url == address("answer_attach", kind) + "?said=saved"
    page = text_of(client.get(saved.url))
    row = Attachment.objects.get()
    assert "We have it." in page and address("answer_file", row.public_id) in page
    answer = client.get(address("answer_file", row.public_id))
    assert (answer["Content-Type"], answer.status_code) == (row.content_type, 200)
    assert "no-store" in answer["Cache-Control"]
    assert ("Your picture" if kind == "picture" else "Your sound: 1 second") in text_of(
        client.get(address("answer_question"))
    )


def test_next_keeps_what_was_chosen_and_goes_on(client, address, place, begun):
    answer = client.post(address("answer_attach", "picture"), {"file": made.picture(), "go": "next"})
    assert Attachment.objects.exists()
    assert place == len(begun[0].question_ids) and answer.url == address("answer_about")
    back = client.post(address("answer_attach", "picture"), {"file": made.picture(), "go": "back"})
    assert back.url == address("answer_question")


def test_one_press_goes_on_with_none(client, address):
    assert client.post(address("answer_attach", "sound"), {"go": "next"}).status_code == 302
    assert not Attachment.objects.exists()


def test_saving_without_a_file_says_what_to_do_q13(client, address):
    answer = client.post(address("answer_attach", "sound"), {"go": "save"})
    assert answer.status_code == 400 and "Choose a sound first. Then press Save." in text_of(answer)


def test_a_refused_file_is_told_kindly_and_the_words_stay_q13(client, address, begun, in_words):
    flows.save_answer(draft=begun[0], question=in_words, words="More time.")
    answer = client.post(
        address("answer_attach", "picture"), {"file": SimpleUploadedFile("a.jpg", b"no"), "go": "save"}
    )
    assert answer.status_code == 400 and 'href="#file"' in text_of(answer)
    assert cleaning.UNREADABLE["picture"].split(". ")[0] in text_of(answer)
    assert "More time." in text_of(client.get(address("answer_question")))


def test_2_gigabytes_are_refused_by_their_length_alone(client, address, monkeypatch):
    """The request is never read: its content would raise."""

    class Unread:
        def read(self, *args):
            pytest.fail("it was read")

        readline = read

    answer = client.generic(
        "POST",
        address("answer_attach", "sound"),
        content_type="multipart/form-data; boundary=x",
        **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(2 * 1024**3)},
    )
    assert answer.status_code == 413 and "This file is too big" in text_of(answer)
    assert client.post("/look/", CONTENT_LENGTH=str(26 * 1024**2)).status_code == 413


@pytest.mark.parametrize("problem", [OperationalError("database or disk is full"), OSError(28, "No space left")])
def test_a_full_disk_is_told_kindly_r3(client, address, monkeypatch, problem, begun, in_words):
    flows.save_answer(draft=begun[0], question=in_words, words="More time.")

    def full(**given):
        raise problem

    monkeypatch.setattr(flows, "attach", full)
    answer = client.post(address("answer_attach", "picture"), {"file": made.picture(), "go": "save"})
    assert answer.status_code == 503 and "We could not save this now." in text_of(answer)
    assert begun[0].answers.get().words == "More time."


def test_without_codecs_the_page_says_so_and_offers_typing(client, address, monkeypatch):
    from engagement.voices import attached

    monkeypatch.setattr(attached, "can_clean", lambda kind: kind == "picture")
    page = text_of(client.get(address("answer_attach", "sound")))
    assert "We cannot take this here now" in page and "Go back and type" in page
    assert "Say it" not in text_of(client.get(address("answer_question")))
    assert client.post(address("answer_attach", "sound"), {"file": made.sound(), "go": "save"}).status_code == 400


def test_what_authors_switched_off_has_no_page(client, address, in_words):
    type(in_words).objects.filter(pk=in_words.pk).update(takes_picture=False)
    assert client.get(address("answer_attach", "picture")).status_code == 404
    assert client.get(address("answer_attach", "nonsense")).status_code == 404


def test_delete_takes_it_away(client, address):
    client.post(address("answer_attach", "picture"), {"file": made.picture(), "go": "save"})
    page = text_of(client.get(client.post(address("answer_attach", "picture"), {"go": "delete"}).url))
    assert "It is gone." in page and not Attachment.objects.exists()


def test_the_check_page_shows_them_and_the_agreements_are_asked_for_what_there_is_3_7(client, address):
    assert "May we show your picture?" not in text_of(client.get(address("answer_about")))
    client.post(address("answer_attach", "picture"), {"file": made.picture(), "go": "save"})
    about = text_of(client.get(address("answer_about")))
    assert "May we show your picture?" in about and "May other people hear your voice?" not in about
    client.post(address("answer_about"), {"picture": "on", "voice": "on", "go": "next"})
    page = text_of(client.get(address("answer_check")))
    assert address("answer_file", Attachment.objects.get().public_id) in page and "May we show your picture?" in page
    client.post(address("answer_check"), {"go": "send"})
    assert [row.kind for row in Consent.objects.all()] == [Consent.Kind.PICTURE]


def test_nobody_else_gets_a_file_before_it_may_be_shown_s7(client, address, give, pmu, voice):
    row = voice.answers.get().attachments.get(kind="picture")
    mine, public = address("answer_file", row.public_id), reverse("public_file", args=[row.public_id])
    own_link = reverse("my_voice_file", args=[link_token_of(voice.secret), row.public_id])
    staff = reverse("reading:file", args=[row.public_id])
    assert client.get(own_link).status_code == client.get(mine).status_code == 200
    client.cookies.clear()
    assert client.get(mine).status_code == client.get(public).status_code == 404
    assert client.get(reverse("my_voice_file", args=[voice.card.code, row.public_id])).status_code == 302
    assert client.get(staff).status_code == 302
    client.force_login(pmu)
    assert client.get(staff).status_code == 200 and client.get(public).status_code == 404


def test_my_voice_shows_deletes_and_agrees(client, voice, django_capture_on_commit_callbacks):
    token = link_token_of(voice.secret)
    page = text_of(client.get(reverse("my_voice_card", args=[token])))
    row = voice.answers.get().attachments.get(kind="sound")
    assert "What you showed us or said to us" in page and "Yes, people may hear my voice" in page
    client.post(reverse("my_voice_card", args=[token]), {"agree_to": "voice"})
    assert {consent.kind for consent in voice.consents.filter(withdrawn_at=None)} == {"picture", "voice"}
    delete = reverse("my_voice_delete_file", args=[token, row.public_id])
    assert "Do you want to delete your sound?" in text_of(client.get(delete))
    client.post(delete)
    assert not Attachment.objects.filter(pk=row.pk).exists() and client.get(delete).status_code == 404
