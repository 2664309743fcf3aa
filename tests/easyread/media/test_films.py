"""Films from people: written anew as one format that every browser plays, with nothing of the device left (S3, Q6)."""

import struct
from io import BytesIO

import av
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile as Upload

from easyread.media import clean, cleaning, limits, look_into
from tests.easyread.media import made

MARKER = made.MARKER.decode()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + made.MARKER + b"</x:xmpmeta>"
XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


def box(kind, content):
    """One more box of an MP4 (bytes)."""
    return struct.pack(">I", len(content) + 8) + kind + content


def refused(content, kind="film", do=clean):
    """The sentence with which a film (bytes) is refused."""
    with pytest.raises(ValidationError) as refusal:
        do(Upload("film.mp4", content), kind)
    assert refusal.value.code == "file"
    return refusal.value.messages[0]


def played(result):
    """What a player finds in a cleaned film: the container, opened."""
    return av.open(BytesIO(result.data))


def test_place_xmp_title_chapters_and_what_stands_behind_the_end_are_gone_s3():
    tags = {"title": MARKER, "location": "+51.2787-000.5217/" + MARKER, "comment": MARKER}
    dirty = made.filmed("mov", "mpeg4", chapters=[MARKER, MARKER], **tags)
    dirty += box(b"uuid", XMP_BOX + XMP) + b"<script>" + made.MARKER
    assert dirty.count(made.MARKER) >= 5
    result = clean(Upload("film.mov", dirty), "film")
    assert made.MARKER not in result.data and b"xmpmeta" not in result.data and b"Lav" not in result.data
    with played(result) as film:
        assert film.chapters() == [] and MARKER not in str(film.metadata)
        assert [stream.type for stream in film.streams] == ["video", "audio"]
        assert film.streams.video[0].codec_context.name == "h264"


def test_a_picture_and_captions_beside_the_film_are_gone_s3():
    """A track of captions and a picture put beside the film hold what nobody looked at."""
    written = BytesIO()
    with av.open(written, "w", format="matroska") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        film.add_attachment("secret.txt", "text/plain", made.MARKER)
        for place in range(10):
            film.mux(stream.encode(made.seen((96, 64), place)))
        film.mux(stream.encode(None))
    assert made.MARKER in written.getvalue()
    result = clean(Upload("film.mkv", written.getvalue()), "film")
    with played(result) as film:
        assert made.MARKER not in result.data and [s.type for s in film.streams] == ["video"]


@pytest.mark.parametrize(
    ("format", "codec", "heard"),
    [("webm", "libvpx", "libopus"), ("mp4", "libx264", "aac"), ("mov", "mpeg4", ""), ("matroska", "libx264", "aac")],
)
def test_a_film_of_any_phone_is_written_anew(format, codec, heard):
    result = clean(Upload("film", made.filmed(format, codec, heard=heard, title=MARKER)), "film")
    assert (result.content_type, result.suffix, result.kind) == ("video/mp4", ".mp4", "film")
    assert 0.8 < result.seconds < 1.4 and (result.width, result.height) == (96, 64)
    with played(result) as film:
        assert sum(1 for _ in film.decode(video=0)) >= 20
        assert len(film.streams.audio) == bool(heard)


def test_a_film_made_with_the_phone_upright_is_turned():
    result = clean(Upload("film.mp4", made.turned(made.filmed())), "film")
    assert (result.width, result.height) == (64, 96)
    with played(result) as film:
        frame = next(film.decode(video=0)).reformat(format="gray")
    row = frame.planes[0].line_size
    light = bytes(frame.planes[0])
    assert light[10 * row + 32] > 180 and light[86 * row + 32] < 110  # what was left is above


def test_a_large_film_is_made_smaller():
    result = clean(made.film(size=(1280, 720), seconds=0.3, rate=10), "film")
    assert (result.width, result.height) == (640, 360)


def test_a_film_that_was_cut_off_is_kept_as_far_as_it_goes():
    whole = made.filmed("webm", "libvpx", heard="libopus", seconds=2, size=(320, 240))
    assert 0.3 < clean(Upload("film.webm", whole[: len(whole) // 2]), "film").seconds < 1.9
    assert refused(made.filmed()[:2000]) == cleaning.UNREADABLE["film"]  # an MP4 whose index is gone


def test_what_is_both_a_film_and_a_page_is_only_a_film_s3():
    result = clean(Upload("film.mp4", made.filmed() + b"<html><script>alert(1)</script>PK\x03\x04"), "film")
    assert b"<script>" not in result.data and b"PK\x03\x04" not in result.data


@pytest.mark.parametrize("do", [clean, look_into])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", cleaning.SENTENCES["empty"]),
        (b"no film at all" * 9, cleaning.UNREADABLE["film"]),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", cleaning.UNREADABLE["film"]),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", cleaning.UNREADABLE["film"]),
        (made.tone(), cleaning.SENTENCES["still"]),
    ],
)
def test_what_is_no_film_is_refused_kindly(do, content, told):
    assert refused(content, do=do) == told


def test_frames_that_are_too_large_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_FILMED", 96 * 64 - 1)
    assert refused(made.filmed(), do=look_into) == cleaning.SENTENCES["large"]


def test_a_film_that_is_too_long_is_refused_at_once_where_it_says_so(monkeypatch):
    monkeypatch.setitem(limits.MOST_SECONDS, "film", 1)
    monkeypatch.setattr(limits, "SPARE_SECONDS", 0)
    assert refused(made.filmed(seconds=2), do=look_into) == cleaning.SENTENCES["long"]
    assert refused(made.filmed(seconds=2)) == cleaning.SENTENCES["long"]


def test_a_gap_in_its_clock_does_not_fill_the_disk():
    """Two frames a year apart would be a year of frames."""
    written = BytesIO()
    with av.open(written, "w", format="matroska") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        for place in (0, 1, 10_000_000):
            frame = made.seen((96, 64), place)
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))
    assert refused(written.getvalue()) == cleaning.SENTENCES["long"]


def test_a_film_that_takes_all_the_work_is_let_go(monkeypatch):
    monkeypatch.setitem(limits.PATIENCE, "film", 0.01)
    assert refused(made.filmed()) == cleaning.SENTENCES["slow"]
