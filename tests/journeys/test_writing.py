"""Writing with help: type, see, fix by one press, by keyboard; split, join, move; paste from Word (issue 7, A1, A2)."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from home.models import InfoPage
from home.programme.rights import give_rights
from tests.easyread.test_blocks import make_drawing
from tests.journeys.test_staff_screens import axe_on_ours, sign_in, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FROM_WORD = """<html><head><style>p.MsoNormal {color: red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b>We want to hear from you.</b> You can say <i>yes</i> or
 no.<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;
 </span></span>Dr. Patel said: “Come&nbsp;in.”</p><p>Re\u00adspite helps.</p><!--EndFragment--></body></html>"""

PASTE = """html => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "no");
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""


@pytest.fixture
def editor(desktop, live_server, home_page, pmu):
    """The editor of a plain page with two parts, the first with a picture, open in a browser."""
    give_rights()
    bus = make_drawing("bus")
    parts = [
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
        "We want to hear from you.\nYou can say yes or no.\nDr. Patel said: “Come in.”\nRespite helps."
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
