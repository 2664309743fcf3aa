// Adds to the page of a picture, a sound or a film: says at once that a file is too big, records with the microphone or
// the camera, and tells when a film is ready. Without it the page is a plain form with a file field (SEAMS.md, CSP).
(() => {
  document.querySelectorAll('.with-script').forEach((part) => { part.hidden = false; });
  const waiting = document.getElementById('waiting');
  if (waiting) watch();
  const form = document.getElementById('give');
  if (!form) return;
  const field = form.querySelector('input[type=file]');
  field.addEventListener('change', () => {
    const isTooBig = field.files[0] && field.files[0].size > Number(form.dataset.most);
    field.setCustomValidity(isTooBig ? form.dataset.tooBig : '');
    if (isTooBig) field.reportValidity();
  });
  const saving = document.getElementById('saving');
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter.formNoValidate && !field.validity.valid) field.value = ''; // Help, Back: too big
    if (saving && field.files.length) saving.textContent = 'We are saving it. Please wait.';
  });

  function watch() { // says so when it is ready; nothing on the page moves by itself
    const clock = setInterval(async () => {
      const answer = await fetch(location.href).catch(() => null);
      if (!answer || !answer.ok || (await answer.text()).includes('id="waiting"')) return;
      clearInterval(clock);
      const told = document.createElement('p');
      told.textContent = waiting.dataset.ready;
      waiting.replaceChildren(told);
    }, 5000);
  }

  const box = form.querySelector('.recorder');
  if (!box || !navigator.mediaDevices || !window.MediaRecorder) return;
  const films = form.dataset.kind === 'film';
  const most = Number(form.dataset.recorder);
  const told = box.querySelector('.recorder-told');
  const shownTime = box.querySelector('.recorder-time');
  const view = box.querySelector('.recorder-view');
  const press = (name) => box.querySelector(`[data-do=${name}]`);
  const thing = films ? 'film' : 'sound';
  const words = {
    refused: form.dataset.refused || (films
      ? 'We cannot use your camera. You can choose a film below. Or go back and type.'
      : 'We cannot use your microphone. You can choose a sound below. Or go back and type.'),
    on: films ? 'We are filming you now.' : 'We are recording you now.',
    paused: `We stopped for now. Press Go on ${films ? 'filming' : 'recording'} when you are ready.`,
    saving: `We are saving your ${thing}. Please wait.`,
    ready: form.dataset.ready || `Your ${thing} is ready. It goes with your question.`,
    lost: `We could not save your ${thing}. Please press Save again.`,
    goOn: films ? 'Go on filming' : 'Go on recording',
  };
  let recorder = null, stream = null, pieces = [], seconds = 0, clock = null, take = null;
  box.hidden = false;

  const say = (text) => { told.textContent = text; };
  const showTime = () => {
    const minutes = Math.floor(seconds / 60);
    shownTime.textContent = `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  };
  const show = (state) => {
    press('record').hidden = state !== 'idle';
    press('pause').hidden = press('stop').hidden = state === 'idle';
    press('pause').querySelector('span').textContent = state === 'paused' ? words.goOn : 'Pause';
  };
  const tick = () => {
    if (recorder.state !== 'recording') return;
    seconds += 1;
    showTime();
    if (seconds >= most) stop();
  };

  async function listen() {
    if (!films) return navigator.mediaDevices.getUserMedia({ audio: true });
    const video = { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 25 } };
    try {
      return await navigator.mediaDevices.getUserMedia({ audio: true, video });
    } catch (problem) { // a camera without a microphone: people can sign
      if (problem.name !== 'NotFoundError') throw problem;
      return navigator.mediaDevices.getUserMedia({ video });
    }
  }

  async function record() {
    try {
      stream = await listen();
    } catch {
      say(words.refused);
      field.focus();
      return;
    }
    pieces = [];
    seconds = 0;
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 64000, videoBitsPerSecond: 1500000 });
    recorder.addEventListener('dataavailable', (event) => { if (event.data.size) pieces.push(event.data); });
    recorder.addEventListener('stop', save);
    recorder.start(1000);
    clock = setInterval(tick, 1000);
    show('recording');
    showTime();
    see(stream);
    say(words.on);
    press('stop').focus();
  }

  function see(what) { // people see how much of them is in the film
    if (!view) return;
    view.hidden = !what;
    view.srcObject = what;
    if (what) view.play().catch(() => {});
  }

  function pause() {
    const goesOn = recorder.state === 'paused';
    if (goesOn) recorder.resume(); else recorder.pause();
    show(goesOn ? 'recording' : 'paused');
    say(goesOn ? words.on : words.paused);
  }

  function stop() {
    if (recorder.state !== 'inactive') recorder.stop();
  }

  function save() {
    clearInterval(clock);
    see(null);
    stream.getTracks().forEach((track) => track.stop());
    take = new Blob(pieces, { type: recorder.mimeType });
    if (form.dataset.fills) fill(); else send();
  }

  function fill() { // a form with more in it: the take goes with the rest of it
    const files = new DataTransfer();
    files.items.add(new File([take], 'recording', { type: recorder.mimeType }));
    field.files = files.files;
    show('idle');
    say(words.ready);
    press('record').focus();
  }

  async function send() {
    say(words.saving);
    press('pause').hidden = true;
    press('stop').disabled = true;
    const data = new FormData();
    data.set('csrfmiddlewaretoken', form.querySelector('[name=csrfmiddlewaretoken]').value);
    data.set('go', 'save');
    data.set('file', take, 'recording');
    try {
      const answer = await fetch(location.href, { method: 'POST', body: data });
      if (!answer.ok) throw new Error('not kept');
      location.assign(answer.url);
    } catch { // the take stays here, so that pressing again sends it again
      say(words.lost);
      press('stop').disabled = false;
      press('stop').querySelector('span').textContent = 'Save';
    }
  }

  press('record').addEventListener('click', record);
  press('pause').addEventListener('click', pause);
  press('stop').addEventListener('click', () => (recorder.state === 'inactive' ? send() : stop()));
  window.addEventListener('pagehide', () => stream && stream.getTracks().forEach((track) => track.stop()));
})();
