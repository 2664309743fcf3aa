"""The page of a full disk: plain, drawn without the database (none is allowed here), and safe (R3, S1)."""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import RequestFactory

from config.not_saved import is_no_room, not_saved, server_error


def page_of(request):
    response = not_saved(request)
    assert response.status_code == 503
    return response.content.decode()


def test_what_was_typed_is_words_and_never_html():
    typed = {"words": '</textarea><script>alert("x")</script>', '"><b>': "<i>", "csrfmiddlewaretoken": "abc " * 20}
    page = page_of(RequestFactory().post("/a/?to=check", typed))
    assert "<script>" not in page and "<b>" not in page and "<i>" not in page and "&lt;script&gt;" in page
    assert 'action="/a/?to=check"' in page and page.count("<textarea") == 1


@pytest.mark.parametrize("path", ["/admin/pages/3/edit/", "/accounts/login/code/confirm/"])
def test_forms_of_staff_and_codes_are_not_written_out(path):
    page = page_of(RequestFactory().post(path, {"code": "123456", "words": "A long secret"}))
    assert "123456" not in page and "secret" not in page and "Then go back" in page


def test_a_file_is_not_lost_in_silence():
    page = page_of(RequestFactory().post("/a/", {"file": SimpleUploadedFile("a.txt", b"a"), "words": "Hello you"}))
    assert "<form" not in page and "Then go back" in page


def test_a_page_that_cannot_be_read_says_nothing_of_answers_of_yours():
    page = page_of(RequestFactory().get("/who-decides/"))
    assert "We cannot show this page now." in page and 'href="/who-decides/"' in page


@pytest.mark.parametrize(
    "error,expected",
    [
        (OperationalError("database or disk is full"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.ENOENT, "No such file"), False),
        (ValueError("x"), False),
    ],
)
def test_only_a_full_disk_or_a_lost_database(error, expected):
    assert is_no_room(error) is expected
    try:
        raise error
    except Exception:
        response = server_error(RequestFactory().post("/a/"))
    assert (response.status_code == 503) is expected
    assert ("We could not save" in response.content.decode()) is expected
