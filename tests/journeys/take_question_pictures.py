"""Pictures of each kind of question as people see it, for docs/questions.md: script/take_question_pictures.

Each kind at 320 and at 390 px, without JavaScript, before anything is pressed and with an answer.
"""

import io
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from PIL import Image

from easyread.models import Picture
from tests import factories
from tests.engagement.voices.kinds import made

pytestmark = pytest.mark.django_db(transaction=True)
FOLDER = Path(os.environ.get("PICTURES_TO", "docs/pictures"))
WIDTHS = (320, 390)
COLOURS = (64, 32, 24, 16)  # as many as the size allows
MOST_BYTES = 40_000


def test_take_question_pictures(home_page, browser, live_server, monkeypatch):
    monkeypatch.setattr("engagement.voices.pressed.turn_of", lambda key, question: 0)  # the same each time
    call_command("load_pictures", verbosity=0)
    bank = {picture.idea: picture for picture in Picture.objects.exclude(idea="")}
    page = factories.make_round(questions=made.with_pictures(made.every_kind(), bank))
    for width in WIDTHS:
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 700}, java_script_enabled=False
        )
        take_all(context.new_page(), page, width)
        context.close()


def take_all(page, round, width):
    """Answer each question of a `round` (RoundPage), and keep a picture of it. `page`: Playwright's."""
    page.goto(f"{round.address}answer/")
    page.get_by_role("button", name="Start", exact=True).click()
    for number, question in enumerate(round.question_rows.asked(), start=1):
        page.goto(f"{round.address}answer/{number}/")
        fill(page, question.kind)
        keep(page, f"question-{question.kind.replace('_', '-')}-{width}.png")
        page.locator(".question-nav").get_by_role("button", name="Next", exact=True).click()
    keep(page.goto(f"{round.address}answer/check/") and page, f"question-check-{width}.png")


def fill(page, kind):
    """Give an answer to a question of this `kind` (str), without sending it."""
    if kind == "order":
        for place in (2, 1):
            page.locator(".order .choice").nth(place - 1).click()
            page.wait_for_load_state()
    elif kind == "sort":
        for place, answer in enumerate(("I like it", "I do not like it")):
            page.locator(".sort-thing").nth(place).get_by_label(answer, exact=True).check()
    elif kind == "number":
        page.get_by_label("Number of hours").fill("12")
    elif kind == "words":
        page.get_by_label("Your words").fill("I want people to listen.")
    else:
        page.locator("input[name=choice]").first.check()


def keep(page, name):
    """Write what the page shows, whole, as a small picture."""
    image = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for colours in COLOURS:
        image.quantize(colours, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)
        if (FOLDER / name).stat().st_size <= MOST_BYTES:
            return
    raise AssertionError(f"{name} is too big.")
