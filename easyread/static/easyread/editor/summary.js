/* How many, how long, and always what to do next: over the form, and in Wagtail's checks panel. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const LEVELS = [["error", "to change"], ["warning", "to change if you can"], ["hint", "to look at"]];
  const number = (count, one, many) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

  const levels = (told) =>
    kit.make("ul", { class: "easyread-counts" },
      ...LEVELS.map(([level, words]) =>
        kit.make("li", { class: `easyread-level easyread-level--${level}` }, `${told.levels[level]} ${words}`)));

  const next = (told, alone) => {
    const words = [
      kit.make("p", { class: "easyread-level" }, "Do this next:"),
      kit.make("p", { class: "easyread-next" }, told.next.words),
    ];
    if (!told.next.name) return words;
    const go = kit.make("button", { type: "button", class: alone ? "button button--plain" : "button", onclick: () => kit.goToName(told.next.name, told.next.start) },
      "Go there");
    const on = kit.make("button", { type: "button", class: "button button--plain", "aria-keyshortcuts": "F8", onclick: () => kit.next() },
      "Next problem (F8)");
    return [...words, kit.make("div", { class: "buttons" }, go, on)];
  };

  const lengths = ({ words, in_print, minutes }) =>
    kit.make("ul", { class: "easyread-lengths" },
      kit.make("li", {}, number(words, "word", "words")),
      kit.make("li", {}, in_print),
      kit.make("li", {}, `About ${number(minutes, "minute", "minutes")} to listen, at 120 words a minute`));

  // Before the first word there is nothing to count.
  const box = (told, alone, ...more) => {
    const isEmpty = !told.length.words && !told.next.name;
    const [top, end] = isEmpty ? [null, null] : [levels(told), lengths(told.length)];
    return kit.make("div", { class: "staff easyread-box" }, top, ...next(told, alone), end, ...more);
  };

  const links = () => {
    const found = kit.allProblems();
    const rows = found.slice(0, 50).map((one) =>
      kit.make("li", {},
        kit.make("button", { type: "button", class: "easyread-link", onclick: () => kit.goTo(one) },
          one.problem.text ? `“${one.problem.text.slice(0, 40)}”: ${one.problem.message}` : one.problem.message)));
    return rows.length ? kit.make("ol", { class: "easyread-links" }, ...rows) : null;
  };

  const places = () => [...document.querySelectorAll("[data-easyread-checks]")];

  // A form without the panel, such as an outcome, gets its box over its last buttons.
  const ownBar = () => {
    const first = kit.fields()[0];
    const rows = first && first.form ? [...first.form.querySelectorAll(":scope > .buttons, .panel > .buttons")] : [];
    if (!rows.length) return [];
    const bar = kit.make("div", { class: "easyread-bar", "data-easyread-alone": true });
    rows[rows.length - 1].before(bar);
    return [bar];
  };
  const bars = () => {
    const found = [...document.querySelectorAll("[data-easyread-writing], [data-easyread-alone]")];
    return found.length ? found : ownBar();
  };

  const fill = (place, ...inside) => {
    const focused = place.contains(document.activeElement) ? document.activeElement.textContent : null;
    place.replaceChildren(...inside.filter(Boolean));
    if (place.closest(".easyread-checks")) place.closest(".easyread-checks").hidden = false;
    const again = focused && [...place.querySelectorAll("button")].find((one) => one.textContent === focused);
    if (again) again.focus();
  };

  kit.sumUp = (told) => {
    const { alone } = kit.told();
    for (const bar of bars()) fill(bar, box(told, alone));
    for (const place of places()) fill(place, box(told, alone, links()));
  };

  kit.cannotAsk = () => {
    for (const bar of [...bars(), ...places()]) {
      fill(bar, kit.make("p", { class: "staff easyread-box" }, "The check does not answer now. Your words are still here. Go on writing and save."));
    }
  };
})();
