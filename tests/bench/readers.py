"""F6: how long readers wait for a page while others answer."""

import itertools
import statistics
import threading
import time

from .figures import Figure
from .many import Person, Seen, asked_in, percentile
from .reading import warm
from .servers import SITE, serving
from .web import Connection, request_for, together

VOTERS = 32
HANDS = 16  # readers who may wait at once; each stands for many who come one after another


def measure_readers(place, story, quick):
    """F6: 1,000 readers come evenly in 20 seconds (quick: 250 in 5), alone and then while 32 people answer."""
    count, seconds = (250, 5) if quick else (1_000, 20)
    paths = ["/", story.plan.address, story.open_round.address, "/who-decides/"]
    with serving(SITE, place) as server:
        for path in paths:
            warm(server.port, path)
        alone = read(server.port, paths, count, seconds)
        seen = Seen()
        with answering(server.port, story.open_round, seen):
            beside = read(server.port, paths, count, seconds)
    late, later = percentile(alone, 99), percentile(beside, 99)
    note = f"{1000 * late:.0f} and {1000 * later:.0f} ms; middle {1000 * statistics.median(alone):.1f} and "
    note += f"{1000 * statistics.median(beside):.1f} ms; {seen.sent} voices meanwhile"
    return [
        Figure(
            "F6",
            f"{count:,} readers: 99 of 100 wait, while 32 answer beside alone",
            round(later / late, 1),
            "×",
            2,
            note=note,
        ),
        Figure("F6", "pages or voices that went wrong meanwhile", len(seen.wrong), "", 0),
    ]


def read(port, paths, count, seconds):
    """Let `count` readers come evenly in `seconds`, each for the next of `paths`. Returns how long each waited.

    Who comes while all hands are busy has waited since the moment they came.
    """
    started, turns, waited = time.perf_counter() + 0.1, itertools.count(), []

    def hand():
        connection = Connection(port)
        while (turn := next(turns)) < count:
            comes = started + turn * seconds / count
            time.sleep(max(comes - time.perf_counter(), 0))
            answer = connection.ask(request_for(paths[turn % len(paths)]))
            waited.append(time.perf_counter() - comes)
            if answer.status != 200:
                raise RuntimeError(f"{paths[turn % len(paths)]} answered {answer.status}")
        connection.close()

    together([hand] * HANDS)
    return waited


class answering:  # noqa: N801  used as a context
    """People who answer one after another, VOTERS at once, while the block runs."""

    def __init__(self, port, round, seen):
        self.port, self.path, self.asked, self.seen = port, f"{round.address}answer/", asked_in(round), seen
        self.stop = threading.Event()
        self.people = [threading.Thread(target=self.one_after_another) for _ in range(VOTERS)]

    def __enter__(self):
        for person in self.people:
            person.start()
        time.sleep(1)

    def __exit__(self, *error):
        self.stop.set()
        for person in self.people:
            person.join()

    def one_after_another(self):
        while not self.stop.is_set():
            try:
                Person(self.port, self.path, self.asked, self.seen).speak()
            except Exception as error:  # noqa: BLE001
                self.seen.wrong.append(repr(error))
                return
