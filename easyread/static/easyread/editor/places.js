/* Where a field stands among Wagtail's blocks, and what can be done there without a guess. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});

  // What a split makes of the rest: a part of the same kind, or an idea after it. What is not here is not split.
  const SAME = "same";
  const IDEA = "picture_and_words";
  const IN_STREAM = {
    picture_and_words: { words: SAME }, quote: { words: SAME }, question: { text: SAME },
    heading: { "": IDEA }, hard_word: { words: IDEA }, money: { words: IDEA }, counts: { words: IDEA }, who_to_ask: { words: IDEA },
  };
  const IN_LIST = {
    steps: { words: SAME }, options: { title: SAME, words: SAME }, choices: { text: SAME }, dates: { words: SAME },
    shares: { words: SAME }, counts: { words: SAME },
  };
  const POINTS = ["good_points", "bad_points"]; // each line is a part of its own

  const isSequence = (block) => block && Array.isArray(block.children) && block.sequenceContainer;
  const childOf = (sequence, input) => sequence.children.findIndex((child) => child.element.contains(input));

  // The innermost list of blocks in which the field's own part stands.
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

  // "…-options-0-value-title": the list is options, the key is title. A heading has no key.
  const keyOf = (name) => (/-value-(\w+)$/.exec(name) || ["", ""])[1];
  const listOf = (name) => (/-(\w+)-\d+-value(?:-\w+)?$/.exec(name) || [])[1];

  // Another site's part of words and a picture alone is parted like an idea.
  const isIdea = (child) => {
    const names = Object.keys(child.block.childBlocks || {});
    return names.includes("words") && names.every((name) => name === "words" || name === "picture");
  };

  const waysOf = ({ child }, input) => {
    const known = child.type ? IN_STREAM[child.type] : IN_LIST[listOf(input.name)];
    return known || (isIdea(child) ? { words: SAME } : {});
  };

  kit.placeOf = (input) => {
    for (const root of document.querySelectorAll("[id$='-root']")) {
      if (!isSequence(root.rootBlock) || !root.contains(input)) continue;
      const place = descend(root.rootBlock, input);
      if (!place) return null;
      const key = keyOf(input.name);
      const becomes = waysOf(place, input)[key];
      const accepts = (type) => type in (place.sequence.blockDef.childBlockDefsByName || {});
      return { ...place, key, becomes: becomes === IDEA && !accepts(IDEA) ? undefined : becomes, isPoint: POINTS.includes(key) };
    }
    return null;
  };

  // The field of a part with this name; a heading is its own field.
  kit.fieldIn = (child, key) => {
    const block = key ? (child.block.childBlocks || {})[key] : child.block;
    const inside = block && (block.element || block.container || child.element);
    if (!inside) return null;
    return inside.matches && inside.matches("textarea, input") ? inside : inside.querySelector("textarea[name], input[name]");
  };

  kit.isFull = ({ sequence }) => {
    const most = sequence.blockDef.meta.maxNum;
    return Boolean(most) && sequence.children.length >= most;
  };

  // What can be done where the cursor is: the names of the commands, in the order in which they are shown.
  kit.commandsAt = (place) => {
    if (place.isPoint) return ["split", "join", "up", "down"];
    return place.becomes ? ["split", "join", "up", "down"] : ["up", "down"];
  };
})();
