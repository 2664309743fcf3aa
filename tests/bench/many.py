"""F4: many people at once, and nothing lost or doubled. F5: how long they wait.

Each person answers over HTTP as a browser does, from the start page to the card, and presses "Send" twice at once.
"""

import itertools
import math
import statistics
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from .figures import Figure
from .servers import SITE, serving
from .web import Connection, request_for, together

ADDRESSES = 60  # people come from so many addresses of this machine: fewer starts from each than the limit (S6)
_people = itertools.count(1)


@dataclass
class Seen:
    """What all people of one level saw: `sent` (int), `wrong` (list of str), and seconds of answers and of sending."""

    sent: int = 0
    wrong: list = field(default_factory=list)
    answering: list = field(default_factory=list)
    sending: list = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Person:
    """Somebody who answers every question of a round. `asked`: list of (number, choice or "")."""

    def __init__(self, port, path, asked, seen):
        self.port, self.path, self.asked, self.seen = port, path, asked, seen
        self.source = next(_people) % ADDRESSES + 1
        self.connection, self.cookies = Connection(port, self.source), {}

    def speak(self):
        """Go from the start page to the card."""
        self.ask("")
        self.ask("", go="start")
        for number, choice in self.asked:
            answer = self.ask(
                f"{number}/", **({"choice": choice} if choice else {"words": "I like the bus."}), go="next"
            )
            self.seen.answering.append(answer.seconds)
        self.ask("about/", go="skip")
        self.send_twice()
        self.connection.close()

    def send_twice(self):
        """Press "Send" twice at once; both must lead to the card."""
        second = Connection(self.port, self.source)
        answers = []
        request = self.request("check/", {"go": "send"})
        together([lambda: answers.append(self.connection.ask(request)), lambda: answers.append(second.ask(request))])
        second.close()
        for answer in answers:
            self.look(answer, "check/")
        if all(is_the_card(answer) for answer in answers):
            with self.seen.lock:
                self.seen.sent += 1
        else:
            self.seen.wrong.append(f"sending led to {[answer.header(b'location') for answer in answers]}")
        self.seen.sending.append(min(answer.seconds for answer in answers))

    def ask(self, page, **values):
        """Ask for a page of answering, or press a button on it. Returns the Answer."""
        answer = self.connection.ask(self.request(page, values))
        self.look(answer, page)
        for cookie in answer.header(b"set-cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def request(self, page, values):
        """A request for a page with this person's cookies, as bytes. `values`: what is pressed and typed (dict)."""
        headers = (
            {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        )
        if not values:
            return request_for(self.path + page, **headers)
        body = urlencode({**values, "csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}).encode()
        return request_for(self.path + page, "POST", body, **headers)

    def look(self, answer, page):
        """Note an answer that is not 2xx or 3xx."""
        if not 200 <= answer.status < 400:
            self.seen.wrong.append(f"{page} answered {answer.status}")


def is_the_card(answer):
    """Whether an answer leads to the card. Returns bool."""
    return answer.status == 302 and any(place.endswith("/done/") for place in answer.header(b"location"))


def measure_many(place, story, quick):
    """F4 and F5: 1, 8, 32 and 128 people at once."""
    from engagement.voices.models import Voice

    figures = []
    with serving(SITE, place) as server:
        for at_once in (1, 8, 32, 128):
            before = Voice.objects.filter(round=story.open_round).count()
            people = max(at_once, (8 if at_once < 32 else at_once) if quick else 24)
            seen, seconds = level(server.port, story.open_round, at_once, people)
            stored = Voice.objects.filter(round=story.open_round).count() - before
            figures += level_figures(at_once, people, seen, stored, seconds)
    return [*figures, votes_and_voices(story.open_round)]


def level(port, round, at_once, people):
    """So many `people` in all, `at_once` at a time. Returns (Seen, seconds it took)."""
    asked = asked_in(round)
    seen = Seen()
    left = iter(range(people))
    lock = threading.Lock()

    def one_after_another():
        while True:
            with lock:
                if next(left, None) is None:
                    return
            Person(port, f"{round.address}answer/", asked, seen).speak()

    started = time.perf_counter()
    together([one_after_another] * at_once)
    return seen, time.perf_counter() - started


def asked_in(round):
    """The questions of a round as (number, a choice's id or ""), as a list."""
    questions = round.question_rows.asked().prefetch_related("choices")
    firsts = [question.choices.first() for question in questions]
    return [(number, str(first.public_id) if first else "") for number, first in enumerate(firsts, start=1)]


def level_figures(at_once, people, seen, stored, seconds):
    """The Figures of one level."""
    note = f"{people} people, {stored / seconds:.1f} voices a second"
    if seen.wrong:
        note += f"; first: {seen.wrong[0]}"
    figures = [
        Figure("F4", f"{at_once} at once: lost", max(seen.sent - stored, 0), "", 0, note=note),
        Figure("F4", f"{at_once} at once: doubled", max(stored - people, 0), "", 0),
        Figure("F4", f"{at_once} at once: not 2xx or 3xx", len(seen.wrong), "", 0),
    ]
    if at_once < 32:
        return figures
    middle, late = statistics.median(seen.sending), percentile(seen.sending, 99)
    name = f"{at_once} at once: sending, 99 of 100 wait at most"
    share = Figure("F5", f"{at_once} at once: slowest beside the middle", round(late / middle, 1), "×", 10)
    bar = 250 if at_once == 128 else None
    note = f"middle {1000 * middle:.0f} ms; an answer {1000 * statistics.median(seen.answering):.0f} ms"
    return [*figures, share, Figure("F5", name, round(1000 * late), "ms", bar, note=note)]


def percentile(values, share):
    """The value that `share` of 100 of `values` do not exceed."""
    return sorted(values)[math.ceil(len(values) * share / 100) - 1]


def votes_and_voices(round):
    """Whether every voice has one vote that counts: whatever differs was lost or doubled. Returns a Figure."""
    from django.db.models import Count, Q

    voices = round.voices.filter(draft_key__regex="^[0-9a-f]{64}$")
    wrong = voices.annotate(n=Count("votes", filter=Q(votes__is_current=True))).exclude(n=1).count()
    return Figure("F4", "voices without exactly one vote", wrong, "", 0)
