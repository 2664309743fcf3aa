"""Writing with help: type, see, fix by one press, by keyboard; split, join, move; paste from Word (issue 7, A1, A2)."""

import json
import re
import uuid

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from easyread.models import GlossaryWord
from home.models import InfoPage
from home.programme.rights import give_rights
from tests.easyread.test_blocks import make_drawing
from tests.journeys.test_staff_screens import axe_on_ours, sign_in, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FROM_WORD = """<html><head><style>p.MsoNormal {color: red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b>We want to hear from you.</b> You can say <i>yes</i> or
 no.<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;
 </span></span>Dr. Patel said: “Come&nbsp;in.”</p>
<p>Re\u00adspite<del> hardly</del> helps.<a style="mso-footnote-id:ftn1" href="#_ftn1">[1]</a></p>
<table><tr><td>Monday</td><td>9am</td></tr></table>
<p><span style="display:none">Hidden.</span>
<span class=MsoCommentReference>[SE1]</span></p><!--EndFragment--></body></html>"""

PASTE = """html => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "no");
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""


@pytest.fixture
def editor(desktop, live_server, home_page, pmu, request):
    """The editor of a plain page open in a browser: with two parts, the first with a picture, or with those that a test
    asks for. The site's list knows 1 hard word."""
    give_rights()
    bus = make_drawing("bus")
    GlossaryWord.objects.create(words="respite", meaning="Respite means a rest.")
    parts = getattr(request, "param", None) or [
        {"type": "picture_and_words", "id": "a" * 8, "value": {"picture": bus.pk, "words": "You can take the bus."}},
        {"type": "picture_and_words", "id": "b" * 8, "value": {"picture": None, "words": "You can stay at home."}},
    ]
    page = InfoPage(title="About us", slug="about", live=False, easy_read=json.dumps(parts))
    home_page.add_child(instance=page).save_revision()
    sign_in(desktop, pmu, live_server.url)
    desktop.goto(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    expect(desktop.locator("[data-easyread-writing]")).to_contain_text("Do this next")
    return desktop


def words(editor, number=0):
    return editor.locator(f"textarea[name='easy_read-{number}-value-words']")


def shown(editor):
    """The words of the parts that are not deleted, in order."""
    return editor.evaluate(
        "() => easyRead.fields().filter(one => /^easy_read-.*words$/.test(one.name)).map(one => one.value)"
    )


def test_type_see_and_fix_by_keyboard_alone(editor):
    """The problem stands on the word and under it; F8 goes there, Enter takes the better words, Ctrl+Z goes back. The
    checks panel says how many, how long, and what to do next."""
    words(editor).focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("\nYou don't pay.")
    expect(editor.locator("mark.easyread-mark--error")).to_have_text("don't")
    expect(editor.locator(".easyread-problem").first).to_contain_text("“don't”")
    editor.keyboard.press("F8")
    expect(editor.locator(".easyread-problem button").first).to_be_focused()
    expect(editor.locator(".easyread-problem button").first).to_have_text("Use: do not")
    editor.keyboard.press("Enter")
    expect(words(editor)).to_have_value("You can take the bus.\nYou do not pay.")
    expect(words(editor)).to_be_focused()
    expect(editor.locator("mark.easyread-mark--error")).to_have_count(0)
    editor.keyboard.press("Control+z")
    expect(words(editor)).to_have_value("You can take the bus.\nYou don't pay.")
    expect(editor.locator("mark.easyread-mark--error")).to_have_text("don't")
    editor.get_by_role("button", name="Toggle checks").click()
    panel = editor.locator("[data-easyread-checks]")
    for told in ("1 to change", "Do this next", "words", "in print", "to listen", "“don't”"):
        expect(panel).to_contain_text(told)
    # Behind Wagtail's panel lies the form, so that axe cannot tell what is under the words. The panel is opaque.
    assert [one for one in axe_on_ours(editor) if "partially overlaps" not in one] == []
    panel.get_by_role("button", name="Go there").click()
    expect(editor.get_by_role("button", name="Use: do not")).to_be_focused()
    words(editor).focus()
    assert [fault for fault in small_targets(editor) if "easyread" in fault or "Use" in fault] == []


def test_paste_from_word_split_join_and_move_by_keyboard(editor):
    """Sentences stay and styling goes; the picture stays with the first half; nothing that was written is lost."""
    picture = editor.locator("input[name='easy_read-0-value-picture']").input_value()
    words(editor).fill("")
    editor.evaluate(PASTE, FROM_WORD)
    expect(words(editor)).to_have_value(
        "We want to hear from you.\nYou can say yes or no.\nDr. Patel said: “Come in.”\nRespite helps.\nMonday\n9am"
    )
    words(editor).fill("You can take the bus.\nIt is free.")
    words(editor).evaluate("one => one.setSelectionRange(22, 22)")
    editor.keyboard.press("Control+Enter")
    assert shown(editor) == ["You can take the bus.", "It is free.", "You can stay at home."]
    expect(words(editor, 2)).to_be_focused()
    assert editor.locator("input[name='easy_read-0-value-picture']").input_value() == picture
    assert editor.locator("input[name='easy_read-2-value-picture']").input_value() == ""
    editor.keyboard.press("Alt+ArrowDown")
    assert shown(editor) == ["You can take the bus.", "You can stay at home.", "It is free."]
    editor.keyboard.press("Alt+ArrowUp")
    editor.keyboard.press("Alt+ArrowUp")
    assert shown(editor) == ["It is free.", "You can take the bus.", "You can stay at home."]
    editor.keyboard.press("Control+Shift+Enter")
    assert shown(editor) == ["It is free.\nYou can take the bus.", "You can stay at home."]
    assert editor.locator("input[name='easy_read-2-value-picture']").input_value() == picture
    with editor.expect_navigation():
        editor.keyboard.press("Control+s")
    saved = InfoPage.objects.get(slug="about").get_latest_revision_as_object().easy_read
    assert [block.value.sentences() for block in saved] == [
        ["It is free.", "You can take the bus."],
        ["You can stay at home."],
    ]
    assert saved[0].value["picture"].pk == int(picture)


def part(kind, value):
    """One block as raw StreamField data."""
    return {"type": kind, "id": f"id-of-{kind}", "value": value}


def row(value):
    """One item of a block's list as raw data."""
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def option(title, good):
    """One way to choose, as raw data of an item."""
    empty = {"picture": None, "words": "", "bad_points": "It is slow."}
    return row({"title": title, "good_points": good} | empty)


NO_MORE = {"email": "", "address": ""}
KINDS = [
    part("heading", "Your bus and you"),
    part("picture_and_words", {"picture": None, "words": "You pay. We go."}),
    part("hard_word", {"picture": None, "word": "Fare", "words": "A fare is money. You pay it."}),
    part(
        "options", {"options": [option("By bus and train", "It is red. It is new."), option("By foot", "It is good.")]}
    ),
    part("dates", {"dates": [row({"picture": None, "day": "2027-03-04", "words": "You answer. We read."})]}),
    part("money", {"picture": None, "words": "It costs £5. We pay.", "shares": []}),
    part("quote", {"words": "I like it. I want more.", "who": "A person", "agreed": True}),
    part(
        "who_to_ask",
        {"picture": None, "name": "We", "words": "Ask. We help.", "phone": "999", "email": "", "address": ""},
    ),
    part("steps", {"steps": [row({"picture": None, "words": "You ask. We answer."})]}),
]
# The end of a field's name, where to split it, and the words of both halves.
SPLITS = [
    ("0-value", 8, "Your bus", "and you"),
    ("1-value-words", 8, "You pay.", "We go."),
    ("2-value-words", 16, "A fare is money.", "You pay it."),
    ("3-value-options-0-value-title", 6, "By bus", "and train"),
    ("4-value-dates-0-value-words", 11, "You answer.", "We read."),
    ("5-value-words", 12, "It costs £5.", "We pay."),
    ("6-value-words", 10, "I like it.", "I want more."),
    ("7-value-words", 4, "Ask.", "We help."),
    ("8-value-steps-0-value-words", 8, "You ask.", "We answer."),
]
ALL_WORDS = """() => [...document.querySelectorAll("[name^='easy_read-'][name]")]
  .filter(one => one.matches("textarea, input[type=text]") && !easyRead.isDeleted(one)).map(one => one.value)"""


def put_cursor(editor, name, place):
    """Go into the field of the stream whose name ends with `name`, before the letter at `place`."""
    field = editor.locator(f"[name='easy_read-{name}']")
    field.focus()
    field.evaluate("(one, place) => one.setSelectionRange(place, place)", place)
    return field


@pytest.mark.slow
@pytest.mark.parametrize("editor", [KINDS], indirect=True)
def test_every_kind_of_part_is_split_and_taken_back_without_loss(editor):
    """What was in a part stays in it, a day and a person's name are in both halves, and Ctrl+Z takes each deed back."""
    before = editor.evaluate(ALL_WORDS)
    for name, place, first, rest in SPLITS:
        field = put_cursor(editor, name, place)
        editor.keyboard.press("Control+Enter")
        expect(field).to_have_value(first)
        assert editor.evaluate("document.activeElement.value") == rest, name
        again = editor.evaluate(ALL_WORDS)
        editor.keyboard.press("Control+z")
        assert editor.evaluate(ALL_WORDS) == before, name
        editor.keyboard.press("Control+Shift+z")
        assert editor.evaluate(ALL_WORDS) == again, name
        editor.keyboard.press("Control+z")
    put_cursor(editor, "4-value-dates-0-value-words", 11)
    editor.keyboard.press("Control+Enter")
    expect(editor.locator("[name='easy_read-4-value-dates-1-value-day']")).to_have_value("2027-03-04")
    put_cursor(editor, "3-value-options-0-value-title", 0)
    editor.keyboard.press("Control+Shift+Enter")  # everything of both ways is in one
    expect(editor.locator("[name='easy_read-3-value-options-0-value-title']")).to_have_value("By bus and train By foot")
    good = editor.locator("[name='easy_read-3-value-options-0-value-good_points']")
    expect(good).to_have_value("It is red. It is new.\nIt is good.")
    put_cursor(editor, "3-value-options-0-value-good_points", 10)
    editor.keyboard.press("Control+Enter")  # a point alone is parted, in its own field
    editor.keyboard.press("Alt+ArrowDown")
    expect(good).to_have_value("It is red.\nIt is good.\nIt is new.")
    put_cursor(editor, "2-value-word", 2)
    expect(editor.locator("[name='easy_read-2-value-word'] ~ .easyread-tools button")).to_have_text(
        [re.compile("Move")] * 2
    )
    field = put_cursor(editor, "0-value", 8)
    editor.keyboard.press("Control+Enter")
    editor.keyboard.type("More ")  # what was written since is never taken back with the deed
    editor.keyboard.press("Control+z")
    expect(field).to_have_value("Your bus")


@pytest.mark.parametrize("editor", [KINDS[:3]], indirect=True)
def test_a_meaning_by_one_press_and_a_false_alarm_left(editor):
    """The meaning comes in the next sentence or as a part (W2); what was left stays away; no mark hides a word."""
    field = editor.locator("[name='easy_read-1-value-words']")
    field.fill("You can have respite. We utilise it.")
    problems = field.locator("~ .easyread-problems")
    problems.get_by_role("button", name="Add: Respite means a rest.").click()
    expect(field).to_have_value("You can have respite.\nRespite means a rest.\nWe utilise it.")
    editor.keyboard.press("Control+z")
    problems.get_by_role("button", name="Add a “hard word” part").click()
    expect(editor.locator("[name='easy_read-3-value-word']")).to_have_value("respite")
    expect(problems).not_to_contain_text("Say what this word means")
    utilise = problems.locator(".easyread-problem", has_text="utilise")
    utilise.get_by_role("button", name="Leave it").click()
    expect(problems).to_contain_text("1 thing here is left as it is.")
    expect(utilise).to_have_count(0)
    problems.get_by_role("button", name="Look again").click()
    expect(utilise).to_have_count(1)
    assert axe_on_ours(editor) == []
    editor.emulate_media(forced_colors="active")
    layer = editor.locator(".easyread-layer").first
    assert layer.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"


def test_a_small_form_says_how_long_and_what_to_do_next(desktop, live_server, home_page, pmu):
    """A form of staff that is no page: the same marks, and the box over its buttons."""
    give_rights()
    sign_in(desktop, pmu, live_server.url)
    desktop.goto(reverse("room:new"))
    desktop.locator("[name=plain]").fill("You don't pay.")
    box = desktop.locator("[data-easyread-alone]")
    for told in ("1 to change", "Do this next", "3 words", "Less than half a page", "to listen"):
        expect(box).to_contain_text(told)
    box.get_by_role("button", name="Go there").click()
    expect(desktop.get_by_role("button", name="Use: do not")).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("[name=plain]")).to_have_value("You do not pay.")
    expect(box).to_contain_text("Then save it.")
    assert axe_on_ours(desktop) == []
