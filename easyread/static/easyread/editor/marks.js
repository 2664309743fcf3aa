/* Problems on the words themselves: a layer over a field, with the same letters, in which only the marks are seen. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const layers = new WeakMap();
  const SAME = [
    ..."borderTopWidth borderRightWidth borderBottomWidth borderLeftWidth paddingTop paddingRight paddingBottom".split(" "),
    ..."paddingLeft fontFamily fontSize fontWeight fontStyle lineHeight letterSpacing wordSpacing textAlign".split(" "),
    ..."textIndent direction boxSizing tabSize".split(" "),
  ];

  const fit = (input, layer) => {
    const style = getComputedStyle(input);
    for (const name of SAME) layer.style[name] = style[name];
    layer.style.left = `${input.offsetLeft}px`;
    layer.style.top = `${input.offsetTop}px`;
    layer.style.width = `${input.offsetWidth}px`;
    layer.style.height = `${input.offsetHeight}px`;
    if (input.tagName === "INPUT") layer.style.lineHeight = `${input.clientHeight - parseFloat(style.paddingTop) * 2}px`;
    layer.scrollTop = input.scrollTop;
    layer.scrollLeft = input.scrollLeft;
  };

  const layerOf = (input) => {
    if (layers.has(input)) return layers.get(input);
    const line = input.tagName === "INPUT" ? " easyread-layer--line" : "";
    const layer = kit.make("div", { class: `easyread-layer${line}`, "aria-hidden": "true" });
    input.parentElement.classList.add("easyread-holder");
    input.after(layer);
    input.addEventListener("scroll", () => fit(input, layer));
    new ResizeObserver(() => fit(input, layer)).observe(input);
    layers.set(input, layer);
    return layer;
  };

  // Marks may overlap: each letter belongs to the mark of the highest level that holds it.
  const RANK = { error: 3, warning: 2, hint: 1 };
  const pieces = (text, problems) => {
    const cuts = new Set([0, text.length]);
    for (const one of problems) cuts.add(one.start).add(one.end);
    const places = [...cuts].filter((place) => place <= text.length).sort((a, b) => a - b);
    return places.slice(0, -1).map((start, number) => {
      const end = places[number + 1];
      const on = problems.filter((one) => one.start <= start && end <= one.end);
      on.sort((a, b) => RANK[b.level] - RANK[a.level]);
      return { text: text.slice(start, end), level: on.length ? on[0].level : null };
    });
  };

  kit.mark = (input, problems) => {
    const shown = problems.filter((one) => one.end > one.start);
    if (!shown.length && !layers.has(input)) return;
    const layer = layerOf(input);
    layer.replaceChildren(
      ...pieces(input.value, shown).map(({ text, level }) =>
        level ? kit.make("mark", { class: `easyread-mark easyread-mark--${level}` }, text) : text,
      ),
      "\u200b",
    );
    fit(input, layer);
  };

  // While somebody types, marks before and after the change stay where they belong; those in it go.
  kit.shifted = (before, after, problems) => {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const grown = after.length - before.length;
    return problems
      .filter((one) => one.end === one.start || one.end <= head || one.start >= before.length - tail)
      .map((one) =>
        one.end > one.start && one.start >= before.length - tail
          ? { ...one, start: one.start + grown, end: one.end + grown }
          : one,
      );
  };
})();
