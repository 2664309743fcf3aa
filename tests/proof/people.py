"""People who answer while the server is killed, and press again when no answer came: as browsers and people do."""

import re
import threading
import time
from urllib.parse import urlencode

from tests.bench.web import Connection, request_for

LONGEST = 90  # seconds that one press may take until a good answer came


class Lost(AssertionError):
    """What was acknowledged is not there."""


class Person:
    """Somebody who answers a whole round and presses again after each lost answer, as people do.

    `code`: that of the card they got (str). `told`: the pages that said that something could not be saved (list).
    """

    def __init__(self, port, path, asked, number):
        self.port, self.path, self.asked = port, path, asked
        self.words = f"These are the words of person {number}."
        self.source = number % 60 + 1
        self.cookies, self.connection = {}, None
        self.told, self.code = [], ""

    def speak(self):
        """From the start page to the card. Every answer that was acknowledged must then be in the voice."""
        self.press("")
        self.press("", go="start")
        for number, choice in self.asked:
            said = {"choice": choice} if choice else {"words": self.words}
            self.press(f"{number}/", **said, go="next")
        self.press("about/", go="skip")
        self.press("check/", go="send")
        self.code = self.card()
        again = self.press("check/", go="send")  # Back, and the same button once more
        if again.status != 302 or self.card() != self.code:
            raise Lost(f"{self.words} Another card came.")

    def card(self):
        """The code on the card (str)."""
        page = self.press("done/").body.decode()
        found = re.search(r"(\d{4}) (\d{4})", re.sub(r"<svg.*?</svg>", "", page, flags=re.S))
        if not found:
            raise Lost(f"{self.words} There is no card.")
        return found[1] + found[2]

    def press(self, page, **values):
        """Ask for a page or press a button, again and again until a good answer comes. Returns the Answer."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            try:
                answer = self.once(page, values)
            except (OSError, ValueError):  # the server was killed: nobody knows whether it was stored
                self.connection = None
            else:
                if answer.status < 500:
                    return self.looked_at(answer, page)
                self.told.append((answer.status, answer.body.decode(), values))
            time.sleep(0.1)
        raise Lost(f"No answer from {page} in {LONGEST} seconds.")

    def once(self, page, values):
        """One try, on the connection that is there. Raises OSError or ValueError when the server was killed."""
        if self.connection is None:
            self.connection = Connection(self.port, self.source)
            self.connection.socket.settimeout(25)
        return self.connection.ask(self.request(page, values))

    def looked_at(self, answer, page):
        """Keep the cookies of a good answer. Raises Lost for one that says that something stored is gone."""
        if answer.status >= 400:
            raise Lost(f"{self.words} {page} answered {answer.status}.")
        for cookie in answer.header(b"set-cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def request(self, page, values):
        """A request as bytes. `values`: what is pressed and typed (dict)."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies} if cookies else {}
        if not values:
            return request_for(self.path + page, **headers)
        body = urlencode(values | {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}).encode()
        return request_for(self.path + page, "POST", body, **headers)


class Crowd:
    """So many people at once, each followed by the next, until somebody says that it is enough."""

    def __init__(self, port, path, asked, at_once):
        self.enough, self.people, self.wrong, self.lock = threading.Event(), [], [], threading.Lock()
        self.make = lambda number: Person(port, path, asked, number)
        self.threads = [threading.Thread(target=self.one_after_another) for _ in range(at_once)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error):
        self.enough.set()
        for thread in self.threads:
            thread.join()

    def one_after_another(self):
        """Bounded: it ends when it is enough, and each press has its longest time."""
        while not self.enough.is_set():
            with self.lock:
                person = self.make(len(self.people))
                self.people.append(person)
            try:
                person.speak()
            except Exception as error:  # noqa: BLE001  the test must see whatever it is
                self.wrong.append(error)
                return
