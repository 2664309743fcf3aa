"""Files from people are opened in a small process and written anew: nothing of the device is left (S3, Q6)."""

import subprocess
from io import BytesIO

import av
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile as Upload
from PIL import Image

from easyread.media import clean, cleaning, limits
from tests.easyread.media import made

MARKER = made.MARKER
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + MARKER + b"</x:xmpmeta>"


def refused(file, kind):
    """The sentence with which a file is refused."""
    with pytest.raises(ValidationError) as refusal:
        clean(file, kind)
    assert refusal.value.code == "file"
    return refusal.value.messages[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_camera_and_author_of_a_picture_are_gone_s3(kind):
    dirty = made.picture(kind, exif=made.marked_exif(), xmp=XMP, tail=MARKER)
    assert MARKER in dirty.read()
    result = clean(dirty, "picture")
    assert MARKER not in result.data and b"Exif" not in result.data and b"xmpmeta" not in result.data
    assert (result.content_type, result.suffix) == ("image/jpeg", ".jpg")


def test_a_thumbnail_and_what_a_newspaper_writes_are_gone_s3():
    thumbnail, iptc = b"\xff\xe1\x00\x26Exif\x00\x00" + MARKER[:28], b"\xff\xed\x00\x2aPhotoshop 3.0\x00" + MARKER[:26]
    plain = made.picture("JPEG").read()
    dirty = plain[:2] + thumbnail + b"\0\0" + iptc + plain[2:]
    result = clean(Upload("photo.jpg", dirty), "picture")
    assert MARKER[:26] not in result.data and b"Photoshop" not in result.data


def test_a_photo_taken_sideways_is_turned():
    result = clean(made.picture("JPEG", exif=made.marked_exif(orientation=6)), "picture")
    assert (result.width, result.height) == Image.open(BytesIO(result.data)).size == (30, 60)


def test_a_large_photo_is_made_smaller():
    result = clean(made.picture("PNG", size=(4000, 1000)), "picture")
    assert (result.width, result.height) == (2000, 500)


def test_what_is_both_a_picture_and_a_page_is_only_a_picture_s3():
    result = clean(made.picture("PNG", tail=b"<script>alert(1)</script>PK\x03\x04"), "picture")
    assert b"<script>" not in result.data and b"PK\x03\x04" not in result.data


def test_the_name_of_a_file_does_not_matter():
    assert clean(Upload("voice.mp3", made.picture("PNG").read()), "picture").width == 60
    assert clean(Upload("photo.jpg", made.tone()), "sound").seconds == 1


def test_a_bomb_is_refused():
    assert refused(made.picture("PNG", size=(6000, 5000)), "picture") == cleaning.SENTENCES["large"]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"\xff\xd8\xff\xe0cut",
        made.picture("PNG", size=(400, 400)).read()[:-600],
        made.tone(),
    ],
)
def test_what_is_no_whole_picture_is_refused_kindly(content):
    assert refused(Upload("photo.jpg", content), "picture") == cleaning.UNREADABLE["picture"]


@pytest.mark.parametrize("kind", ["picture", "sound"])
def test_an_empty_file_is_refused(kind):
    assert refused(Upload("a", b""), kind) == "This file is empty. Choose another one."


def test_a_file_that_is_too_big_is_not_opened(monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: pytest.fail("it was opened"))
    file = made.picture()
    file.size = limits.MOST_BYTES["picture"] + 1
    assert refused(file, "picture") == "This file is too big. The most is 10 megabytes."


@pytest.mark.parametrize(
    ("format", "codec"),
    [
        ("webm", "libopus"),
        ("mp4", "aac"),
        ("ogg", "libopus"),
        ("mp3", "libmp3lame"),
        ("flac", "flac"),
        ("wav", "pcm_s16le"),
    ],
)
def test_a_sound_of_any_phone_is_written_anew_s3(format, codec):
    dirty = made.recorded(format, codec, title=MARKER.decode(), location=MARKER.decode())
    result = clean(Upload("voice", dirty + MARKER), "sound")
    assert MARKER not in result.data and b"Lav" not in result.data
    assert result.content_type == "audio/mpeg" and 0.9 < result.seconds < 1.2
    with av.open(BytesIO(result.data)) as heard:
        assert heard.metadata == {} and sum(frame.samples for frame in heard.decode(audio=0)) > 20_000


def test_a_sound_that_was_cut_off_is_kept_as_far_as_it_goes():
    whole = made.tone(2)
    assert 0.5 < clean(Upload("voice.wav", whole[: len(whole) // 2]), "sound").seconds < 1.5


def test_a_sound_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setitem(limits.MOST_SECONDS, "sound", 1)
    monkeypatch.setattr(limits, "SPARE_SECONDS", 0)
    assert refused(made.sound(2), "sound") == "This is too long. Make a shorter one and try again."


@pytest.mark.parametrize(
    "content",
    [
        b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"no sound at all" * 9,
        made.picture("PNG").read(),
    ],
)
def test_what_is_no_sound_or_names_other_files_is_refused_s3(content):
    assert refused(Upload("voice.mp3", content), "sound") == cleaning.UNREADABLE["sound"]


def test_a_file_that_takes_too_long_is_let_go(monkeypatch):
    monkeypatch.setitem(limits.PATIENCE, "picture", 0.001)
    assert refused(made.picture(), "picture") == cleaning.SENTENCES["slow"]


def test_a_file_that_takes_all_the_memory_is_let_go(monkeypatch):
    monkeypatch.setitem(limits.MEMORY, "picture", 60 * limits.MB)
    assert refused(made.picture("PNG", size=(5000, 4900)), "picture")


def test_without_the_codecs_it_says_so(monkeypatch):
    monkeypatch.setattr(cleaning, "can_clean", lambda kind: kind == "picture")
    assert refused(made.sound(), "sound") == "We cannot take this here now. Please type your words."
    assert clean(made.picture(), "picture").data
