// Adds to the page of a picture or a sound: says at once that a file is too big, and records with the microphone.
// Without it the page is a plain form with a file field. What was recorded is stored by the same form (SEAMS.md, CSP).
(() => {
  const form = document.getElementById('give');
  if (!form) return;
  const field = form.querySelector('input[type=file]');
  field.addEventListener('change', () => {
    const isTooBig = field.files[0] && field.files[0].size > Number(form.dataset.most);
    field.setCustomValidity(isTooBig ? form.dataset.tooBig : '');
    if (isTooBig) field.reportValidity();
  });

  const box = form.querySelector('.recorder');
  if (!box || !navigator.mediaDevices || !window.MediaRecorder) return;
  const most = Number(form.dataset.recorder);
  const told = box.querySelector('.recorder-told');
  const shownTime = box.querySelector('.recorder-time');
  const press = (name) => box.querySelector(`[data-do=${name}]`);
  const words = {
    refused: 'We cannot use your microphone. You can choose a sound below. Or go back and type.',
    on: 'We are recording you now.',
    paused: 'We stopped for now. Press Go on recording when you are ready.',
    saving: 'We are saving your sound. Please wait.',
    ready: 'Your sound is ready. It goes with your question.',
    lost: 'We could not save your sound. Please press Save again.',
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
    press('pause').querySelector('span').textContent = state === 'paused' ? 'Go on recording' : 'Pause';
  };
  const tick = () => {
    if (recorder.state !== 'recording') return;
    seconds += 1;
    showTime();
    if (seconds >= most) stop();
  };

  async function record() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      say(words.refused);
      field.focus();
      return;
    }
    pieces = [];
    seconds = 0;
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 64000 });
    recorder.addEventListener('dataavailable', (event) => { if (event.data.size) pieces.push(event.data); });
    recorder.addEventListener('stop', save);
    recorder.start(1000);
    clock = setInterval(tick, 1000);
    show('recording');
    showTime();
    say(words.on);
    press('stop').focus();
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
