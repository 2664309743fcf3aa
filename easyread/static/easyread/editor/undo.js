/* Taking back what was done with parts: Ctrl+Z for a split, a join and a move, as for words. Words are the browser's own
   affair: ours comes first only while all is as it was right after the deed. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const done = [];
  const undone = [];
  const MOST = 50;

  const FILLED = "textarea[name], select[name], input[name]:not([type=hidden]), input[name$='-picture'], input[name$='-film']";

  // Everything that stands in the blocks now: a picture that was chosen since is not lost either.
  const wordsNow = () => {
    const inputs = [...document.querySelectorAll(FILLED)].filter((one) => one.closest("[id$='-root']") && !kit.isDeleted(one));
    return JSON.stringify(inputs.map((one) => (one.type === "checkbox" ? one.checked : one.value)));
  };
  const top = (pile) => {
    const one = pile[pile.length - 1];
    return one && one.at === wordsNow() ? one : null;
  };

  // `act` does it and gives back how to take it back: a function that gives back the field to go to.
  kit.deed = (act) => {
    const { back, told } = act();
    done.push({ back, act, at: wordsNow() });
    if (done.length > MOST) done.shift();
    undone.length = 0;
    return told;
  };

  kit.canTakeBack = () => Boolean(top(done));

  kit.takeBack = () => {
    const last = top(done);
    if (!last) return false;
    done.pop();
    const input = last.back();
    undone.push({ act: last.act, at: wordsNow() });
    if (input) input.focus();
    kit.say("Taken back.");
    return true;
  };

  kit.doAgain = () => {
    const last = top(undone);
    if (!last) return false;
    undone.pop();
    const { back, told } = last.act();
    done.push({ back, act: last.act, at: wordsNow() });
    kit.say(told);
    return true;
  };
})();
