/* Begins once the form is there, and goes on with what is added, moved or deleted later. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  if (kit.started) return;
  kit.started = true;

  const keys = (event) => {
    if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      kit.next(event.shiftKey ? -1 : 1);
    }
  };

  const begin = () => {
    if (!kit.told().address) return;
    document.addEventListener("input", (event) => {
      if (!kit.isEasy(event.target)) return;
      kit.typed(event.target);
      kit.plan();
    });
    document.addEventListener("change", () => kit.plan());
    document.addEventListener("click", () => kit.plan());
    document.addEventListener("keydown", keys);
    new MutationObserver((changes) => {
      const ours = ".easyread-problems, .easyread-layer, .easyread-tools, .easyread-bar, [data-easyread-checks]";
      if (changes.some(({ target }) => target.nodeType === 1 && !target.closest(ours))) kit.plan();
    }).observe(document.body, { childList: true, subtree: true });
    if (kit.startPasting) kit.startPasting();
    if (kit.startParts) kit.startParts();
    kit.plan(0);
  };

  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
})();
