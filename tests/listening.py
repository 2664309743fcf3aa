"""A browser that speaks, for tests: what was said, and a person who hears it and touches what was marked meanwhile."""

import json
from pathlib import Path

from playwright.sync_api import expect

FAKE = (Path(__file__).parent / "fake_voices.js").read_text()
NETWORK = {"name": "Far", "lang": "en-GB", "localService": False, "default": True}
AMERICAN = {"name": "Sam", "lang": "en-US", "localService": True, "default": True}
BRITISH = {"name": "Kate", "lang": "en_GB", "localService": True, "default": False}
FRENCH = {"name": "Luc", "lang": "fr-FR", "localService": True, "default": False}
VOICES = [NETWORK, AMERICAN, FRENCH, BRITISH]


class Listener:
    """Somebody who listens to a page (Playwright's). `said`: a list of dict, one for each thing that was said."""

    def __init__(self, context, *, voices=VOICES, late=0, holds=False):
        self.said = []
        context.expose_function("tellTest", lambda one: self.said.append(one))
        wanted = json.dumps({"voices": voices, "late": late, "holds": holds})
        context.add_init_script(FAKE.replace("WANTED", wanted, 1))
        self.page = context.new_page()

    @property
    def button(self):
        return self.page.locator(".listen button")

    @property
    def words(self):
        """What was said, as a list of str."""
        return [one["text"] for one in self.said if "text" in one]

    def listen(self):
        """Press Listen and hear the page to its end. Returns what was said (list of str)."""
        self.said.clear()
        self.button.click()
        expect(self.page.locator(".listen [data-when=quiet]")).to_be_visible(timeout=20_000)
        return self.words

    def touch(self, words):
        """Touch where `words` (str) were said on this page; nothing is looked at but the mark."""
        x, y = next(one["at"] for one in self.said if one.get("text") == words)
        self.page.evaluate("y => scrollTo(0, y - 200)", y)
        self.page.mouse.click(x, y - self.page.evaluate("() => scrollY"))

    def hear(self, words):
        """Wait until `words` (str) were said."""
        for _ in range(500):
            if words in self.words:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"{words!r} was not said, but {self.words}")
