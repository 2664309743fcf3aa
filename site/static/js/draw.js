// Drawing on the screen: with a finger, a pen, a mouse, the arrow keys or buttons. The drawing goes into the file field
// of a plain form, as a PNG (SEAMS.md, CSP). Nothing of it is kept in the browser.
(() => {
  const form = document.getElementById('draw');
  const pad = form && form.querySelector('canvas');
  const pen = pad && pad.getContext && pad.getContext('2d');
  if (!pen || !window.DataTransfer) return;
  document.querySelectorAll('.without-script').forEach((part) => { part.hidden = true; });
  form.hidden = false;

  const field = form.querySelector('input[type=file]');
  const told = form.querySelector('.draw-told');
  const down = form.querySelector('[data-pen]');
  const STEP = 24;
  const lines = [];
  const at = { x: pad.width / 2, y: pad.height / 2 };
  let colour = form.querySelector('[data-colour][aria-pressed=true]').dataset.colour;
  let width = Number(form.querySelector('[data-width][aria-pressed=true]').dataset.width);
  let line = null, byKeys = false, isReady = false;

  const say = (text) => { told.textContent = text; };
  const isDown = () => down.getAttribute('aria-pressed') === 'true';

  function paint(withMark) {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, pad.width, pad.height);
    pen.lineCap = pen.lineJoin = 'round';
    for (const { points, colour: ink, width: thick } of lines) {
      pen.strokeStyle = ink;
      pen.lineWidth = thick;
      pen.beginPath();
      pen.moveTo(points[0].x, points[0].y);
      points.forEach(({ x, y }) => pen.lineTo(x, y));
      if (points.length === 1) pen.lineTo(points[0].x + 0.1, points[0].y);
      pen.stroke();
    }
    if (withMark && byKeys) mark();
  }

  function mark() { // where the pen is, for those who draw with keys or buttons
    pen.lineWidth = 3;
    pen.strokeStyle = isDown() ? colour : '#22262f';
    pen.strokeRect(at.x - 12, at.y - 12, 24, 24);
  }

  const begin = (point) => { line = { points: [point], colour, width }; lines.push(line); };
  const place = (event) => {
    const box = pad.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * pad.width) / box.width, y: ((event.clientY - box.top) * pad.height) / box.height };
  };

  pad.addEventListener('pointerdown', (event) => {
    if (event.button || line) return; // a second finger draws nothing
    byKeys = false;
    pad.setPointerCapture(event.pointerId);
    begin(place(event));
    paint(true);
  });
  pad.addEventListener('pointermove', (event) => {
    if (byKeys || !line) return;
    line.points.push(place(event));
    paint(true);
  });
  ['pointerup', 'pointercancel'].forEach((name) => pad.addEventListener(name, () => { if (!byKeys) line = null; }));

  function step(x, y) {
    byKeys = true;
    at.x = Math.min(pad.width, Math.max(0, at.x + x * STEP));
    at.y = Math.min(pad.height, Math.max(0, at.y + y * STEP));
    if (isDown() && line) line.points.push({ ...at });
    paint(true);
  }

  function turnPen() {
    byKeys = true;
    const goesDown = !isDown();
    down.setAttribute('aria-pressed', String(goesDown));
    if (goesDown) begin({ ...at }); else line = null;
    say(goesDown ? 'The pen is down. It draws now.' : 'The pen is up.');
    paint(true);
  }

  const penUp = () => { if (isDown()) turnPen(); line = null; };
  const KEYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  pad.addEventListener('keydown', (event) => {
    if (KEYS[event.key]) step(...KEYS[event.key]);
    else if (event.key === ' ') turnPen();
    else return;
    event.preventDefault();
  });

  function pick(button, name) {
    form.querySelectorAll(`[data-${name}]`).forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
    if (isDown() && line) begin({ ...at }); // the same line goes on in another colour
  }

  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[type=button]');
    if (!button) return;
    if (button.dataset.colour) { colour = button.dataset.colour; pick(button, 'colour'); }
    else if (button.dataset.width) { width = Number(button.dataset.width); pick(button, 'width'); }
    else if (button.dataset.step) step(...button.dataset.step.split(',').map(Number));
    else if ('pen' in button.dataset) turnPen();
    else if (button.name === 'undo') { penUp(); lines.pop(); say(lines.length ? 'The last line is gone.' : 'The page is empty.'); }
    else if (button.name === 'clear') { penUp(); lines.length = 0; say('The page is empty.'); }
    paint(true);
  });

  form.addEventListener('submit', (event) => {
    if (isReady || (!lines.length && event.submitter && event.submitter.formNoValidate)) return; // Help keeps what is drawn
    event.preventDefault();
    if (!lines.length) { say('Draw something first. Then press Save.'); pad.focus(); return; }
    paint(false);
    pad.toBlob((blob) => {
      const files = new DataTransfer();
      files.items.add(new File([blob], 'drawing.png', { type: 'image/png' }));
      field.files = files.files;
      isReady = true;
      say('We are saving your drawing. Please wait.');
      form.requestSubmit(event.submitter);
    }, 'image/png');
  });
  window.addEventListener('pageshow', () => { isReady = false; });
  paint(false);
})();
