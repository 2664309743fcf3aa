/* The commands for parts as buttons under the words that somebody is in, and as keys. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const PART = {
    split: ["Split here", "Ctrl Enter"], join: ["Join with the next", "Ctrl Shift Enter"],
    up: ["Move up", "Alt ↑"], down: ["Move down", "Alt ↓"],
  };
  const POINT = { ...PART, split: ["Split this point", "Ctrl Enter"] };
  const BACK = ["Take it back", "Ctrl Z"];
  const rowOf = (input) => input.parentElement.querySelector(":scope > .easyread-tools");

  const button = ([words, short], keys, act) =>
    kit.make("button", { type: "button", class: "button button--plain", "aria-keyshortcuts": keys,
      onmousedown: (event) => event.preventDefault(), onclick: () => { act(); show(document.activeElement); } },
      words, kit.make("span", { class: "easyread-key", "aria-hidden": "true" }, short));

  const show = (input) => {
    if (!input || !input.matches("textarea, input") || !kit.isInPart(input)) return;
    const place = kit.placeOf(input);
    if (!place) return;
    const words = place.isPoint ? POINT : PART;
    const buttons = kit.commandsAt(place).map((name) => button(words[name], kit.partKeys[name], () => kit.act(name, input)));
    if (kit.canTakeBack()) buttons.push(button(BACK, "Control+Z", kit.takeBack));
    let row = rowOf(input);
    if (!row) {
      row = kit.make("div", { class: "easyread-tools staff", role: "group", "aria-label": `This part: ${kit.labelOf(input)}` });
      input.parentElement.classList.add("easyread-holder");
      if (kit.listOf(input)) kit.listOf(input).before(row);
      else input.parentElement.append(row);
    }
    row.replaceChildren(...buttons);
  };

  // The row of the field that somebody is in is shown. Nothing moves while a pointer is down: or the press would miss.
  const AFTER_CLICK = 50;
  let isDown = false;
  const settle = () => {
    if (isDown) return;
    const holder = document.activeElement && document.activeElement.closest(".easyread-holder");
    for (const row of document.querySelectorAll(".easyread-tools")) row.classList.toggle("easyread-tools--shown", row.parentElement === holder);
  };
  const press = (down) => () => {
    isDown = down;
    if (!down) setTimeout(settle, AFTER_CLICK);
  };

  const nameOf = (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && control && !event.altKey) return event.shiftKey ? "join" : "split";
    if (event.altKey && !control && !event.shiftKey) return { ArrowUp: "up", ArrowDown: "down" }[event.key];
    return null;
  };

  const undoes = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
    const key = event.key.toLowerCase();
    if (key === "z") return event.shiftKey ? kit.doAgain : kit.takeBack;
    return key === "y" && !event.shiftKey ? kit.doAgain : null;
  };

  kit.startParts = () => {
    document.addEventListener("focusin", ({ target }) => {
      show(target);
      settle();
    });
    document.addEventListener("pointerdown", press(true), true);
    document.addEventListener("pointerup", press(false), true);
    document.addEventListener("pointercancel", press(false), true);
    document.addEventListener("input", ({ target }) => {
      if (!target.matches || !target.matches("textarea, input")) return;
      const row = rowOf(target);
      if (row && row.querySelector("[aria-keyshortcuts='Control+Z']")) show(target); // words come first now
    });
    document.addEventListener("keydown", (event) => {
      const { target } = event;
      const back = undoes(event);
      const name = nameOf(event);
      if (!target.matches || !(back || name) || !kit.isInPart(target)) return;
      if (!(back ? back() : kit.act(name, target))) return;
      event.preventDefault();
      event.stopPropagation();
      kit.plan();
      show(document.activeElement);
    }, true);
  };
})();
