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

  const post = async (address, body, signal) => {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token(), "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(address, { method: "POST", headers, body, signal });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const show = (inputs, told, texts = new Map(inputs.map((input) => [input, input.value]))) => {
    for (const input of inputs) {
      if (told.problems[input.name]) kit.show(input, texts.get(input), told);
    }
    kit.sumUp(told);
  };

  const ask = async () => {
    const inputs = kit.fields();
    const body = JSON.stringify({ fields: inputs.map(kit.asSent), alone: kit.told().alone });
    if (!inputs.length || !kit.told().address) return;
    if (body === asked) return last && last.body === body ? show(inputs, last.told) : undefined;
    if (going) going.abort();
    const mine = (going = new AbortController());
    asked = body;
    const texts = new Map(inputs.map((input) => [input, input.value]));
    try {
      const told = await post(kit.told().address, body, mine.signal);
      last = { body, told };
      show(inputs, told, texts);
    } catch (trouble) {
      if (trouble.name === "AbortError") return;
      asked = null; // ask again at the next change
      kit.cannotAsk();
    }
  };

  // A hint that was looked at stays away, for everybody, until its sentence changes; or it comes back.
  kit.leave = async (input, rows, again = false) => {
    try {
      await post(kit.told().leave, JSON.stringify({ rows, again }));
    } catch {
      return kit.say("This could not be kept now. Try again later.");
    }
    asked = null;
    input.focus();
    kit.say(again ? "You see it again." : "Left as it is. It comes back when the sentence changes.");
    kit.plan(0);
  };

  kit.plan = (wait = WAIT) => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
})();
