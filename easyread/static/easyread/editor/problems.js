/* The list under a field: how bad, which words, why, and buttons that do something about it. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const state = new Map(); // input → { text, problems, offer, left }
  const NOTHING = { problems: [], offer: "", left: [] };
  const AT_FIRST = 4;

  const stateOf = (input) => state.get(input) || NOTHING;
  kit.problemsOf = (input) => stateOf(input).problems;
  kit.listOf = (input) => input.parentElement.querySelector(":scope > .easyread-problems");

  const newList = (input) => {
    const list = kit.make("div", { class: "easyread-problems staff", role: "group" });
    input.parentElement.append(list);
    return list;
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

  const draw = (input) => {
    const { problems, offer, left } = stateOf(input);
    kit.mark(input, problems);
    const isEmpty = !problems.length && !offer && !left.length;
    if (isEmpty && !kit.listOf(input)) return;
    const list = kit.listOf(input) || newList(input);
    const focused = list.contains(document.activeElement);
    const rows = problems.map((one) => kit.row(input, one));
    list.hidden = isEmpty;
    list.setAttribute("aria-label", `Easy Read: ${kit.labelOf(input)}`);
    list.replaceChildren(...(rows.length ? [kit.make("ul", {}, ...rows)] : []));
    const button = more(list, rows);
    if (button) list.append(button);
    if (offer) list.append(kit.offerRow(input, offer));
    if (left.length) list.append(kit.leftRow(input, left));
    if (focused) (list.querySelector("button") || input).focus();
  };

  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  kit.show = (input, text, told) => {
    if (input.value !== text) return; // somebody went on typing; the next answer is on its way
    const before = state.get(input);
    const now = {
      problems: told.problems[input.name] || [], offer: (told.offers || {})[input.name] || "",
      left: (told.left || []).filter((one) => one.name === input.name),
    };
    state.set(input, { text, ...now });
    if (before && isSame({ ...before, text }, { text, ...now })) return kit.mark(input, now.problems);
    draw(input);
    if (before && document.activeElement === input && before.problems.length !== now.problems.length) {
      kit.say(now.problems.length ? `${now.problems.length} to look at in ${kit.labelOf(input)}.` : "Nothing more to change here.");
    }
  };

  kit.typed = (input) => {
    const before = state.get(input);
    if (!before) return;
    const problems = kit.shifted(before.text, input.value, before.problems);
    state.set(input, { ...before, text: input.value, problems });
    if (isSame(problems, before.problems)) kit.mark(input, problems);
    else draw(input);
  };
})();
