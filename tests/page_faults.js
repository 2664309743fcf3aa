// What machines can tell of accessibility beside axe (BARS A2). Each function returns a list of words, one a fault.
window.pageFaults = {
  smallTargets() {
    const isSmall = (e) => {
      const boxes = [e, e.closest('label'), ...(e.labels || [])].filter(Boolean).map((b) => b.getBoundingClientRect());
      return !boxes.some((b) => b.width >= 43.9 && b.height >= 43.9);
    };
    const isShown = (e) => e.type !== 'hidden' && !e.closest('[hidden], .visually-hidden, .skip-link, .honeypot')
      && e.checkVisibility({ visibilityProperty: true });
    // A link inside a sentence is excepted (WCAG 2.5.5, SEAMS.md).
    const isInSentence = (e) => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
      && e.closest('p, li, dd, td')?.textContent.trim() !== e.textContent.trim();
    const words = (e) => (e.textContent || e.name || '').trim().slice(0, 40);
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((e) => isShown(e) && !isInSentence(e) && isSmall(e))
      .map((e) => `under 44 px: ${e.tagName} ${e.className} "${words(e)}"`);
  },
  ungrouped() {
    return [...document.querySelectorAll('input[type=radio], input[type=checkbox]')]
      .filter((e) => document.querySelectorAll(`input[name="${e.name}"]`).length > 1)
      .filter((e) => !e.closest('fieldset')?.querySelector('legend'))
      .map((e) => `group without a legend: ${e.name}`);
  },
  overflow() {
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wider > 0 ? [`${wider} px too wide at ${innerWidth} px`] : [];
  },
  clipped() {
    const isCut = (e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
    return [...document.querySelectorAll('main *')]
      .filter((e) => ['hidden', 'clip'].includes(getComputedStyle(e).overflow) && !e.closest('.visually-hidden'))
      .filter((e) => isCut(e) && e.textContent.trim())
      .map((e) => `clipped: ${e.tagName} ${e.className}`);
  },
  setSpacing() { // WCAG 1.4.12
    const wanted = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' };
    for (const e of document.querySelectorAll('body *')) {
      for (const [name, value] of Object.entries(wanted)) e.style.setProperty(name, value, 'important');
    }
  },
  moving() {
    return document.getAnimations().filter((a) => a.playState === 'running').map(() => 'something moves');
  },
  focused() { // [name, width of the ring, in view] of what has the focus; null at the end of the page
    const e = document.activeElement;
    if (e === document.body) return null;
    const styles = [e, e.closest('label'), ...(e.labels || [])].filter(Boolean).map((x) => getComputedStyle(x));
    const width = Math.max(...styles.map((s) => (s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth))));
    const b = e.getBoundingClientRect();
    const inView = b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth;
    return [`${e.tagName} ${(e.textContent || e.name || '').trim().slice(0, 40)}`, width, inView];
  },
};
window.runAxe = async (tags) => {
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] };
  const found = await axe.run(document, options);
  const brief = (r) => r.nodes.map((n) => `${r.id}: ${n.target.join(' ')} – ${(n.failureSummary || '').slice(0, 300)}`);
  return [found.violations.flatMap(brief), found.incomplete.flatMap(brief)];
};
