"""Files of people are kept where no address leads, on the disk for certain, and given whole or in parts (S3, R1)."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone

from easyread import media
from easyread.media import private, serving
from tests.easyread.media import made


@pytest.fixture
def kept(tmp_path, settings):
    """A picture that is kept, as (name, Cleaned)."""
    settings.STORAGES = settings.STORAGES | {
        "private": settings.STORAGES["private"] | {"OPTIONS": {"location": tmp_path}}
    }
    cleaned = media.clean(made.picture(), "picture")
    return media.keep("things", cleaned), cleaned


def ask(name, **headers):
    request = RequestFactory().get("/", headers=headers)
    return media.serve(request, name=name, content_type="image/jpeg", filename="picture.jpg")


def test_a_name_tells_nothing_and_no_address_leads_there(kept, settings):
    name, cleaned = kept
    assert name.startswith("things/") and name.endswith(".jpg") and "photo" not in name
    assert not private.storage().path(name).startswith(str(settings.MEDIA_ROOT))


def test_it_is_given_whole_and_never_kept_or_taken_for_a_page(kept):
    name, cleaned = kept
    answer = ask(name)
    assert b"".join(answer) == cleaned.data
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'inline; filename="picture.jpg"'
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-1", 0, 2), ("bytes=5-", 5, None), ("bytes=-3", -3, None), ("bytes=0-99999", 0, None)],
)
def test_a_player_gets_the_part_it_asks_for(kept, asked, first, last):
    name, cleaned = kept
    answer = ask(name, range=asked)
    assert (answer.status_code, answer.content) == (206, cleaned.data[first:last])


def test_a_part_is_never_larger_than_what_the_memory_should_hold(kept, monkeypatch):
    monkeypatch.setattr(serving, "MOST_PART", 10)
    answer = ask(kept[0], range="bytes=5-")
    assert answer.content == kept[1].data[5:15]
    assert answer["Content-Range"] == f"bytes 5-14/{len(kept[1].data)}"


def test_a_part_that_is_not_there(kept):
    assert ask(kept[0], range="bytes=999999-").status_code == 416
    assert ask(kept[0], range="nonsense").status_code == 200


def test_a_file_that_is_gone(kept):
    media.remove(kept[0])
    media.remove(kept[0])
    with pytest.raises(Http404):
        ask(kept[0])


def test_without_room_nothing_is_left(kept, monkeypatch):
    def full(name):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private, "flush", full)
    with pytest.raises(OSError, match="No space"):
        media.keep("things", kept[1])
    assert list(private.names_in("things")) == [kept[0]]


def test_files_without_a_row_go_after_a_day(kept):
    name = media.keep("things", kept[1])
    assert private.sweep("things", {kept[0]}, timezone.now() - timedelta(days=1)) == 0
    assert private.sweep("things", {kept[0]}, timezone.now() + timedelta(days=1)) == 1
    assert list(private.names_in("things")) == [kept[0]] and name != kept[0]
    assert private.sweep("nothing", set(), timezone.now()) == 0
