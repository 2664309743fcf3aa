"""A real browser for tests, and what machines can tell of accessibility (BARS A1, A2)."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = [(HERE / "vendor" / "axe.min.js").read_text(), (HERE / "page_faults.js").read_text()]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]  # a microphone that beeps
# What axe cannot decide by itself and a person has looked at: rule → why it is right.
REVIEWED = {}


def launch(playwright):
    """A headless Chromium of Debian's. `playwright`: a started sync_playwright. Returns its Browser."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)


def ask(page, name):
    """The answer of one function of page_faults.js, `name` (str), on the page shown."""
    page.wait_for_load_state()  # with its styles
    if not page.evaluate("() => !!window.pageFaults"):
        for script in SCRIPTS:
            page.add_script_tag(content=script)
    return page.evaluate(f"() => pageFaults.{name}()")


def findings(page):
    """What axe finds on the page shown (A1): a list of str, empty when there is nothing to mend."""
    ask(page, "overflow")  # puts the scripts in place
    violations, incomplete = page.evaluate("tags => runAxe(tags)", AXE_TAGS)
    return violations + [item for item in incomplete if item.split(":")[0] not in REVIEWED]


def faults(page):
    """What axe does not know (A2): small targets, groups without a legend, a page too wide. A list of str."""
    return ask(page, "smallTargets") + ask(page, "ungrouped") + ask(page, "overflow")


def faults_with_spacing(page):
    """What breaks under the text spacing of WCAG 1.4.12: a list of str."""
    ask(page, "setSpacing")
    return ask(page, "clipped") + ask(page, "overflow")


def moving(page):
    """What moves on the page shown: a list of str (L11, Q12)."""
    return ask(page, "moving")


def lost_focus(page, presses=60):
    """Walk the page by Tab; name each place whose focus cannot be seen: out of view, or a ring under 3 px (A2)."""
    found = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        seen = ask(page, "focused")
        if seen is None:
            break
        name, width, in_view = seen
        if width < 3 or not in_view:
            found.append(f"{name}: ring {width} px, in view: {in_view}")
    return found
