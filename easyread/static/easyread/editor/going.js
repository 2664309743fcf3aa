/* Going from problem to problem: F8, and the links of the checks panel. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});

  // A field in a closed panel, or on another tab, is opened first.
  const reveal = (input) => {
    for (let above = input.parentElement; above; above = above.parentElement) {
      if (above.matches("[role=tabpanel][hidden], .w-tabs__panel[hidden]")) {
        const tab = document.querySelector(`[role=tab][aria-controls="${above.id}"], [role=tab][href="#${above.id}"]`);
        if (tab) tab.click();
      } else if (above.matches("[data-panel] > [hidden], [data-panel] > .w-panel__content[hidden]")) {
        const toggle = above.parentElement.querySelector("[data-panel-toggle][aria-expanded=false]");
        if (toggle) toggle.click();
      }
    }
  };

  kit.allProblems = () =>
    kit.fields().flatMap((input) => kit.problemsOf(input).map((problem, number) => ({ input, problem, number })));

  const rowOf = ({ input, number }) => {
    const list = kit.listOf(input);
    return list ? list.querySelectorAll(".easyread-problem")[number] : undefined;
  };
  const isHere = (one) => Boolean(rowOf(one) && rowOf(one).contains(document.activeElement));

  const buttonOf = (one) => {
    const row = rowOf(one);
    if (row && row.hidden) kit.listOf(one.input).querySelector(".easyread-more").click();
    return row ? row.querySelector("button") : one.input;
  };

  // Wagtail opens a tab or a panel a moment after the press.
  const whenSeen = (element, act, times = 60) => {
    if (element.offsetParent || !times) act();
    else requestAnimationFrame(() => whenSeen(element, act, times - 1));
  };

  kit.goTo = (one) => {
    reveal(one.input);
    whenSeen(one.input, () => {
      const button = buttonOf(one);
      button.focus();
      button.scrollIntoView({ block: "center" });
    });
  };

  kit.goToName = (name, start) => {
    const found = kit.allProblems().find((one) => one.input.name === name && one.problem.start === start);
    if (found) kit.goTo(found);
  };

  kit.next = (step = 1) => {
    const found = kit.allProblems();
    if (!found.length) return kit.say("Nothing to change is left that the rules can see.");
    let here = found.findIndex(isHere);
    if (here < 0) {
      const follows = (one) =>
        document.activeElement.compareDocumentPosition(one.input) & Node.DOCUMENT_POSITION_FOLLOWING ||
        one.input === document.activeElement;
      const next = found.findIndex(follows);
      here = step > 0 ? (next < 0 ? 0 : next) - 1 : next < 0 ? 0 : next;
    }
    kit.goTo(found[(here + step + found.length) % found.length]);
  };
})();
