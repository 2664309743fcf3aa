/* Good and bad points: each line of the field is a point. Split at the cursor, join with the next, move up or down. Only
   words change, so that the browser's own undo takes it back. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});

  const around = (input) => {
    const lines = input.value.split("\n");
    let start = 0;
    let number = 0;
    while (start + lines[number].length < input.selectionStart) {
      start += lines[number].length + 1;
      number += 1;
    }
    return { lines, number, start, column: input.selectionStart - start };
  };
  const cursorAt = (input, place) => input.setSelectionRange(place, place);
  const where = (number, lines) => `Point ${number + 1} of ${lines.length}.`;

  const move = (step) => (input) => {
    const { lines, number, column } = around(input);
    const to = number + step;
    if (to < 0 || to >= lines.length) return step < 0 ? "This is the first point." : "This is the last point.";
    const [low, high] = [Math.min(number, to), Math.max(number, to)];
    const start = lines.slice(0, low).join("\n").length + (low ? 1 : 0);
    kit.write(input, start, start + lines[low].length + 1 + lines[high].length, `${lines[high]}\n${lines[low]}`);
    cursorAt(input, start + (step > 0 ? lines[high].length + 1 : 0) + column);
    return `Moved. ${where(to, lines)}`;
  };

  kit.points = {
    split(input) {
      const { lines, number, start, column } = around(input);
      const [first, rest] = [lines[number].slice(0, column).trimEnd(), lines[number].slice(column).trimStart()];
      kit.write(input, start, start + lines[number].length, `${first}\n${rest}`);
      cursorAt(input, start + first.length + 1);
      return `Split in two. ${where(number + 1, [...lines, ""])}`;
    },
    join(input) {
      const { lines, number, start } = around(input);
      if (number + 1 >= lines.length) return "This is the last point.";
      const [first, next] = [lines[number].trimEnd(), lines[number + 1].trim()];
      const both = start + lines[number].length + 1 + lines[number + 1].length;
      kit.write(input, start, both, [first, next].filter(Boolean).join(" "));
      cursorAt(input, start + first.length);
      return `Joined. ${where(number, lines.slice(1))}`;
    },
    up: move(-1),
    down: move(1),
  };
})();
