/* What one press can do about a problem: take better words, say what a hard word means, or leave it as it is. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const LEVELS = { error: "Change this", warning: "Change this if you can", hint: "Look at this" };
  const SHORT = 60;
  let count = 0;

  const cut = (words) => (words.length > SHORT ? `${words.slice(0, SHORT - 3)}…` : words);
  const inOneLine = (words) => words.replace(/\s*\n\s*/g, " ");

  // Typed as the person would type it, so that Ctrl+Z takes it back.
  kit.write = (input, start, end, words) => {
    input.focus();
    input.setSelectionRange(start, end);
    if (document.execCommand(words ? "insertText" : "delete", false, words)) return;
    input.setRangeText(words, start, end, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const take = (input, problem, words) => {
    kit.write(input, problem.start, problem.end, words);
    kit.say(`Now it says: ${words}`);
  };

  // The meaning stands in the next sentence (W2), on a line of its own where there are lines.
  const addMeaning = (input, { words, place }) => {
    const isLine = input.tagName === "INPUT";
    const rest = input.value.slice(place);
    const space = /^[ \t]*/.exec(rest)[0].length;
    const more = rest.length > space && rest[space] !== "\n";
    const said = isLine ? ` ${inOneLine(words)}${more ? " " : ""}` : `\n${words}${more ? "\n" : ""}`;
    kit.write(input, place, place + space, said);
    kit.say(`Added: ${inOneLine(words)}`);
  };

  const show = (input, problem) => {
    input.focus();
    input.setSelectionRange(problem.start, problem.end);
  };

  kit.press = (text, id, act, more = {}) =>
    kit.make("button", { type: "button", class: "button button--plain", "aria-describedby": id, onclick: act, ...more }, text);

  const buttonsFor = (input, problem, id) => {
    const { meaning, leave } = problem;
    const buttons = problem.suggestions.map((better) => kit.press(`Use: ${better}`, id, () => take(input, problem, better)));
    if (meaning) {
      buttons.push(kit.press(`Add: ${cut(inOneLine(meaning.words))}`, id, () => addMeaning(input, meaning)));
      if (problem.level === "error" && kit.canAddHardWord(input)) { // else the page has such a part, in another place
        buttons.push(kit.press("Add a “hard word” part", id, () => kit.addHardWord(input, meaning.word, meaning.words)));
      }
    }
    if (problem.end > problem.start) buttons.push(kit.press("Show the words", id, () => show(input, problem)));
    else buttons.push(kit.press("Go to this part", id, () => input.focus()));
    if (leave) buttons.push(kit.press("Leave it", id, () => kit.leave(input, [leave]), { class: "button button--quiet" }));
    return buttons;
  };

  kit.row = (input, problem) => {
    const id = `easyread-problem-${(count += 1)}`;
    const why = kit.make("p", { id, class: "easyread-why" },
      kit.make("span", { class: `easyread-level easyread-level--${problem.level}` }, `${LEVELS[problem.level]}.`),
      problem.text ? ` “${cut(problem.text)}”: ${problem.message}` : ` ${problem.message}`);
    return kit.make("li", { class: "easyread-problem" }, why,
      kit.make("div", { class: "buttons" }, ...buttonsFor(input, problem, id)));
  };

  // What the site's list says of a hard word, to be taken in the place of what stands there.
  kit.offerRow = (input, words) => {
    const id = `easyread-problem-${(count += 1)}`;
    const why = kit.make("p", { id, class: "easyread-why" },
      kit.make("span", { class: "easyread-level" }, "Our list knows this word."), ` It says: ${inOneLine(words)}`);
    const use = kit.press(input.value.trim() ? "Use these words instead" : "Use these words", id, () => {
      kit.write(input, 0, input.value.length, words);
      kit.say(`Now it says: ${words}`);
    });
    return kit.make("div", { class: "easyread-offer" }, why, kit.make("div", { class: "buttons" }, use));
  };

  kit.leftRow = (input, rows) => {
    const words = rows.length === 1 ? "1 thing here is left as it is." : `${rows.length} things here are left as they are.`;
    const again = kit.press("Look again", null, () => kit.leave(input, rows, true), { class: "button button--quiet" });
    return kit.make("div", { class: "easyread-left" }, kit.make("p", {}, words), kit.make("div", { class: "buttons" }, again));
  };
})();
