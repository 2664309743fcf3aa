"""A question to a meeting can be said; everybody reads only what staff wrote down of it (Q6, 6.4)."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from easyread.media import private
from engagement.bodies import flows
from engagement.bodies.flows import saying
from engagement.bodies.models import AskedSound, Body, BodyQuestion
from tests import factories
from tests.easyread.media import made


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """A private folder of each test's own."""
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}


@pytest.fixture
def body(db):
    return factories.make_body()


@pytest.fixture
def say(body):
    def say(key=None, sound=None, **values):
        return flows.ask_by_voice(
            sound=sound or made.sound(), body=body, key=key or uuid.uuid4(), **{"words": ""} | values
        )

    return say


def files():
    return set(private.names_in("asked"))


def test_a_sound_is_a_question_without_words_q6(say):
    question = say()
    assert question.has_sound and files() == {question.sound.file} and question.sound.seconds == 1


def test_pressing_twice_keeps_one_6_1(say):
    key = uuid.uuid4()
    assert say(key) == say(key)
    assert BodyQuestion.objects.count() == AskedSound.objects.count() == len(files()) == 1


def test_what_is_no_sound_is_refused_beside_the_field(say):
    with pytest.raises(ValidationError) as error:
        say(sound=SimpleUploadedFile("a.mp3", b"nothing"))
    assert list(error.value.message_dict) == ["sound"]
    assert not BodyQuestion.objects.exists() and files() == set()


def test_a_refused_question_leaves_no_file(say):
    with pytest.raises(ValidationError):
        say(words="x" * 5000)
    assert files() == set()


def test_everybody_reads_what_staff_wrote_down_and_nothing_before_6_4(say, pmu):
    question = say()
    assert question.public_words == ""
    with pytest.raises(ValidationError) as error:
        flows.read_question(question=question, by=pmu, may_show=True)
    assert error.value.message_dict == {"transcript": [saying.NEEDS_TRANSCRIPT]}
    flows.read_question(question=question, by=pmu, may_show=True, transcript="When is the bus?")
    question = BodyQuestion.objects.get()
    assert question.public_words == "When is the bus?" and question.words == ""


def test_what_is_not_shown_needs_no_transcript(say, pmu):
    flows.read_question(question=say(), by=pmu, may_show=False, reason="It names somebody.")
    assert BodyQuestion.objects.get().public_words == ""


def test_lost_sounds_go_at_night(say, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        say()
        assert flows.clear_lost_sounds() == 0
        BodyQuestion.objects.get().delete()
    assert files() == set() and Body.objects.exists()
