"""A picture, a sound and a film in place of words, in a real browser: without JavaScript, and with it (Q6, A1, A2)."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from easyread.media import private, serving
from engagement.voices.models import Attachment
from tests import browser as real_browser
from tests.easyread.media import made
from tests.journeys.test_answering import press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IN_WORDS = "Question 5 of 5"
NO_MICROPHONE = (
    """navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); }"""
)


@pytest.fixture
def photo(tmp_path):
    """A photo with a place in it, as a file (str)."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(made.picture("JPEG", size=(800, 500), exif=made.marked_exif()).read())
    return str(file)


@pytest.fixture
def with_script(browser, live_server):
    """Opens a page at 320 px with JavaScript; `faults` holds what its console says."""
    contexts = []

    def open_page(**options):
        contexts.append(
            browser.new_context(base_url=live_server.url, viewport={"width": 320, "height": 640}, **options)
        )
        page = contexts[-1].new_page()
        page.faults = []
        page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()


def go_to_words(page, open_round):
    """Start, and skip to the question in one's own words."""
    page.goto(f"{open_round.address}answer/")
    press(page, "Start")
    for number in range(1, 5):
        expect(page.get_by_text(f"Question {number} of 5", exact=True)).to_be_visible()
        press(page, "Skip")
    expect(page.get_by_text(IN_WORDS, exact=True)).to_be_visible()


def test_a_photo_without_javascript_at_320_px(open_round, phone, photo):
    """What was typed stays, the photo is seen again, changed, deleted, given anew, checked and sent."""
    page = phone
    go_to_words(page, open_round)
    page.get_by_label("Your words").fill("More time.")
    press(page, "Draw or show a picture")
    expect(page.get_by_text("The file can have 10 megabytes at most.")).to_be_visible()
    page.set_input_files("#file", photo)
    press(page, "Save")
    expect(page.get_by_role("img", name="Your picture")).to_be_visible()
    press(page, "Delete my picture")
    expect(page.get_by_text("It is gone.")).to_be_visible()
    page.set_input_files("#file", photo)
    press(page, "Back to the question")
    expect(page.get_by_label("Your words")).to_have_value("More time.")
    press(page, "Next")
    page.get_by_label("Yes, you may show my picture to other people").check()
    press(page, "Next")
    expect(page.get_by_role("img", name="Your picture")).to_be_visible()
    press(page, "Send")
    assert page.locator("h1").inner_text() == "This is your card"
    row = Attachment.objects.get()
    assert (row.width, row.height) == (800, 500) and row.answer.words == "More time."
    page.locator(".code-card-foot a").click()
    expect(page.get_by_role("heading", name="What you showed us or said to us")).to_be_visible()


def test_recording_pausing_listening_back_and_a_refused_microphone(open_round, with_script):
    """With the policy of S2 in force: nothing is refused by it. axe and A2 on each state."""
    page = with_script()
    go_to_words(page, open_round)
    press(page, "Say it")
    press(page, "Record")
    expect(page.get_by_text("We are recording you now.")).to_be_visible()
    press(page, "Pause")
    expect(page.get_by_text("We stopped for now.")).to_be_visible()
    press(page, "Go on recording")
    expect(page.locator(".recorder-time")).to_have_text("0:01")
    press(page, "Stop and save")
    expect(page.get_by_role("heading", name="Your sound")).to_be_visible()
    heard = page.evaluate(
        "async () => { const a = document.querySelector('audio'); a.load();"
        " await new Promise((done) => { a.onloadedmetadata = a.onerror = done; }); return a.duration; }"
    )
    assert heard > 0.5 and Attachment.objects.get().seconds > 0.5
    assert page.faults == []
    page.add_init_script(NO_MICROPHONE)
    page.reload()
    press(page, "Record")
    expect(page.get_by_text("We cannot use your microphone.")).to_be_visible()
    looked = with_script(bypass_csp=True, storage_state=page.context.storage_state())
    for address in (page.url, page.url.replace("/sound/", "/picture/"), page.url.split("/sound/")[0] + "/"):
        looked.goto(address)
        assert real_browser.findings(looked) == [] and real_browser.faults(looked) == [], address


