// Keys for who reads many words (docs/hearing.md). They work only inside an answer, so that no key does anything by
// mistake anywhere else (WCAG 2.1.4), and never while somebody types. Without JavaScript all the buttons are there.
(() => {
  const list = document.getElementById("answers");
  const told = document.getElementById("keys");
  if (!list || !list.querySelector("[data-key]")) return;
  const keys = ["J: next", "K: the one before"];
  for (const [key, does] of [
    ["y", "Y: may be shown"],
    ["l", "L: look or listen"],
    ["t", "T: take words out, or do not show"],
    ["w", "W: I am worried"],
  ])
    if (list.querySelector(`[data-key=${key}]`)) keys.push(does);
  const words = document.createElement("p");
  words.textContent = `You can use keys inside an answer. ${keys.join(" · ")}.`;
  told.append(words);
  told.hidden = false;

  const rows = () => [...list.children].filter((row) => row.matches("[tabindex]"));
  const move = (row, step) => {
    const all = rows();
    const next = all[all.indexOf(row) + step];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "start" });
  };
  const press = (row, key) => {
    const found = row.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!found) return false;
    if (found.matches("form")) found.requestSubmit();
    else found.click();
    return true;
  };
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("#answers > [tabindex]");
    const types = event.target.closest("input, textarea, select, video, audio, [contenteditable]");
    if (!row || types || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "j") move(row, 1);
    else if (key === "k") move(row, -1);
    else if (!press(row, key)) return;
    event.preventDefault();
  });
  // Back from a screen or a press: at the answer that comes next, or at the first when that one is on another page.
  if (location.hash.startsWith("#answer-")) (document.getElementById(location.hash.slice(1)) || rows()[0])?.focus();
})();
