/* Split a part in two at the cursor, join two, move one: by button and by keys. Uses Wagtail's own blocks. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const KEYS = { split: "Control+Enter", join: "Control+Shift+Enter", up: "Alt+ArrowUp", down: "Alt+ArrowDown" };
  const STILL = { animate: false };
  const IDEA = "picture_and_words";
  const NO_NEXT = "There is no part like this one after it.";

  const newId = () => (window.crypto && crypto.randomUUID ? crypto.randomUUID() : undefined);
  const put = (input, words) => {
    input.value = words; // no step of the browser's undo: a deed is taken back as a whole
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const focusOn = (input, cursor) => {
    if (!input) return;
    input.focus();
    if (cursor !== undefined) input.setSelectionRange(cursor, cursor);
    input.scrollIntoView({ block: "center" });
  };
  const where = (sequence, index) => `Part ${index + 1} of ${sequence.children.length}.`;
  const insert = (sequence, { type, value, id }, index) =>
    sequence.blockDef.childBlockDefsByName
      ? sequence.insert({ type, value, id }, index, STILL)
      : sequence.insert(value, index, { ...STILL, id });

  const emptyOf = (sequence, type) =>
    sequence.blockDef.childBlockDefsByName ? (sequence.blockDef.initialChildStates || {})[type] : sequence.blockDef.initialChildState;

  // Children are found again by their ids: taking back and doing again make new elements.
  const indexOf = (sequence, id) => sequence.children.findIndex((child) => child.id === id);
  const known = (child) => {
    if (!child.id) {
      child.id = newId();
      const input = document.getElementsByName(`${child.prefix}-id`)[0];
      if (input) input.value = child.id;
    }
    return child.id;
  };

  const setState = (child, before, state) => {
    if (typeof state === "string") return put(kit.fieldIn(child, ""), state);
    for (const [key, value] of Object.entries(state)) {
      if (JSON.stringify(before[key]) === JSON.stringify(value)) continue;
      const field = typeof value === "string" && kit.fieldIn(child, key);
      if (field && /^(?:TEXTAREA|INPUT)$/.test(field.tagName)) put(field, value);
      else child.block.childBlocks[key].setState(value);
    }
  };

  const split = (input, place) => {
    if (kit.isFull(place)) return `There are ${place.sequence.children.length} here. That is the most.`;
    const { sequence, key, becomes } = place;
    const id = known(place.child), [cut, whole, added] = [input.selectionStart, input.value, newId()];
    const [first, rest] = [whole.slice(0, cut).trim(), whole.slice(cut).trim()];
    const type = becomes === IDEA ? IDEA : place.child.type;
    const value = becomes === IDEA
      ? { ...emptyOf(sequence, IDEA), words: rest }
      : kit.restOf(place, rest, emptyOf(sequence, type));
    return kit.deed(() => {
      const index = indexOf(sequence, id);
      put(kit.fieldIn(sequence.children[index], key), first);
      const child = insert(sequence, { type, value, id: added }, index + 1);
      focusOn(kit.fieldIn(child, becomes === IDEA ? "words" : key), 0);
      const back = () => {
        sequence.deleteBlock(indexOf(sequence, added), STILL);
        const field = kit.fieldIn(sequence.children[indexOf(sequence, id)], key);
        put(field, whole);
        focusOn(field, cut);
        return field;
      };
      return { back, told: `Split in two. ${where(sequence, index + 1)}` };
    });
  };

  const canJoin = (place, next) =>
    next && (next.type === place.child.type ? place.becomes === "same" : place.becomes === IDEA && next.type === IDEA);

  const join = (input, place) => {
    const { sequence, key } = place;
    const next = sequence.children[place.index + 1];
    if (!canJoin(place, next)) return NO_NEXT;
    const [id, before, other] = [known(place.child), place.child.block.getState(), next.block.getState()];
    const gone = { type: next.type, value: other, id: known(next) };
    const end = input.value.trimEnd().length;
    if (typeof before === "string" && other.picture) return "The next part has a picture. A heading has none.";
    if (other.picture && !("picture" in Object(before)) && typeof before !== "string") return "The next part has a picture. This one can have none.";
    let state;
    try {
      state = kit.merged(place.child, before, other);
    } catch (reason) {
      return reason.message;
    }
    return kit.deed(() => {
      const index = indexOf(sequence, id);
      setState(sequence.children[index], before, state);
      sequence.deleteBlock(index + 1, STILL);
      const field = kit.fieldIn(sequence.children[index], key);
      focusOn(field, Math.min(end + 1, field.value.length));
      const back = () => {
        const place = indexOf(sequence, id);
        setState(sequence.children[place], state, before);
        insert(sequence, gone, place + 1);
        const again = kit.fieldIn(sequence.children[place], key);
        focusOn(again, end);
        return again;
      };
      return { back, told: `Joined. ${where(sequence, index)}` };
    });
  };

  const move = (step) => (input, place) => {
    const { sequence } = place;
    const to = place.index + step;
    if (to < 0 || to >= sequence.children.length) return step < 0 ? "This is the first part." : "This is the last part.";
    const [id, cursor] = [known(place.child), input.selectionStart];
    const by = (change) => {
      const index = indexOf(sequence, id);
      sequence.moveBlock(index, index + change);
      focusOn(input, cursor);
      return input;
    };
    return kit.deed(() => {
      by(step);
      return { back: () => by(-step), told: `Moved. ${where(sequence, to)}` };
    });
  };

  const acts = { split, join, up: move(-1), down: move(1) };

  kit.act = (name, input) => {
    const place = kit.placeOf(input);
    if (!place || !kit.commandsAt(place).includes(name)) return false;
    kit.say(place.isPoint ? kit.points[name](input) : acts[name](input, place));
    kit.plan();
    return true;
  };

  // A hard word in a part of its own, right after the part that uses it: bold where it is first used (W2).
  kit.canAddHardWord = (input) => {
    const place = kit.placeOf(input);
    return Boolean(place && place.child.type && place.sequence.blockDef.childBlockDefsByName.hard_word);
  };
  kit.addHardWord = (input, word, meaning) => {
    const { sequence, child } = kit.placeOf(input);
    const [id, added, value] = [known(child), newId(), { ...emptyOf(sequence, "hard_word"), word, words: meaning }];
    const told = kit.deed(() => {
      const index = indexOf(sequence, id);
      focusOn(kit.fieldIn(insert(sequence, { type: "hard_word", value, id: added }, index + 1), "word"));
      const back = () => {
        sequence.deleteBlock(indexOf(sequence, added), STILL);
        return input;
      };
      return { back, told: `A part says now what “${word}” means. ${where(sequence, index + 1)}` };
    });
    kit.say(told);
    kit.plan();
  };
  kit.partKeys = KEYS;
})();
