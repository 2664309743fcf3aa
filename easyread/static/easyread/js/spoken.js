// How words are said aloud: dates, times, telephone numbers, money, codes and short forms as people say them in Britain.
// sayWell(text) gives { words, places }: what to say, and for each part [where in words, from, to in text].
window.sayWell = (() => {
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  const WORDS = { OK: 'okay', PIN: 'pin', SEND: 'send', SIM: 'sim', NICE: 'nice' };
  const apart = (text) => [...text].join(' ');
  const nth = (day) => `${day}${(day < 11 || day > 13) && ['', 'st', 'nd', 'rd'][day % 10] || 'th'}`;
  const on = (day, month) => `the ${nth(Number(day))} of ${month}`;
  const groups = (text) => text.replace(/\+44 ?/, '0').trim().split(/[ -]+/).map(apart).join(', ');
  const at = (hour, minutes, half) => {
    const past = Number(minutes) ? ` ${minutes < 10 ? `oh ${Number(minutes)}` : minutes}` : '';
    return `${Number(hour) % 12 || 12}${past} ${half ? apart(half.toLowerCase()) : hour < 12 ? 'a m' : 'p m'}`;
  };
  const pounds = (whole, pence, many) => {
    const sum = whole.replace(/,/g, '');
    return `${sum}${many || ''} pound${sum === '1' && !many ? '' : 's'}${pence ? ` ${pence}` : ''}`;
  };
  // Each: what is written, and what is said for it. The first that fits wins.
  const RULES = [
    [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/, (all) => all.replace('@', ' at ').replace(/\./g, ' dot ')],
    [/(?:https?:\/\/|www\.)[^\s,]*[^\s,.]/, (all) => all.replace(/^https?:\/\//, '').replace(/\./g, ' dot ')
      .replace(/\//g, ' slash ')],
    [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/, (all, day, month, year) => (MONTHS[month - 1]
      ? `${on(day, MONTHS[month - 1])} ${year}` : all)],
    [new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')})\\b`), (all, day, month) => on(day, month)],
    [/\b(\d{1,2})[:.](\d{2}) ?([aApP][mM])\b/, (all, hour, minutes, half) => at(hour, minutes, half)],
    [/\b(\d{1,2}) ?([aApP][mM])\b/, (all, hour, half) => at(hour, 0, half)],
    [/\b([01]?\d|2[0-3]):([0-5]\d)\b/, (all, hour, minutes) => at(hour, minutes)],
    [/£(\d[\d,]*)(?:\.(\d{2}))?( (?:thousand|million|billion))?\b/, (all, whole, pence, many) => pounds(whole, pence, many)],
    [/\b(\d+)p\b/, (all, pence) => `${pence} pence`],
    [/(?:\+44 ?|\b0)\d(?:[ -]?\d){8,9}\b/, groups],
    [/\b([Pp]hone|[Cc]all|[Rr]ing|[Dd]ial|[Tt]ext|to) (999|111|101|112|116 ?123)\b/, (all, verb, number) => `${verb} ${groups(number)}`],
    [/\b\d{1,3}(?:,\d{3})+\b/, (all) => all.replace(/,/g, '')],
    [/\b999\b|\b\d{4} \d{4}\b/, groups],
    [/\b([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})\b/, (all, out, inner) => `${apart(out)}, ${apart(inner)}`],
    [/\b([A-Z]{2,5})(s?)\b/, (all, capitals, many) => (WORDS[capitals] || apart(capitals)) + many],
    [/\be\.g\./, () => 'for example'],
    [/\bi\.e\./, () => 'that is'],
    [/\band\/or\b/, () => 'and or'],
    [/\b([A-Za-z]+)\/([A-Za-z]+)\b/, (all, one, other) => `${one} or ${other}`],
    [/\b(\d+)–(\d+)\b/, (all, low, high) => `${low} to ${high}`],
    [/&/, () => 'and'],
  ];
  const ANY = new RegExp(RULES.map(([rule]) => `(?:${rule.source})`).join('|'), 'g');
  const said = (written) => {
    for (const [rule, say] of RULES) {
      const found = rule.exec(written);
      if (found && found[0] === written) return say(...found);
    }
    return written;
  };
  return (text) => {
    const places = [];
    let words = '', done = 0;
    const add = (part, from, to) => { places.push([words.length, from, to]); words += part; };
    const plain = (to) => { // word for word, so that each can be marked while it is said
      for (const found of text.slice(done, to).matchAll(/\s*\S+\s*|\s+/g)) {
        add(found[0], done + found.index, done + found.index + found[0].length);
      }
    };
    for (const found of text.matchAll(ANY)) {
      plain(found.index);
      done = found.index + found[0].length;
      add(said(found[0]), found.index, done);
    }
    plain(text.length);
    return { words, places };
  };
})();
