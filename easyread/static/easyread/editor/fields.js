/* Which fields of a form hold Easy Read, and in which part each stands. Names come from easyread/wording.py. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const first = (name) => document.getElementsByName(name)[0];
  const places = () =>
    [...document.querySelectorAll("[data-easyread-writing]")].map((panel) => JSON.parse(panel.dataset.easyreadWriting));
  let told;

  kit.told = () => {
    told = told || places();
    const marked = document.querySelector("[data-easyread-address]");
    const data = marked ? marked.dataset : {};
    const { address, leave } = told[0] || { address: data.easyreadAddress, leave: data.easyreadLeave };
    return { address, leave, all: told, alone: !told.some((one) => one.streams.length) };
  };

  // "easy_read-3-value-options-0-value-title": the block is easy_read-3, the part ends at the last "-value".
  const partOf = (name) => (/^.+-value/.exec(name) || [name])[0];
  const keyOf = (name) => name.slice(partOf(name).length + 1);
  const blockOf = (name) => /^.+?-\d+(?=-value)/.exec(name);

  kit.kindOf = (name) => {
    const block = blockOf(name);
    const type = block && first(`${block[0]}-type`);
    return type ? type.value : "";
  };

  const inStream = (name, told) =>
    told.streams.some((stream) => name.startsWith(`${stream}-`) && /-\d+-value/.test(name)) &&
    !told.theirs.includes(kit.kindOf(name)) &&
    (keyOf(name) === "" || told.keys.includes(keyOf(name)));

  const isNamed = (name, told) =>
    told.fields.some((field) => {
      const [rows, column] = field.split(".");
      return column ? new RegExp(`^${rows}-\\d+-${column}$`).test(name) : name === field;
    });

  kit.isEasy = (input) => {
    if (!input.matches || !input.matches("textarea[name], input[type=text][name]")) return false;
    if (input.dataset.easyread) return true;
    return kit.told().all.some((told) => inStream(input.name, told) || isNamed(input.name, told));
  };

  // Words of people are not judged, but they stand in parts that can be split, joined and moved.
  kit.isInPart = (input) =>
    kit.isEasy(input) ||
    (Boolean(input.matches) && input.matches("textarea[name]") && kit.told().all.some((told) =>
      told.theirs.includes(kit.kindOf(input.name)) && inStream(input.name, { ...told, theirs: [] })));

  kit.isDeleted = (input) => {
    if (input.name.includes("__prefix__")) return true;
    for (const place of input.name.matchAll(/-\d+(?=-)/g)) {
      const row = input.name.slice(0, place.index + place[0].length);
      const flag = first(`${row}-deleted`) || first(`${row}-DELETE`);
      if (flag && (flag.type === "checkbox" ? flag.checked : flag.value)) return true;
    }
    return false;
  };

  kit.fields = () =>
    [...document.querySelectorAll("textarea[name], input[type=text][name]")].filter(
      (input) => kit.isEasy(input) && !kit.isDeleted(input),
    );

  const pictureOf = (name) => {
    const chooser = first(`${partOf(name)}-picture`);
    return chooser ? Boolean(chooser.value) : null;
  };

  kit.asSent = (input) => ({
    name: input.name,
    text: input.value,
    kind: input.dataset.easyread === "question" ? "question" : kit.kindOf(input.name),
    picture: pictureOf(input.name),
  });

  kit.labelOf = (input) => {
    const label = input.labels && input.labels[0];
    return label ? label.textContent.replace("*", "").trim() : input.getAttribute("aria-label") || "this field";
  };

  kit.make = (tag, values = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...inside.filter((child) => child !== null && child !== undefined));
    return element;
  };

  kit.say = (words) => {
    let status = document.getElementById("easyread-status");
    if (!status) {
      status = kit.make("p", { id: "easyread-status", role: "status", class: "easyread-hidden" });
      document.body.append(status);
    }
    status.textContent = words;
  };
})();
