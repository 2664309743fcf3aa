/* The list under a field: how bad, which words, why, and a button that writes the better words. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const state = new Map(); // input → { text, problems }
  const LEVELS = { error: "Change this", warning: "Change this if you can", hint: "Look at this" };
  const AT_FIRST = 4;
  let count = 0;

  kit.problemsOf = (input) => (state.get(input) || { problems: [] }).problems;

  const listOf = (input) => {
    const old = input.parentElement.querySelector(":scope > .easyread-problems");
    if (old) return old;
    const list = kit.make("div", { class: "easyread-problems staff", role: "group" });
    input.parentElement.append(list);
    return list;
  };

  // Typed as the person would type it, so that Ctrl+Z takes it back.
  kit.write = (input, start, end, words) => {
    input.focus();
    input.setSelectionRange(start, end);
    if (document.execCommand("insertText", false, words)) return;
    input.setRangeText(words, start, end, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const take = (input, problem, words) => {
    kit.write(input, problem.start, problem.end, words);
    kit.say(`Now it says: ${words}`);
  };

  const show = (input, problem) => {
    input.focus();
    input.setSelectionRange(problem.start, problem.end);
  };

  const row = (input, problem) => {
    const id = `easyread-problem-${(count += 1)}`;
    const words = problem.text.length > 60 ? `${problem.text.slice(0, 57)}…` : problem.text;
    const why = kit.make("p", { id, class: "easyread-why" },
      kit.make("span", { class: `easyread-level easyread-level--${problem.level}` }, `${LEVELS[problem.level]}.`),
      words ? ` “${words}”: ${problem.message}` : ` ${problem.message}`);
    const press = (text, act) =>
      kit.make("button", { type: "button", class: "button button--plain", "aria-describedby": id, onclick: act }, text);
    const buttons = problem.suggestions.map((better) => press(`Use: ${better}`, () => take(input, problem, better)));
    if (problem.end > problem.start) buttons.push(press("Show the words", () => show(input, problem)));
    else buttons.push(press("Go to this part", () => input.focus()));
    return kit.make("li", { class: "easyread-problem" }, why, kit.make("div", { class: "buttons" }, ...buttons));
  };

  const more = (list, rows) => {
    if (rows.length <= AT_FIRST) return null;
    for (const one of rows.slice(AT_FIRST)) one.hidden = true;
    const open = () => {
      for (const one of rows) one.hidden = false;
      list.querySelector(".easyread-more").remove();
      rows[AT_FIRST].querySelector("button").focus();
    };
    const words = `Show ${rows.length - AT_FIRST} more`;
    return kit.make("button", { type: "button", class: "button button--plain easyread-more", onclick: open }, words);
  };

  const draw = (input, problems) => {
    kit.mark(input, problems);
    if (!problems.length && !input.parentElement.querySelector(":scope > .easyread-problems")) return;
    const list = listOf(input);
    const focused = list.contains(document.activeElement);
    const rows = problems.map((one) => row(input, one));
    list.hidden = !rows.length;
    list.setAttribute("aria-label", `Easy Read: ${kit.labelOf(input)}`);
    list.replaceChildren(kit.make("ul", {}, ...rows));
    const button = more(list, rows);
    if (button) list.append(button);
    if (focused) (list.querySelector("button") || input).focus();
  };

  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  kit.show = (input, text, problems) => {
    if (input.value !== text) return; // somebody went on typing; the next answer is on its way
    const before = state.get(input);
    state.set(input, { text, problems });
    if (before && isSame(before.problems, problems)) return kit.mark(input, problems);
    draw(input, problems);
    if (before && document.activeElement === input && before.problems.length !== problems.length) {
      kit.say(problems.length ? `${problems.length} to look at in ${kit.labelOf(input)}.` : "Nothing more to change here.");
    }
  };

  kit.typed = (input) => {
    const before = state.get(input);
    if (!before) return;
    const problems = kit.shifted(before.text, input.value, before.problems);
    state.set(input, { text: input.value, problems });
    if (problems.length !== before.problems.length) draw(input, problems);
    else kit.mark(input, problems);
    if (!isSame(problems, before.problems)) draw(input, problems);
  };

  // A field in a closed panel, or on another tab, is opened first.
  const reveal = (input) => {
    for (let above = input.parentElement; above; above = above.parentElement) {
      if (above.matches("[role=tabpanel][hidden], .w-tabs__panel[hidden]")) {
        const tab = document.querySelector(`[role=tab][aria-controls="${above.id}"], [role=tab][href="#${above.id}"]`);
        if (tab) tab.click();
      } else if (above.matches("[data-panel] > [hidden], [data-panel] > .w-panel__content[hidden]")) {
        const toggle = above.parentElement.querySelector("[data-panel-toggle][aria-expanded=false]");
        if (toggle) toggle.click();
      }
    }
  };

  const all = () =>
    kit.fields().flatMap((input) => kit.problemsOf(input).map((problem, number) => ({ input, problem, number })));

  const isHere = ({ input, number }) => {
    const list = input.parentElement.querySelector(":scope > .easyread-problems");
    const rows = list ? [...list.querySelectorAll(".easyread-problem")] : [];
    return Boolean(rows[number] && rows[number].contains(document.activeElement));
  };

  const buttonOf = ({ input, number }) => {
    const list = input.parentElement.querySelector(":scope > .easyread-problems");
    const rows = list ? [...list.querySelectorAll(".easyread-problem")] : [];
    if (rows[number] && rows[number].hidden) list.querySelector(".easyread-more").click();
    return rows[number] ? rows[number].querySelector("button") : input;
  };

  // Wagtail opens a tab or a panel a moment after the press.
  const whenSeen = (element, act, times = 60) => {
    if (element.offsetParent || !times) act();
    else requestAnimationFrame(() => whenSeen(element, act, times - 1));
  };

  kit.goTo = (one) => {
    reveal(one.input);
    whenSeen(one.input, () => {
      const button = buttonOf(one);
      button.focus();
      button.scrollIntoView({ block: "center" });
    });
  };

  kit.goToName = (name, start) => {
    const found = all().find((one) => one.input.name === name && one.problem.start === start);
    if (found) kit.goTo(found);
  };

  kit.next = (step = 1) => {
    const found = all();
    if (!found.length) return kit.say("Nothing to change is left that the rules can see.");
    let here = found.findIndex(isHere);
    if (here < 0) {
      const follows = (one) =>
        document.activeElement.compareDocumentPosition(one.input) & Node.DOCUMENT_POSITION_FOLLOWING ||
        one.input === document.activeElement;
      const next = found.findIndex(follows);
      here = step > 0 ? (next < 0 ? 0 : next) - 1 : next < 0 ? 0 : next;
    }
    kit.goTo(found[(here + step + found.length) % found.length]);
  };
})();
