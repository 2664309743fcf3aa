"""Long papers are drawn by the worker, and nobody waits for them (D3)."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from easyread.printing import CannotPrint, PrintingIsOff, StillDrawing, draw, printed, versions
from easyread.printing.background import ask_for
from easyread.printing.keeping import PAGES_AT_ONCE, as_html
from easyread.printing.length import about_pages
from easyread.printing.versions import version_of
from tests import pdf
from tests.easyread.made import make_bus, make_paper, one_of_each

pytestmark = pytest.mark.django_db
LONG = 60


@pytest.fixture(autouse=True)
def nothing_kept():
    """No paper and no question from a test before."""
    cache.clear()
    versions.remove_all("print/long")


@pytest.fixture
def with_worker(settings):
    """As on a real site: what is asked for waits for the worker."""
    settings.TASKS = settings.TASKS | {"papers": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def work(with_worker, monkeypatch):
    """Does what the worker does with all that waits for it, on the connection of the test."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    names = {"queue_names": ["default"], "excluded_queue_names": [], "backend_name": "papers", "worker_id": "test"}
    return lambda: db_worker.Worker(**names, interval=0, batch=True, startup_delay=False, max_tasks=None).run()


def test_a_long_paper_is_drawn_by_the_worker(work, monkeypatch):
    here = []
    monkeypatch.setattr(versions, "draw", lambda html: here.append(1) or draw(html))
    with pytest.raises(StillDrawing):
        printed(make_paper(LONG), "long")
    assert not here and not default_storage.exists("print/long")
    work()
    with printed(make_paper(LONG), "long") as opened:
        data = opened.read()
    assert len(here) == 1 and pdf.problems_of(data) == set() and len(pdf.pages_of(data)) > PAGES_AT_ONCE


def test_a_short_paper_is_drawn_at_once(with_worker):
    with printed(make_paper(20), "long") as opened:
        assert len(pdf.pages_of(opened.read())) <= PAGES_AT_ONCE
    assert not DBTaskResult.objects.exists()


def test_without_a_worker_a_long_paper_is_drawn_at_once():
    with printed(make_paper(LONG), "long") as opened:
        assert len(pdf.pages_of(opened.read())) > PAGES_AT_ONCE


def test_many_who_ask_at_once_give_the_worker_one_thing_to_do(with_worker):
    for _ in range(5):
        with pytest.raises(StillDrawing):
            printed(make_paper(LONG), "long")
    assert DBTaskResult.objects.count() == 1


def test_a_worker_that_was_killed_is_asked_again(work):
    with pytest.raises(StillDrawing):
        printed(make_paper(LONG), "long")
    DBTaskResult.objects.update(status="RUNNING")  # what kill -9 leaves behind
    cache.clear()  # AGAIN_AFTER has passed
    with pytest.raises(StillDrawing):
        printed(make_paper(LONG), "long")
    work()
    printed(make_paper(LONG), "long").close()


def test_what_was_drawn_meanwhile_is_not_drawn_twice(work, monkeypatch):
    html = as_html(make_paper(LONG))
    version = version_of(html, "long")
    for _ in range(2):
        with pytest.raises(StillDrawing):
            ask_for(version, html)
        cache.clear()
    drawn = []
    monkeypatch.setattr(versions, "draw", lambda html: drawn.append(1) or draw(html))
    work()
    assert len(drawn) == 1 and DBTaskResult.objects.successful().count() == 2


@pytest.mark.parametrize("is_background", [True, False])
def test_one_that_people_cannot_read_is_given_to_nobody(work, settings, monkeypatch, is_background):
    """D1: the reason is kept, so that nobody waits for ever, and tried again after an hour."""
    if not is_background:
        settings.TASKS = settings.TASKS | {"papers": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    asked = []

    def refuse(html):
        asked.append(1)
        raise CannotPrint("It breaks a rule.")

    monkeypatch.setattr(versions, "draw", refuse)
    with pytest.raises(StillDrawing if is_background else CannotPrint):
        printed(make_paper(LONG), "long")
    work()
    for _ in range(2):
        with pytest.raises(CannotPrint, match="It breaks a rule"):
            printed(make_paper(LONG), "long")
    assert len(asked) == 1
    cache.clear()
    monkeypatch.setattr(versions, "TRY_AGAIN_AFTER", timedelta(0))
    with pytest.raises((StillDrawing, CannotPrint)):
        printed(make_paper(LONG), "long")
    work()
    assert len(asked) == 2


def test_without_the_packages_nobody_is_told_to_wait(with_worker, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PrintingIsOff):
        printed(make_paper(LONG), "long")
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("with_picture", [True, False])
def test_the_number_of_pages_is_known_before(with_picture):
    """Never fewer than there are, and at most a third more: so a paper above 10 pages is never drawn at once."""
    bus = make_bus() if with_picture else None
    for paper in [one_of_each(bus), *(make_paper(ideas, picture=bus) for ideas in (0, 5, 27, 40, 90))]:
        pages = draw(as_html(paper)).pages
        assert pages <= about_pages(paper) <= pages * 4 / 3 + 1
