"""A real browser for tests, and what machines can tell of accessibility (BARS A1, A2)."""

import shutil
from pathlib import Path

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
# What axe cannot decide by itself and a person has looked at: rule → why it is right.
REVIEWED = {}

RUN_AXE = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']});
  const brief = r => r.nodes.map(n => `${r.id}: ${n.target.join(' ')} – ${(n.failureSummary || '').slice(0, 300)}`);
  return [found.violations.flatMap(brief), found.incomplete.flatMap(brief)];
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(e => {
  if (e.type === 'hidden' || e.closest('[hidden]') || !e.checkVisibility({opacityProperty: false, visibilityProperty: true})) return false;
  if (e.closest('.visually-hidden, .skip-link, .honeypot')) return false;
  const inSentence = e.tagName === 'A' && getComputedStyle(e).display === 'inline'
    && e.closest('p, li, dd, td')?.textContent.trim() !== e.textContent.trim();
  if (inSentence) return false;
  const boxes = [e, e.closest('label'), ...(e.labels || [])].filter(Boolean).map(b => b.getBoundingClientRect());
  return !boxes.some(b => b.width >= 43.9 && b.height >= 43.9);
}).map(e => `${e.tagName} ${e.className} "${(e.textContent || e.name || '').trim().slice(0, 40)}" ${JSON.stringify(e.getBoundingClientRect())}`)"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACING = """() => { for (const e of document.querySelectorAll('body *')) {
  e.style.setProperty('line-height', '1.5', 'important'); e.style.setProperty('letter-spacing', '0.12em', 'important');
  e.style.setProperty('word-spacing', '0.16em', 'important'); } }"""
CLIPPED = """() => [...document.querySelectorAll('main *')].filter(e => {
  const s = getComputedStyle(e);
  return ['hidden', 'clip'].includes(s.overflow) && !e.closest('.visually-hidden')
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && e.textContent.trim();
}).map(e => e.tagName + ' ' + e.className)"""
MOVING = """() => document.getAnimations().filter(a => a.playState === 'running').length"""
UNGROUPED = """() => [...document.querySelectorAll('input[type=radio], input[type=checkbox]')]
  .filter(e => document.querySelectorAll(`input[name="${e.name}"]`).length > 1 && !e.closest('fieldset')?.querySelector('legend'))
  .map(e => e.name)"""


def launch(playwright):
    """A headless Chromium of Debian's. `playwright`: a started sync_playwright. Returns its Browser."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)


def findings(page):
    """What axe finds on the page shown (A1): a list of str, empty when there is nothing to mend."""
    page.add_script_tag(content=AXE) if not page.evaluate("() => !!window.axe") else None
    violations, incomplete = page.evaluate(RUN_AXE, AXE_TAGS)
    return violations + [item for item in incomplete if item.split(":")[0] not in REVIEWED]


def faults(page):
    """What axe does not know (A2): small targets, overflow, clipped text, groups without a legend. A list of str."""
    found = [f"under 44 px: {target}" for target in page.evaluate(SMALL_TARGETS)]
    found += [f"group without a legend: {name}" for name in page.evaluate(UNGROUPED)]
    found += overflow(page)
    return found


def overflow(page):
    """How far the page is wider than the window, as a list with one str, or empty."""
    wider = page.evaluate(OVERFLOW)
    return [f"{wider} px too wide at {page.viewport_size['width']} px"] if wider > 0 else []


def faults_with_spacing(page):
    """What breaks under the text spacing of WCAG 1.4.12: a list of str."""
    page.evaluate(SPACING)
    return [f"clipped: {name}" for name in page.evaluate(CLIPPED)] + overflow(page)


def lost_focus(page, presses=60):
    """Walk the page by Tab; name each place whose focus cannot be seen: out of view, or a ring under 3 px (A2)."""
    found = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const ring = [e, e.closest('label'), ...(e.labels || [])].filter(Boolean).map(x => getComputedStyle(x));
            const width = Math.max(...ring.map(s => s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth)));
            const b = e.getBoundingClientRect();
            const inView = b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth;
            return [e.tagName + ' ' + (e.textContent || e.name || '').trim().slice(0, 40), width, inView]; }"""
        )
        if seen is None:
            break
        name, width, in_view = seen
        if width < 3 or not in_view:
            found.append(f"{name}: ring {width} px, in view: {in_view}")
    return found
