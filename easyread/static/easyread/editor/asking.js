/* Asks the one engine, which is in Python, whenever the words of the form are not those it was asked about last. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const WAIT = 500;
  let timer, asked, going, last;

  const token = () => {
    const config = document.getElementById("wagtail-config");
    const field = document.querySelector("[name=csrfmiddlewaretoken]");
    return config ? JSON.parse(config.textContent).CSRF_TOKEN : field ? field.value : "";
  };

  const show = (inputs, told, texts = new Map(inputs.map((input) => [input, input.value]))) => {
    for (const input of inputs) {
      if (told.problems[input.name]) kit.show(input, texts.get(input), told.problems[input.name]);
    }
    kit.sumUp(told);
  };

  const ask = async () => {
    const inputs = kit.fields();
    const body = JSON.stringify({ fields: inputs.map(kit.asSent) });
    if (!inputs.length || !kit.told().address) return;
    if (body === asked) return last && last.body === body ? show(inputs, last.told) : undefined;
    if (going) going.abort();
    const mine = (going = new AbortController());
    asked = body;
    const texts = new Map(inputs.map((input) => [input, input.value]));
    try {
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token(), "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(kit.told().address, { method: "POST", headers, body, signal: mine.signal });
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      last = { body, told };
      show(inputs, told, texts);
    } catch (trouble) {
      if (trouble.name === "AbortError") return;
      asked = null; // ask again at the next change
      kit.cannotAsk();
    }
  };

  kit.plan = (wait = WAIT) => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
})();
