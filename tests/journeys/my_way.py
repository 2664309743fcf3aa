"""A whole round walked in one way of looking at pages or hearing them, each page held to BARS.md A."""

from contextlib import contextmanager

from playwright.sync_api import expect

from tests import browser as real_browser
from tests.listening import Listener

PHONE, WIDE, FOUR_TIMES = (320, 640), (1280, 900), (320, 256)  # 1280 x 1024 at 400 % is 320 x 256
# Each way: (size, what the browser is like, the look that the person chose).
WAYS = {
    "no JavaScript": (PHONE, {"java_script_enabled": False}, ""),
    "400 % zoom": (FOUR_TIMES, {}, ""),
    "forced colours": (WIDE, {"forced_colors": "active"}, ""),
    "words only": (PHONE, {}, "pictures:words.faces:no.text:smaller"),
    "big pictures": (PHONE, {}, "pictures:big.text:biggest.spacing:more"),
    "listen only": (PHONE, {}, ""),
}
DRAWN = "main :is(img, svg:not(.code-card-qr svg), .picture, .thumb)"  # what words only leaves out


class Person:
    """Somebody who takes part their own `way` (a key of WAYS). `faults`: what was found wrong, as a list of str."""

    def __init__(self, browser, address, way):
        size, likes, look = WAYS[way]
        self.way, self.faults, self.pages, self.browser, self.address = way, [], [], browser, address
        self.size = {"width": size[0], "height": size[1]}
        likes = {"bypass_csp": True, "reduced_motion": "reduce"} | likes
        self.context = browser.new_context(base_url=address, viewport=self.size, **likes)
        if look:
            self.context.add_cookies([{"name": "look", "value": look, "url": address}])
        self.ears = Listener(self.context) if way == "listen only" else None
        self.page = self.ears.page if self.ears else self.context.new_page()

    @property
    def heading(self):
        return self.page.locator("h1").first.inner_text()

    @contextmanager
    def seen(self):
        """A page with scripts that shows what this person sees: their own, or a second one with the same cookies."""
        if self.way != "no JavaScript":
            yield self.page
            return
        context = self.browser.new_context(base_url=self.address, viewport=self.size, bypass_csp=True)
        context.add_cookies(self.context.cookies())
        page = context.new_page()
        page.goto(self.page.url)
        yield page
        context.close()

    def hold(self, *, deep=False):
        """Hold the page shown to BARS A1 and A2. `deep`: focus and spacing too, which change the page."""
        with self.seen() as page:
            found = real_browser.findings(page) + real_browser.faults(page) + real_browser.moving(page)
            if self.way == "forced colours":  # the person's own colours: axe reckons with ours
                found = [fault for fault in found if not fault.startswith("color-contrast")]
            if self.way == "words only" and page.locator(f"{DRAWN} >> visible=true").count():
                found.append("something drawn is left")
            if (
                not page.locator(".leave >> visible=true").count()
                or not page.locator(".not-safe >> visible=true").count()
            ):
                found.append("no way out (Q18)")
            if deep:
                found += real_browser.lost_focus(page) + real_browser.faults_with_spacing(page)
        self.pages.append(self.page.url)
        self.faults += [f"{self.way}: {self.heading}: {fault}" for fault in found]

    def press(self, *names):
        """Press the first of `names` that the main part has; who listens only touches where it was said."""
        if self.ears:
            said = self.ears.listen()
            with self.page.expect_navigation(wait_until="load"):
                self.ears.touch(next(name for name in names if name in said))
        else:
            main = self.page.locator("main")
            for name in names:
                both = main.get_by_role("button", name=name, exact=True).or_(
                    main.get_by_role("link", name=name, exact=True)
                )
                if both.count():
                    both.first.click()
                    break
        self.page.wait_for_load_state("domcontentloaded")

    def give(self):
        """Give an answer to whatever the page asks."""
        main = self.page.locator("main")
        for kind in ("radio", "checkbox"):
            group = main.locator(f"fieldset:has(input[type={kind}]:visible)").first
            if group.count() and not main.locator("input:checked").count():
                self.choose(group.locator("label.choice").first)
                return
        thing = main.locator("button.choice[aria-pressed=false]:visible").first
        if thing.count() and not main.locator("button.choice[aria-pressed=true]").count():
            self.press(thing.locator(".choice-label").inner_text())  # a thing to put in order: the press saves it
            return
        words = main.locator("textarea:visible, input[type=text]:visible").first
        if words.count() and not self.ears:
            words.fill("3" if words.get_attribute("inputmode") else "I want people to listen.")

    def choose(self, row):
        words = row.locator(".choice-label").inner_text()
        if self.ears and words in self.ears.listen():
            self.ears.touch(words)
            self.ears.hear("Chosen.")
        else:
            row.click()


def answer_round(person, round, most=30):
    """Read a round, answer all it asks, send it and see the card; each page is held to the bars on the way."""
    person.page.goto(round.address)
    person.hold(deep=True)
    person.page.goto(f"{round.address}answer/")
    person.hold()
    person.press("Start")
    for number in range(most):
        if person.heading == "This is your card":
            break
        person.hold(deep=number == 0)
        if number == 0:
            person.page.goto(person.page.url)  # as it was, before it was held deep
        if person.page.get_by_role("button", name="Send", exact=True).count():
            person.press("Send")
            continue
        person.give()
        before = person.page.url
        person.press("Go to question 1", "Next", "Skip")
        if person.page.url == before and person.page.locator(".field--wrong").count():
            person.press("Skip")
    expect(person.page.locator("h1").first).to_have_text("This is your card")
    person.hold()


def read_results(person, address):
    """Read what came of a round that is over."""
    person.page.goto(address)
    person.hold(deep=True)
    if person.ears:
        assert len(person.ears.listen()) > 5
