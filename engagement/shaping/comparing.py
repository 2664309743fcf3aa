"""Two drafts side by side, sentence by sentence: what stayed, changed, came and went. Pure Python (docs/drafts.md)."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

KEPT, CHANGED, NEW, TAKEN_OUT, MOVED = "kept", "changed", "new", "taken_out", "moved"
ALIKE = 0.5  # two sentences that share half their words or more are one sentence that changed
TOLD = 2  # what somebody wrote down as before and after belongs together, however little it is alike
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Row:
    """One step of the comparison. `before` or `after` (str) is "" where there is no such sentence.

    `kind`: "kept", "changed", "new", "taken_out", or "moved": the same sentence stands elsewhere in the other draft.
    """

    kind: str
    before: str = ""
    after: str = ""

    @property
    def is_change(self):
        """Whether somebody must be named for it: the words of the draft are other words now."""
        return self.kind in (CHANGED, NEW, TAKEN_OUT)


def compare(before, after, told=()):
    """The two drafts as rows in which every sentence of both stands once, in its order.

    `before`, `after`: lists of str. `told`: pairs (before, after) of sentences that are known to belong together.
    Returns a list of Row.
    """
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    elsewhere = _elsewhere(before, after, steps)
    gone, come = elsewhere.copy(), elsewhere.copy()
    rows = []
    for step, start, end, new_start, new_end in steps:
        if step == "equal":
            rows += [Row(KEPT, words, words) for words in before[start:end]]
        else:
            old, new = _marked(before[start:end], gone), _marked(after[new_start:new_end], come)
            rows += _paired(old, new, set(told))
    return rows


def changed(before, after, told=()):
    """Those rows of `compare` for which somebody must be named, as a list of Row."""
    return [row for row in compare(before, after, told) if row.is_change]


def _elsewhere(before, after, steps):
    """How often each sentence was only moved: it stands in both drafts, at another place. A Counter."""
    gone, come = Counter(), Counter()
    for step, start, end, new_start, new_end in steps:
        if step != "equal":
            gone.update(before[start:end])
            come.update(after[new_start:new_end])
    return gone & come


def _marked(sentences, moved):
    """`sentences` as pairs (sentence, whether it was only moved); each one found is taken off `moved` (Counter)."""
    marked = []
    for words in sentences:
        is_moved = moved[words] > 0
        moved[words] -= is_moved
        marked.append((words, is_moved))
    return marked


def _paired(old, new, told):
    """The rows of a stretch that changed: sentences that belong together stand in one row. Lists as `_marked` gives."""
    rows, at, new_at = [], 0, 0
    for pair in [*_best_pairs(old, new, told), (len(old), len(new))]:
        rows += [_alone(words, "", moved) for words, moved in old[at : pair[0]]]
        rows += [_alone("", words, moved) for words, moved in new[new_at : pair[1]]]
        if pair != (len(old), len(new)):
            rows.append(Row(CHANGED, old[pair[0]][0], new[pair[1]][0]))
        at, new_at = pair[0] + 1, pair[1] + 1
    return rows


def _alone(before, after, moved):
    if moved:
        return Row(MOVED, before, after)
    return Row(TAKEN_OUT, before=before) if before else Row(NEW, after=after)


def _best_pairs(old, new, told):
    """Which sentences of a stretch belong together, without crossing: a list of (place in old, place in new)."""
    best = [[(0, ()) for _ in range(len(new) + 1)] for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            found = max(best[i + 1][j], best[i][j + 1], key=lambda one: one[0])
            score = _belong(old[i], new[j], told)
            if score and best[i + 1][j + 1][0] + score > found[0]:
                found = (best[i + 1][j + 1][0] + score, ((i, j), best[i + 1][j + 1][1]))
            best[i][j] = found
    return list(_chain(best[0][0][1]))


def _chain(pairs):
    while pairs:
        pair, pairs = pairs
        yield pair


def _belong(old, new, told):
    """How much two marked sentences belong together: 0 for not at all."""
    if old[1] or new[1]:
        return 0
    if (old[0], new[0]) in told:
        return TOLD
    alike = likeness(old[0], new[0])
    return alike if alike >= ALIKE else 0


def likeness(one, other):
    """How many of their words two sentences (str) share, from 0 to 1."""
    words, others = Counter(WORD.findall(one.lower())), Counter(WORD.findall(other.lower()))
    count = words.total() + others.total()
    return 2 * (words & others).total() / count if count else 0
