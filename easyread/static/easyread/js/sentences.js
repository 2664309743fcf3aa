// The sentences of a page, where each stands, and how the one that is being said is marked. For listen.js.
window.sentences = (() => {
  const LEFT_OUT = '[data-silent], [aria-hidden="true"], [hidden], .honeypot, script, style, select, textarea';
  const PRESSED = 'a[href], button, summary, label';
  const BLOCKS = 'p, li, h1, h2, h3, h4, legend, dt, dd, th, td, caption, figcaption, div, section';
  const splitter = window.Intl && Intl.Segmenter && new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  const marks = window.Highlight && CSS.highlights;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let marked = null;

  const isShown = (e) => (e.checkVisibility ? e.checkVisibility({ visibilityProperty: true }) : e.getClientRects().length);
  const textOf = (e) => e.textContent.replace(/\s+/g, ' ').trim();

  function unitOf(node) { // what is marked and pressed as one thing
    const press = node.parentElement.closest(PRESSED);
    const block = node.parentElement.closest(BLOCKS);
    if (!press || (block && press.contains(block) && press.tagName !== 'LABEL')) return block || node.parentElement;
    const isInSentence = press.tagName === 'A' && getComputedStyle(press).display === 'inline';
    return isInSentence && block && textOf(block) !== textOf(press) ? block : press;
  }

  function unitsIn(root) { // each thing with its pieces of text, in the order of the page
    const units = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest(LEFT_OUT) || !isShown(node.parentElement)) continue;
      const unit = unitOf(node);
      if (!units.has(unit)) units.set(unit, []);
      units.get(unit).push(node);
    }
    return units;
  }

  function split(text) {
    if (splitter) return [...splitter.segment(text)].map((part) => [part.index, part.segment]);
    return [...text.matchAll(/[^.!?]+(?:[.!?]+|$)\s*/g)].map((part) => [part.index, part[0]]);
  }

  // The sentences of an element: { unit: what it stands in, text, and where it is }.
  function sentencesIn(root) {
    const found = [];
    for (const [unit, nodes] of unitsIn(root)) {
      let text = '';
      const pieces = nodes.map((node) => {
        const isApart = text && getComputedStyle(node.parentElement).display !== 'inline' && node.parentElement !== unit;
        text += (isApart ? ' ' : '') + node.data.replace(/\s/g, ' ');
        return [text.length - node.data.length, node];
      });
      for (const [from, part] of split(text)) {
        if (part.trim()) found.push({ unit, pieces, from: from + part.search(/\S/), text: part.trim() });
      }
    }
    return found;
  }

  function rangeOf(sentence, from, to) {
    const range = document.createRange();
    const place = (at, isEnd) => {
      const piece = sentence.pieces.findLast(([start]) => start < at + !isEnd) || sentence.pieces[0];
      return [piece[1], Math.max(0, Math.min(at - piece[0], piece[1].length))];
    };
    range.setStart(...place(sentence.from + from, false));
    range.setEnd(...place(sentence.from + to, true));
    return range;
  }

  // Marks a sentence, or its part from-to; nothing takes every mark away.
  function mark(sentence, from, to) {
    if (!sentence) {
      if (marks) { marks.delete('spoken'); marks.delete('spoken-word'); }
      if (marked) marked.classList.remove('is-spoken');
      marked = null;
    } else if (from === undefined) {
      mark();
      if (!sentence.unit) return;
      if (marks) marks.set('spoken', new Highlight(rangeOf(sentence, 0, sentence.text.length)));
      if (marks && !sentence.unit.matches(PRESSED)) return;
      marked = sentence.unit;
      marked.classList.add('is-spoken');
    } else if (marks && sentence.unit && !isCalm) {
      marks.set('spoken-word', new Highlight(rangeOf(sentence, from, to)));
    }
  }

  // The sentence under the finger of a click, or undefined.
  function sentenceAt(event) {
    const unit = event.target.closest(BLOCKS);
    if (!unit || unit.closest(LEFT_OUT) || !document.getElementById('main').contains(unit)) return undefined;
    const all = sentencesIn(unit).filter((sentence) => sentence.unit === unit);
    const isUnder = (place) => event.clientX >= place.left && event.clientX <= place.right
      && event.clientY >= place.top && event.clientY <= place.bottom;
    return all.find((one) => [...rangeOf(one, 0, one.text.length).getClientRects()].some(isUnder)) || all[0];
  }

  return { in: sentencesIn, at: sentenceAt, mark };
})();
