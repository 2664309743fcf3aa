"""F7: pages and screens with many voices beside those with few. R4: a backup of it under writes."""

import statistics
import threading
import time
import tracemalloc
import uuid
from pathlib import Path

from django.core.cache import cache
from django.db import connection, connections
from django.test import Client, override_settings
from django.utils import timezone

from engagement.record.flows import append_all, lines
from engagement.voices.flows.closing import keep_counts
from engagement.voices.flows.making import make_voices
from home.backups import sqlite
from tests import factories
from tests.engagement.voices.kinds import made as kinds

from .figures import Figure

FEW = 1_000


def measure_growth(place, story, quick, voices=None):
    """F7: results, themes and staff screens with 1,000 and with many voices; how long a round is counted, once."""
    many = voices or (20_000 if quick else 100_000)
    small, big = closed_round("few"), closed_round("many")
    fill(small, FEW)
    speed = fill(big, many)
    counting = [timed(lambda page=page: keep_counts(round=page)) for page in (small, big)]
    for page in (small, big):
        publish_themes(page)
    know_the_rows()
    names = {"results, kept page": 3600, "results and themes, made anew": 0}
    figures = [
        grown_figure(name, many, beside([f"{page.address}results/" for page in (small, big)], seconds))
        for name, seconds in names.items()
    ]
    return [
        Figure("F7", f"made-up voices written in a second ({many:,} of them)", speed, ""),
        *figures,
        *(grown_figure(name, many, beside(addresses, 0, staff())) for name, addresses in screens(small, big).items()),
        Figure("F7", "counting a round once, when it has closed", round(counting[1], 1), "s", note=f"{many:,} voices"),
        export_memory(),
    ]


def know_the_rows():
    """Do what PostgreSQL's autovacuum does some minutes after so many new rows: until then it plans without numbers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def grown_figure(name, many, seconds):
    """The Figure of one page. `seconds`: how long it takes with few and with many voices."""
    note = f"{1000 * seconds[0]:.0f} and {1000 * seconds[1]:.0f} ms"
    return Figure("F7", f"{name}: {many:,} voices beside 1,000", round(seconds[1] / seconds[0], 1), "×", 1.5, note=note)


def screens(small, big):
    """The staff screens that show what people said: name → the addresses of the small and the big round."""
    from django.urls import reverse

    return {
        "staff, words to read": [f"{reverse('reading:queue')}?round={page.pk}" for page in (small, big)],
        "staff, one round": [reverse("heard:round", args=[page.pk]) for page in (small, big)],
    }


def staff():
    """Somebody who may see every staff screen."""
    return factories.make_user(is_superuser=True)


def publish_themes(page):
    """Sort 4 in 10 of a round's words into 4 themes, and publish what was heard."""
    from engagement.heard.flows import keep_theme_counts
    from engagement.heard.models import Theme, ThemeAnswer, WhatWeHeard
    from engagement.voices.models import Answer

    words = list(Answer.objects.filter(voice__round=page).with_words().order_by("pk").values_list("pk", flat=True))
    for number in range(4):
        theme = Theme.objects.create(round=page, title=f"Theme {number}", plain="People want more time.")
        mine = (ThemeAnswer(theme=theme, answer_id=pk) for pk in words[number::10])
        ThemeAnswer.objects.bulk_create(mine, batch_size=5_000)
    WhatWeHeard.objects.create(round=page, plain="You told us many things.", published_at=timezone.now())
    keep_theme_counts(round=page)


def closed_round(slug):
    """A closed example round with one question of each kind."""
    plan = factories.make_proposal(title=f"Plan with {slug}", is_example=True)
    asked = [*factories.one_of_each(), *kinds.blocks()]
    return factories.make_round(proposal=plan, slug=slug, opens=-60, closes=-5, questions=asked)


def fill(round, count):
    """Put made-up voices into a round. Returns how many are written in a second (int)."""
    started = time.perf_counter()
    for _ in make_voices(round=round, count=count, seed=1):
        pass
    return round and int(count / (time.perf_counter() - started))


def beside(addresses, kept_seconds, user=None):
    """How long the pages at `addresses` take, in seconds. `kept_seconds`: how long whole pages are kept."""
    client = Client()
    if user:
        client.force_login(user)
    with override_settings(PAGE_CACHE_SECONDS=kept_seconds):
        cache.clear()
        return [middle_of(lambda path=path: get_page(client, path)) for path in addresses]


def get_page(client, path):
    """Ask for a page."""
    response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")


def timed(task):
    """How long `task` (function) takes, in seconds."""
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def middle_of(task, times=5):
    """The middle of how long `task` takes, in seconds, after a first time that does not count."""
    task()
    taken = []
    for _ in range(times):
        taken.append(timed(task))
    return statistics.median(taken)


def export_memory():
    """How much memory the export of a record of 20,000 entries takes at most. Returns a Figure."""
    for _ in range(20):
        append_all(facts=[{"fact": "voice.given", "subject": uuid.uuid4()} for _ in range(1000)])
    tracemalloc.start()
    count = sum(1 for _ in lines())
    peak = tracemalloc.get_traced_memory()[1] / 1024 / 1024
    tracemalloc.stop()
    return Figure("F7", f"memory of an export of {count:,} entries", round(peak, 1), "MB", 20)


def measure_backup(place, story, quick):
    """R4: copying the database while somebody writes without a pause."""
    rows = sum_of_rows()
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.append(append_all(facts=[{"fact": "voice.given", "subject": uuid.uuid4()}]))
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.2)
    folder = Path(place) / "copy"
    folder.mkdir()
    before, started = len(written), time.perf_counter()
    sqlite.copy_database(folder)
    took = time.perf_counter() - started
    during = len(written) - before
    stop.set()
    writer.join()
    size = (folder / sqlite.FILE).stat().st_size / 1024 / 1024
    note = f"{rows:,} rows, {size:.0f} MB, {during} writes meanwhile"
    per = 200_000 / rows if rows > 200_000 else 1
    return [
        Figure("R4", "copying the database under writes", round(took, 2), "s", note=note),
        Figure("R4", "the same, for 200,000 rows", round(took * per, 2), "s", 1),
    ]


def sum_of_rows():
    """How many rows the database has (int)."""
    from home.backups.manifest import counted

    return sum(counted("default").values())
