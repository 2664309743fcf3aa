/* Split a part in two at the cursor, join two, move one: by button and by keys. Uses Wagtail's own blocks. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const KEYS = { split: "Control+Enter", join: "Control+Shift+Enter", up: "Alt+ArrowUp", down: "Alt+ArrowDown" };
  const WORDS = {
    split: "Split here (Ctrl Enter)", join: "Join with the next (Ctrl Shift Enter)",
    up: "Move up (Alt ↑)", down: "Move down (Alt ↓)",
  };

  const isSequence = (block) => block && Array.isArray(block.children) && block.sequenceContainer;
  const childOf = (sequence, input) => sequence.children.findIndex((child) => child.element.contains(input));

  // The innermost list of blocks in which the field's own part can be moved.
  const descend = (sequence, input) => {
    const index = childOf(sequence, input);
    if (index < 0) return null;
    const inner = Object.values(sequence.children[index].block.childBlocks || {}).filter(isSequence);
    for (const one of inner) {
      const found = descend(one, input);
      if (found) return found;
    }
    return { sequence, index, child: sequence.children[index] };
  };

  const placeOf = (input) => {
    for (const root of document.querySelectorAll("[id$='-root']")) {
      if (isSequence(root.rootBlock) && root.contains(input)) return descend(root.rootBlock, input);
    }
    return null;
  };

  // Only a part of words and a picture can be parted without a guess: the picture stays with the first half.
  const isIdea = (child) => {
    const names = Object.keys(child.block.childBlocks || {});
    return names.includes("words") && names.every((name) => name === "words" || name === "picture");
  };
  const isSameKind = (one, other) => one.type === other.type && isIdea(other);
  const wordsIn = (child) => child.element.querySelector("textarea[name$='-value-words'], textarea[name$='-words']");
  const setWords = (input, words) => kit.write(input, 0, input.value.length, words);
  const newId = () => (window.crypto && crypto.randomUUID ? crypto.randomUUID() : undefined);

  const focusOn = (input, cursor) => {
    input.focus();
    input.setSelectionRange(cursor, cursor);
    input.scrollIntoView({ block: "center" });
  };
  const where = ({ sequence }, index) => `Part ${index + 1} of ${sequence.children.length}.`;

  const acts = {
    split(input, place) {
      if (!isIdea(place.child)) return "This part cannot be split.";
      const cut = input.selectionStart;
      const rest = input.value.slice(cut).trim();
      const state = place.child.block.getState();
      const value = { ...state, words: rest };
      if ("picture" in state) value.picture = null; // another idea needs another picture (P2)
      setWords(input, input.value.slice(0, cut).trim());
      const added = place.child.type
        ? place.sequence.insert({ type: place.child.type, value, id: newId() }, place.index + 1, { animate: false })
        : place.sequence.insert(value, place.index + 1, { animate: false, id: newId() });
      focusOn(wordsIn(added), 0);
      return `Split in two. ${where(place, place.index + 1)}`;
    },
    join(input, place) {
      const next = place.sequence.children[place.index + 1];
      if (!next || !isIdea(place.child) || !isSameKind(place.child, next)) return "There is no part like this one after it.";
      const mine = place.child.block.getState();
      const other = next.block.getState();
      if (mine.picture && other.picture) return "Both parts have a picture. Take one away first.";
      const before = input.value.trimEnd();
      const joined = [before, wordsIn(next).value.trim()].filter(Boolean).join("\n");
      if (!mine.picture && other.picture) place.child.block.childBlocks.picture.setState(other.picture);
      place.sequence.deleteBlock(place.index + 1, { animate: false });
      setWords(input, joined);
      focusOn(input, Math.min(before.length + 1, joined.length));
      return `Joined. ${where(place, place.index)}`;
    },
    up: (input, place) => move(input, place, -1),
    down: (input, place) => move(input, place, 1),
  };

  const move = (input, place, step) => {
    const to = place.index + step;
    if (to < 0 || to >= place.sequence.children.length) return step < 0 ? "This is the first part." : "This is the last part.";
    const cursor = input.selectionStart;
    place.sequence.moveBlock(place.index, to);
    focusOn(input, cursor);
    return `Moved. ${where(place, to)}`;
  };

  const act = (name, input) => {
    const place = placeOf(input);
    if (!place) return;
    kit.say(acts[name](input, place));
    kit.plan();
  };

  const tools = (input) => {
    if (input.parentElement.querySelector(":scope > .easyread-tools")) return;
    const place = placeOf(input);
    if (!place) return;
    const names = isIdea(place.child) ? ["split", "join", "up", "down"] : ["up", "down"];
    const button = (name) =>
      kit.make("button", { type: "button", class: "button button--plain", "aria-keyshortcuts": KEYS[name],
        onmousedown: (event) => event.preventDefault(), onclick: () => act(name, input) }, WORDS[name]);
    const row = kit.make("div", { class: "easyread-tools staff", role: "group", "aria-label": "This part" }, ...names.map(button));
    input.parentElement.classList.add("easyread-holder");
    input.parentElement.append(row);
  };

  const nameOf = (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && control && !event.altKey) return event.shiftKey ? "join" : "split";
    if (event.altKey && !control && !event.shiftKey) return { ArrowUp: "up", ArrowDown: "down" }[event.key];
    return null;
  };

  kit.startParts = () => {
    document.addEventListener("focusin", ({ target }) => {
      if (target.tagName === "TEXTAREA" && kit.isEasy(target)) tools(target);
    });
    document.addEventListener("keydown", (event) => {
      const name = nameOf(event);
      if (!name || event.target.tagName !== "TEXTAREA" || !kit.isEasy(event.target) || !placeOf(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      act(name, event.target);
    }, true);
  };
})();
