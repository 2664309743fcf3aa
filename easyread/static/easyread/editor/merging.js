/* One part out of two, with everything that both hold; or the reason why that would lose something. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const OWN = ["title", "word", "words", "text", "help", "good_points", "bad_points", "standard_text"]; // texts that add up
  const FRESH = ["pounds", "number", "poll", "opposite", "picture"]; // a new part never takes these over
  const NAMES = { day: "days", pounds: "numbers", number: "numbers", kind: "kinds", who: "people", picture: "pictures" };

  const isEmpty = (value) => value === null || value === undefined || value === "" || value === false;
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // The value of the second half: the rest of the words, what both have in common, and nothing else twice.
  kit.restOf = (place, rest, empty) => {
    const state = place.child.block.getState();
    if (typeof state !== "object" || state === null) return rest;
    const value = { ...empty };
    for (const key of Object.keys(state)) {
      if (OWN.includes(key) || FRESH.includes(key) || Array.isArray(state[key])) continue;
      value[key] = state[key];
    }
    return { ...value, [place.key]: rest };
  };

  const together = (child, key, one, other) => {
    const field = kit.fieldIn(child, key);
    const sign = field && field.tagName === "TEXTAREA" ? "\n" : " ";
    const joined = [one.trimEnd(), other.trim()].filter(Boolean).join(sign);
    const most = field && field.maxLength > 0 ? field.maxLength : Infinity;
    if (joined.length > most) throw new Error(`Together they are too long. At most ${most} letters fit.`);
    return joined;
  };

  // The state of one part that holds `one` and `other`. Throws an Error with the reason when something would be lost.
  kit.merged = (child, one, other) => {
    if (typeof one === "string") return together(child, "", one, typeof other === "string" ? other : other.words);
    const value = { ...one };
    for (const key of Object.keys(other)) {
      const [mine, theirs] = [one[key], other[key]];
      if (Array.isArray(mine)) value[key] = [...mine, ...(theirs || [])];
      else if (OWN.includes(key)) value[key] = together(child, key, mine || "", theirs || "");
      else if (isEmpty(theirs) || isSame(mine, theirs)) value[key] = mine === undefined ? null : mine;
      else if (isEmpty(mine) && key in one) value[key] = theirs;
      else throw new Error(key === "picture"
        ? "Both parts have a picture. Take one away first."
        : `Both parts have their own ${NAMES[key] || key}. Make them the same first.`);
    }
    return value;
  };
})();
