// A press that cannot reach the website is held: the page stays, with all that was typed in it (6.1).
// The browser's own page for "no connection" would lose the words, because our personal pages are never kept.
// It asks first only where something was typed. Without this script the press goes straight on, as it always did.
(() => {
  const told = document.querySelector('.held');
  if (!told) return;
  const PATIENCE = 10000; // milliseconds: then the connection is too bad for a press
  let asking = false;

  const hasTyped = (form) =>
    [...form.querySelectorAll('textarea, input[type=text], input:not([type])')].some((box) => box.value.trim());

  const reached = () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    return fetch(told.dataset.try, { method: 'HEAD', cache: 'no-store', signal: stop.signal })
      .then(() => true, () => false) // any answer at all means that a press gets there
      .finally(() => clearTimeout(timer));
  };

  const hold = (form) => {
    form.before(told);
    told.hidden = false;
    told.focus();
    told.scrollIntoView({ block: 'start' });
  };

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    const isUnsafe = event.submitter && event.submitter.value === 'not_safe'; // whoever is not safe never waits
    if (form.method !== 'post' || form.dataset.reached || isUnsafe || !hasTyped(form)) return;
    event.preventDefault();
    if (asking) return; // pressed twice
    asking = true;
    const there = await reached();
    asking = false;
    if (!there) return hold(form);
    form.dataset.reached = 'yes';
    form.requestSubmit(event.submitter);
    delete form.dataset.reached;
  });
})();
