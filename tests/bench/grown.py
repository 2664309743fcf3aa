"""F7: results with many voices beside those with few. R4: a backup of it under writes."""

import statistics
import threading
import time
import tracemalloc
import uuid
from pathlib import Path

from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings

from engagement.record.flows import append_all, lines
from engagement.voices.flows.making import make_voices
from home.backups import sqlite
from tests import factories

from .figures import Figure

FEW = 1_000


def measure_growth(place, story, quick):
    """F7: the results page with 1,000 and with 100,000 voices (quick: 20,000), kept and not kept."""
    many = 20_000 if quick else 100_000
    small, big = closed_round("few"), closed_round("many")
    speed = fill(small, FEW) and fill(big, many)
    fresh, kept = beside(small, big, 0), beside(small, big, 3600)
    return [
        Figure("F7", f"made-up voices written in a second ({many:,} of them)", speed, ""),
        Figure("F7", f"results, kept page: {many:,} voices beside 1,000", round(kept[1] / kept[0], 1), "×", 1.5),
        Figure(
            "F7",
            f"results, counted anew: {many:,} voices beside 1,000",
            round(fresh[1] / fresh[0], 1),
            "×",
            1.5,
            note=f"{1000 * fresh[0]:.0f} and {1000 * fresh[1]:.0f} ms",
        ),
        export_memory(),
    ]


def closed_round(slug):
    """A closed example round with one question of each kind."""
    plan = factories.make_proposal(title=f"Plan with {slug}", is_example=True)
    return factories.make_round(proposal=plan, slug=slug, opens=-60, closes=-5)


def fill(round, count):
    """Put made-up voices into a round. Returns how many are written in a second (int)."""
    started = time.perf_counter()
    for _ in make_voices(round=round, count=count, seed=1):
        pass
    return round and int(count / (time.perf_counter() - started))


def beside(small, big, kept_seconds):
    """How long the results of two rounds take, in seconds. `kept_seconds`: how long whole pages are kept."""
    with override_settings(PAGE_CACHE_SECONDS=kept_seconds):
        cache.clear()
        return [middle_of(lambda page=page: get_results(page)) for page in (small, big)]


def get_results(page):
    """Ask for a round's results."""
    response = Client().get(f"{page.address}results/")
    if response.status_code != 200:
        raise RuntimeError(f"The results answered {response.status_code}")


def middle_of(task, times=5):
    """The middle of how long `task` takes, in seconds, after a first time that does not count."""
    task()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        task()
        taken.append(time.perf_counter() - started)
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
