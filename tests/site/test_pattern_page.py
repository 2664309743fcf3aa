"""Every component in a real browser: A1 and A2 in each theme, at each width, enlarged and right to left."""

import pytest

from tests import browser as tools

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.site.pattern_site")]
ALL_BIG = "text:biggest.spacing:more.pictures:big"


@pytest.fixture
def shown(browser, live_server):
    """A function that opens the pattern page: shown(width, look, query) → page. The look is a person's cookie."""
    opened = []

    def show(width=320, look="", query="", **emulated):
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, **emulated)
        opened.append(context)
        if look:
            context.add_cookies([{"name": "look", "value": look, "url": live_server.url}])
        page = context.new_page()
        page.goto(f"{live_server.url}/components/{query}")
        return page

    yield show
    for context in opened:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark", "soft", "contrast"])
def test_no_finding_in_any_theme(shown, theme):
    page = shown(look=f"theme:{theme}")
    assert tools.findings(page) == []
    assert tools.faults(page) == []


@pytest.mark.parametrize(("width", "look"), [(1280, ""), (390, "pictures:off.less:yes"), (320, ALL_BIG)])
def test_no_fault_at_any_width(shown, width, look):
    for query in ("", "?dir=rtl"):
        assert tools.faults(shown(width, look, query)) == []


def test_nothing_is_clipped_with_wide_spacing(shown):
    """WCAG 1.4.12."""
    assert tools.faults_with_spacing(shown()) == []


def test_nothing_moves(shown):
    assert not tools.moving(shown(reduced_motion="reduce"))


def test_every_focus_is_seen(shown):
    assert tools.lost_focus(shown(1280, query="?only=choices"), presses=40) == []


def test_the_menu_opens_by_keyboard_without_javascript(shown):
    page = shown(java_script_enabled=False)
    menu = page.get_by_role("button", name="Menu", exact=True)
    assert not page.locator(".site-nav").get_by_role("link", name="Who decides").is_visible()
    menu.press("Enter")
    assert page.locator(".site-nav").get_by_role("link", name="Who decides").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".site-nav").get_by_role("link", name="Who decides").is_visible()


def test_wide_pages_show_the_menu_at_once(shown):
    page = shown(1280, query="?only=date")
    assert page.locator(".site-nav").get_by_role("link", name="Who decides").is_visible()
    assert not page.get_by_role("button", name="Menu").is_visible()


def test_a_chosen_answer_is_seen_in_forced_colours(shown):
    page = shown(forced_colors="active", query="?only=choices")
    chosen = page.locator("input[type=radio]:checked").first
    mark = chosen.evaluate(
        "e => getComputedStyle(e, '::before').transform + getComputedStyle(e, '::before').backgroundColor"
    )
    other = page.locator("input[type=radio]:not(:checked)").first
    assert mark != other.evaluate(
        "e => getComputedStyle(e, '::before').transform + getComputedStyle(e, '::before').backgroundColor"
    )


def test_printing_leaves_out_what_cannot_be_pressed(shown):
    page = shown(1280, query="?only=code_card")
    page.emulate_media(media="print")
    assert page.locator(".code-card").is_visible()
    for gone in (".help-strip", ".site-nav", ".site-footer"):
        assert not page.locator(gone).is_visible()