LENGTH = """async (tag) => { const it = document.querySelector(tag); it.load();
 await new Promise((done) => { it.onloadedmetadata = it.onerror = done; }); return it.duration; }"""

TO_THE_END = """async () => { const it = document.querySelector('figure video');
 const ended = new Promise((done) => { it.onended = () => done(true); it.onerror = () => done(false); });
 await it.play(); return ended; }"""


@pytest.mark.slow
def test_filming_and_drawing_on_the_screen(open_round, with_script, monkeypatch):
    """A film is paused, looked at, deleted, and the camera refused; a drawing is made by mouse, and by keyboard."""
    monkeypatch.setattr(serving, "MOST_PART", 8192)  # a player asks on, part by part
    page = with_script()
    go_to_words(page, open_round)
    press(page, "Sign it or film it")
    press(page, "Start")
    expect(page.get_by_text("We are filming you now.")).to_be_visible()
    expect(page.locator(".recorder-view")).to_be_visible()
    press(page, "Pause")
    expect(page.get_by_text("Press Go on filming when you are ready.")).to_be_visible()
    press(page, "Go on filming")
    expect(page.locator(".recorder-time")).to_have_text("0:01")
    press(page, "Stop and save")
    expect(page.get_by_role("heading", name="Your film")).to_be_visible()
    assert (
        page.evaluate(LENGTH, "figure video") > 0.5
        and page.evaluate(TO_THE_END)
        and Attachment.objects.get().width == 640
    )
    film = page.url
    press(page, "Delete my film")
    expect(page.get_by_text("It is gone.")).to_be_visible()
    page.add_init_script(NO_MICROPHONE)
    page.reload()
    press(page, "Start")
    expect(page.get_by_text("We cannot use your camera.")).to_be_visible()
    page.goto(film.split("?")[0].replace("/film/", "/picture/"))
    page.get_by_role("link", name="Draw on the screen").click()
    draw(page)
    press(page, "Save")
    expect(page.get_by_role("img", name="Your picture")).to_be_visible()
    check_drawing(Attachment.objects.get())
    assert page.faults == []
    looked = with_script(bypass_csp=True, storage_state=page.context.storage_state())
    for address in (film, page.url, page.url.split("?")[0] + "?draw=yes"):
        looked.goto(address)
        assert real_browser.findings(looked) == [] and real_browser.faults(looked) == [], address


def draw(page):
    """A blue line by mouse, a red one that is undone, and a black one by keyboard, by keys and by buttons."""
    pad = page.get_by_role("img", name="Your drawing")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()

    def stroke(high):
        page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * high)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * high, steps=5)
        page.mouse.up()

    press(page, "Save")
    expect(page.get_by_text("Draw something first.")).to_be_visible()
    page.get_by_role("button", name="Blue").click()
    page.get_by_role("button", name="Thick").click()
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    stroke(0.2)
    page.get_by_role("button", name="Red").click()
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    stroke(0.8)
    press(page, "Undo")
    page.get_by_role("button", name="Black").press("Enter")
    pad.focus()
    for key in ("Space", *["ArrowRight"] * 6):
        pad.press(key)
    page.get_by_text("Draw with buttons or keys").click()
    press(page, "Right")
    press(page, "Pen down")  # it is down already: this lifts it
    expect(page.get_by_text("The pen is up.")).to_be_visible()


def check_drawing(row):
    """The blue line and the black one are in the picture, the red one is not."""
    picture = Image.open(BytesIO(private.storage().open(row.file).read()))
    blue, gone, black = (picture.getpixel(at) for at in ((480, 128), (480, 512), (600, 320)))
    assert blue[2] > 130 > blue[0] and min(gone) > 240 and max(black) < 80
