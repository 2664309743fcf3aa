// The Listen button: reads the page sentence by sentence, and says what is touched (docs/listen.md). Nothing is ever said
// by itself, and no word leaves this device: only voices that are installed here are used, and people's own recordings.
(() => {
  const box = document.querySelector('.listen');
  if (!box) return;
  const speech = window.speechSynthesis;
  const button = box.querySelector('button');
  const player = new Audio();
  const KEPT = 'listening';
  const main = document.getElementById('main');
  const { mark, in: sentencesIn } = window.sentences;
  let voice = null, recordings = null, isOn = false, reading = 0, byKeyboard = false, group = null;
  const heard = new Set();

  // Saying it: a person's recording, or else the voice of this device.
  function findVoice() {
    const tag = (one) => one.lang.replace('_', '-').toLowerCase();
    const near = speech ? speech.getVoices().filter((one) => one.localService && /^en\b/.test(tag(one))) : [];
    const british = near.filter((one) => tag(one) === 'en-gb');
    return british.find((one) => one.default) || british[0] || near.find((one) => one.default) || near[0] || null;
  }

  async function fingerprint(text) { // easyread/listening/sentences.py makes the same
    const plain = text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain));
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function fetchRecordings() {
    try {
      const answer = await fetch(box.dataset.recordings);
      return window.crypto && crypto.subtle && answer.ok ? (await answer.json()).sentences : {};
    } catch {
      return {};
    }
  }

  async function recordingOf(sentence) {
    recordings ||= fetchRecordings();
    const all = await Promise.race([recordings, new Promise((go) => { setTimeout(go, 1000, {}); })]); // a slow line
    return Object.keys(all).length ? all[await fingerprint(sentence.text)] : undefined;
  }
  const rate = () => Number(getComputedStyle(document.documentElement).getPropertyValue('--listen-rate')) || 1;

  const play = (address) => new Promise((done) => {
    player.onended = () => done(true);
    player.onerror = player.onpause = () => done(player.ended);
    player.src = address;
    player.playbackRate = rate();
    player.play().catch(() => done(false));
  });

  const say = (sentence) => new Promise((done) => {
    const { words, places } = window.sayWell(sentence.text);
    const saying = new SpeechSynthesisUtterance(words);
    Object.assign(saying, { voice, lang: voice.lang, rate: rate(), onend: done, onerror: done });
    const mine = reading;
    saying.onboundary = (event) => {
      const place = places.findLast(([start]) => start <= event.charIndex);
      if (mine === reading && event.name !== 'sentence' && place) mark(sentence, place[1], place[2]);
    };
    Object.assign(window, { saying }); // some browsers forget what nothing holds, and then never say that it ended
    speech.speak(saying);
  });

  function show(isTalking) {
    for (const part of button.querySelectorAll('[data-when]')) {
      part.hidden = (part.dataset.when === 'talking') !== isTalking;
    }
    box.classList.toggle('is-on', isOn);
  }

  function hush() {
    reading += 1;
    mark();
    player.pause();
    if (speech) speech.cancel();
    show(false);
  }

  async function read(sentences, isWhole) {
    hush();
    const mine = reading;
    show(true);
    for (const sentence of sentences) {
      const address = await recordingOf(sentence);
      if (mine !== reading) return;
      mark(sentence);
      if (isWhole && sentence.unit) sentence.unit.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if (!(address && await play(address)) && voice && mine === reading) await say(sentence);
      if (mine !== reading) return;
      if (sentence.unit) heard.add(sentence.unit);
    }
    hush();
  }

  // Listening: on once somebody pressed Listen, over the pages of the same round in this tab, until they press Stop.
  const round = () => location.pathname.split('/answer/')[0].replace(/\/$/, '');
  const keep = (value) => {
    try {
      if (!value) sessionStorage.removeItem(KEPT);
      else if (/^\/(have-your-say\/.|tell-us)/.test(value)) sessionStorage.setItem(KEPT, value);
    } catch { /* no storage here: then Listen is pressed again on the next page */ }
  };
  const wasOn = () => {
    try {
      const kept = sessionStorage.getItem(KEPT);
      return Boolean(kept) && `${location.pathname}/`.startsWith(`${kept}/`);
    } catch {
      return false;
    }
  };

  document.addEventListener('submit', (event) => { // the next person at this tablet begins in silence (R5)
    if (/^(finish|clear|leave)$/.test(event.submitter && event.submitter.value)) keep('');
  });

  button.addEventListener('click', () => {
    const isTalking = button.querySelector('[data-when=quiet]').hidden;
    isOn = !isTalking;
    keep(isOn && round());
    if (isTalking) { hush(); return; }
    if (voice) speech.speak(new SpeechSynthesisUtterance('')); // phones let a page speak only from within a press
    read(sentencesIn(main), true);
  });

  const extra = (text) => ({ unit: null, pieces: [], from: 0, text });
  const stateOf = (field) => (field.checked ? extra('Chosen.') : extra('Not chosen.'));
  const nameOf = (e) => {
    if (e.getAttribute('aria-label')) return [extra(e.getAttribute('aria-label'))];
    return e.labels && e.labels.length ? [...e.labels].flatMap(sentencesIn) : sentencesIn(e);
  };
  const isHeard = (e) => heard.has(e) || [...heard].some((unit) => e.contains(unit) || (e.tagName === 'A' && unit.contains(e)));

  function touched(event) {
    const thing = event.target;
    if (!isOn || box.contains(thing)) return;
    const leads = thing.closest('a[href], button:not([type=button])'); // away from this page
    if (thing.matches('input[type=radio], input[type=checkbox]')) {
      read([...nameOf(thing), stateOf(thing)]);
    } else if (thing.matches('input, textarea, select')) {
      read(nameOf(thing));
    } else if (leads) {
      if (!event.detail || !leads.closest('.page-main') || isHeard(leads)) return;
      event.preventDefault(); // who cannot read hears what it is, before it does it
      event.stopPropagation();
      heard.add(leads);
      read([...nameOf(leads), extra('Press again to do this.')]);
    } else if (thing.closest('summary')) {
      read(nameOf(thing.closest('summary')));
    } else if (!thing.closest('label, button')) {
      const here = window.sentences.at(event);
      if (here) read([here]);
    }
  }

  function focused(event) { // by keyboard or switch alone: a finger is heard by `touched`
    if (!isOn || !byKeyboard || box.contains(event.target)) return;
    const field = event.target;
    const legend = field.closest('fieldset') && field.closest('fieldset').querySelector('legend');
    const isNew = legend && legend !== group;
    group = legend;
    heard.add(field);
    const name = field === main ? [] : nameOf(field);
    if (!name.length) return;
    read([...(isNew ? sentencesIn(legend) : []), ...name, ...(field.matches('input:checked') ? [stateOf(field)] : [])]);
  }

  document.addEventListener('click', touched, true);
  document.addEventListener('focusin', focused);
  document.addEventListener('pointerdown', () => { byKeyboard = false; }, true);
  document.addEventListener('keydown', (event) => {
    byKeyboard = true;
    if (event.key === 'Escape') hush();
  }, true);
  window.addEventListener('pagehide', hush);
  document.addEventListener('visibilitychange', () => { if (document.hidden) hush(); });

  // The button is there only when something can be heard. Voices often come late.
  function appear() {
    box.hidden = false;
    isOn = wasOn();
    show(false);
  }
  function look() {
    if (voice) return;
    voice = findVoice();
    if (voice && box.hidden) appear();
  }
  async function lookForRecordings() {
    for (const sentence of voice ? [] : sentencesIn(main)) {
      if (await recordingOf(sentence)) { appear(); return; }
    }
  }
  look();
  if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', look);
  for (const wait of [250, 1000]) setTimeout(look, wait);
  setTimeout(lookForRecordings, 2000);
})();
