"""Sentences that people read aloud: who may add them, what is kept, and that they end at once (M1, P7, S3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from easyread.listening import flows
from easyread.listening.sentences import fingerprint_of
from easyread.media.private import names_in, storage
from easyread.models import SpokenSentence
from tests import factories
from tests.easyread.media import made

pytestmark = pytest.mark.django_db

TEXT = "You can stop at any time."


def keep(by, text=TEXT, **values):
    """A person's recording of `text`, kept by the user `by`."""
    values = {"sound": made.sound(name="me at home.wav"), "agreed_on": factories.today(-1)} | values
    return flows.keep_reading(text=text, by=by, **values)


def listed(client):
    """What the Listen button is told."""
    answer = client.get(reverse("easyread:recordings"))
    assert answer["Cache-Control"] == "no-cache"
    return answer.json()["sentences"]


def test_a_sentence_is_known_by_its_words_alone():
    assert fingerprint_of("  You can’t\n stop. ") == fingerprint_of("You can't stop.")
    assert fingerprint_of("You can stop.") != fingerprint_of("You can stop")


def test_everybody_hears_it_and_nobody_keeps_it(pmu, client):
    reading = keep(pmu, speaker="Ana")
    assert listed(client) == {fingerprint_of(TEXT): reverse("easyread:recording", args=[reading.public_id])}
    answer = client.get(reverse("easyread:recording", args=[reading.public_id]))
    assert answer["Content-Type"] == "audio/mpeg" and "no-store" in answer["Cache-Control"]
    assert b"home" not in b"".join(answer.streaming_content)
    assert 0.8 < reading.seconds < 1.5


def test_a_new_recording_takes_the_place_of_the_old(pmu, client, django_capture_on_commit_callbacks):
    old = keep(pmu)
    with django_capture_on_commit_callbacks(execute=True):
        new = keep(pmu, text="You  can stop at any time.")
    assert list(SpokenSentence.objects.all()) == [new]
    assert storage().exists(new.file) and not storage().exists(old.file)


def test_it_ends_at_once_with_its_file(pmu, client, django_capture_on_commit_callbacks):
    """P7: the person agrees no longer."""
    reading = keep(pmu)
    client.force_login(pmu)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("readings:end", args=[reading.pk]))
    assert listed(client) == {} and not storage().exists(reading.file)
    assert client.get(reverse("easyread:recording", args=[reading.public_id])).status_code == 404


def test_after_the_last_day_nobody_hears_it(pmu, client, django_capture_on_commit_callbacks):
    reading = keep(pmu, ends_on=factories.today())
    assert listed(client)
    SpokenSentence.objects.update(agreed_on=factories.today(-9), ends_on=factories.today(-1))
    assert listed(client) == {}
    assert client.get(reverse("easyread:recording", args=[reading.public_id])).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        call_command("end_old_readings", verbosity=0)
    assert not SpokenSentence.objects.exists() and not storage().exists(reading.file)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("text", {"text": " "}),
        ("text", {"text": "You can stop. You can go on."}),
        ("agreed_on", {"agreed_on": factories.today(1)}),
        ("ends_on", {"ends_on": factories.today(-2)}),
        ("sound", {"sound": SimpleUploadedFile("a.wav", b"")}),
        ("sound", {"sound": SimpleUploadedFile("a.wav", b"<script>")}),
    ],
)
def test_what_cannot_be_kept_is_told_and_leaves_nothing(pmu, field, values):
    before = set(names_in(flows.FOLDER))
    with pytest.raises(ValidationError) as refused:
        keep(pmu, **values)
    assert list(refused.value.message_dict) == [field]
    assert not SpokenSentence.objects.exists() and set(names_in(flows.FOLDER)) == before


def test_only_the_unit_may(roles, client):
    other = factories.make_user("Easy-read checker")
    with pytest.raises(PermissionDenied):
        keep(other)
    with pytest.raises(PermissionDenied):
        flows.end_reading(reading=SpokenSentence(), by=other)
    client.force_login(other)
    for name in ("index", "new"):
        assert client.get(reverse(f"readings:{name}")).status_code == 302  # Wagtail's kind refusal


def test_the_database_holds_one_recording_of_a_sentence(pmu):
    reading = keep(pmu)
    for wrong in ({"fingerprint": reading.fingerprint}, {"fingerprint": "x", "ends_on": factories.today(-30)}):
        values = {"text": TEXT, "file": "b", "agreed_on": factories.today()} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            SpokenSentence.objects.create(**values)


def test_the_unit_adds_one_and_sees_it_in_the_list(pmu, client, django_assert_max_num_queries):
    """F2: the list costs the same for 1 and 25. Q13: what was typed stays."""
    client.force_login(pmu)
    new, form = reverse("readings:new"), {"text": "One. Two.", "agreed": "on", "agreed_on": str(factories.today())}
    wrong = client.post(new, form | {"sound": made.sound(name="me at home.wav"), "speaker": "Ana"})
    assert wrong.status_code == 200 and flows.ONE_SENTENCE in wrong.content.decode()
    assert 'value="Ana"' in wrong.content.decode()
    unasked = client.post(new, form | {"text": TEXT, "sound": made.sound(name="me at home.wav"), "agreed": ""})
    assert "Ask the person first." in unasked.content.decode() and not SpokenSentence.objects.exists()
    client.post(new, form | {"text": TEXT, "sound": made.sound(name="me at home.wav"), "speaker": "Ana"})
    reading = SpokenSentence.objects.get()
    for number in range(24):
        reading.pk, reading.public_id, reading.file = None, None, f"spoken/{number}"
        reading.public_id, reading.fingerprint = SpokenSentence().public_id, str(number)
        reading.save(force_insert=True)
    with django_assert_max_num_queries(25):
        text = client.get(reverse("readings:index")).content.decode()
    assert text.count("<audio") == 25 and "Ana reads it." in text and "autoplay" not in text
