"""Easy Read on paper: nothing is fetched, what fails is given to nobody, and one version is kept (D1, D3, S3)."""

import logging
import socket
import sys

import pytest
from django.core.files.storage import default_storage

from easyread.models import Picture
from easyread.printing import CannotPrint, PrintingIsOff, draw, printed, versions
from easyread.printing.keeping import as_html
from tests import pdf
from tests.easyread.made import make_bus, make_paper, one_of_each

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A drawing with its file."""
    return make_bus()


def test_the_same_paper_gives_the_same_bytes(bus):
    html = as_html(one_of_each(bus))
    assert draw(html).data == draw(html).data


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.svg",
        "https://example.org/x.svg",
        "file:///etc/passwd",
        "data:image/svg+xml,x",
        "ftp://x/y",
    ],
)
def test_nothing_but_our_own_files_is_opened(address, monkeypatch):
    """S3: a paper opens our pictures, fonts and codes, and never the network or another file."""
    from easyread.printing.files import OwnFiles

    def refuse(*args, **kwargs):
        raise AssertionError("It asked the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(ValueError):
        OwnFiles().fetch(address)
    html = (
        as_html(make_paper(1))
        .replace('class="lead"', "")
        .replace('<div class="idea', f'<div style="background-image: url(\'{address}\')" class="idea')
    )
    assert draw(html).pages


def test_a_picture_whose_file_is_gone_leaves_the_words():
    gone = Picture(
        title="Gone", file="original_images/gone.svg", width=9, height=9, picture_set="own", author="A", licence="B"
    )
    assert "This is idea 0." in pdf.words_of(draw(as_html(make_paper(1, picture=gone))).data)


def test_a_pdf_that_people_cannot_read_is_given_to_nobody():
    """D1: before each is published. A picture without words for it is the trap."""
    html = as_html(make_paper(1)).replace('<p class="site">', "<h4>Skipped</h4><p>")
    with pytest.raises(CannotPrint, match="PDFUA1"):
        draw(
            html.replace(' lang="en-GB"', "")
            .replace("<title>", "<title hidden>")
            .replace("Moving on at 16: Easy Read", "")
        )


def test_without_the_system_packages_printing_is_off(monkeypatch):
    """T: a plain user's machine still runs the site."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PrintingIsOff):
        draw(as_html(make_paper(1)))


def test_many_pages_are_told_to_those_who_run_the_site(caplog):
    """T1."""
    with caplog.at_level(logging.WARNING):
        draw(as_html(make_paper(90)))
    assert "Think of 2 papers" in caplog.text


def test_one_version_is_drawn_once_and_the_older_goes(monkeypatch):
    """D3."""
    calls = []
    monkeypatch.setattr(versions, "draw", lambda html: calls.append(html) or draw(html))
    first = printed(make_paper(1), "test-one").read()
    assert printed(make_paper(1), "test-one").read() == first
    assert len(calls) == 1
    assert printed(make_paper(2), "test-one").read() != first
    assert len(calls) == 2 and len(default_storage.listdir("print/test-one")[1]) == 1
