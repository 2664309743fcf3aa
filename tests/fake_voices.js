// A browser that speaks, for tests: a headless one has no voices. What it says goes to `tellTest` with where its mark is.
// What it should be like is put in place by tests/listening.py: { voices, late, holds }.
(() => {
  const wanted = WANTED;
  const speech = new EventTarget();
  let waiting = [], current = null, areThere = !wanted.late;
  const centre = () => {
    const isMarked = window.CSS && CSS.highlights && CSS.highlights.get('spoken');
    const place = isMarked ? [...isMarked][0] : document.querySelector('.is-spoken');
    const box = place && place.getBoundingClientRect();
    return box ? [box.left + box.width / 2, box.top + scrollY + box.height / 2] : null;
  };
  const next = () => {
    current = waiting.shift();
    if (!current) return;
    const mine = current;
    window.tellTest({ text: mine.text, lang: mine.lang, rate: mine.rate, voice: mine.voice && mine.voice.name, at: centre() });
    const second = mine.text.indexOf(' ') + 1;
    if (mine.onboundary) mine.onboundary({ name: 'word', charIndex: second });
    if (!wanted.holds) setTimeout(() => { if (mine === current) { mine.onend({}); current = null; next(); } }, 2);
  };
  Object.assign(speech, {
    getVoices: () => (areThere ? wanted.voices : []),
    speak(one) {
      if (!one.text) return;
      waiting.push(one);
      if (!current) next();
    },
    cancel() {
      const stopped = current;
      [waiting, current] = [[], null];
      if (!stopped) return;
      window.tellTest({ stopped: true });
      stopped.onerror({ error: 'canceled' });
    },
  });
  if (wanted.late) {
    setTimeout(() => { areThere = true; speech.dispatchEvent(new Event('voiceschanged')); }, wanted.late);
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  HTMLMediaElement.prototype.play = function play() {
    window.tellTest({ played: new URL(this.src).pathname, rate: this.playbackRate });
    setTimeout(() => this.dispatchEvent(new Event('ended')), 2);
    return Promise.resolve();
  };
  window.SpeechSynthesisUtterance = function Utterance(text) { this.text = text; };
})();
