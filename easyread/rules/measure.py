"""`python -m easyread.rules.measure FOLDER`: the figures in docs/easy-read-check.md.

FOLDER holds pairs of files, `name_easy.txt` and `name_standard.txt`. For development only.
"""

import sys
import time
from bisect import bisect_right
from collections import Counter
from pathlib import Path

from .checking import check
from .problems import LEVELS
from .splitter import sentences

ENDS = (".", "!", "?", ":", ";")


def joined(text):
    """Text taken from a PDF with its broken lines put together again, one paragraph a line."""
    rows = []
    for row in (row.strip() for row in text.splitlines()):
        if rows and rows[-1] and row[:1].islower() and not rows[-1].endswith(ENDS):
            rows[-1] += " " + row
        else:
            rows.append(row)
    return "\n".join(rows)


def read(folder, ending):
    """The texts of one kind as one long text, without headings of fewer than 4 words."""
    names = sorted(Path(folder).glob(f"*_{ending}.txt"))
    text = "\n".join(joined(name.read_text(encoding="utf-8").split("\n", 1)[1]) for name in names)
    return "\n".join(one.text for one in sentences(text) if len(one.words) > 3)


def print_shares(kind, text):
    """How many in 100 sentences have an error, a warning, a hint, and each rule."""
    count = len(sentences(text))
    found = check(text)
    starts = [one.start for one in sentences(text)]
    print(f"\n{kind}: {count} sentences")
    for level in LEVELS:
        these = [one for one in found if one.level == level]
        with_one = len({bisect_right(starts, one.start) for one in these})
        print(f"  {level:8} in {with_one / count:6.1%} of sentences, {len(these) / count:.2f} a sentence")
    rules = Counter((one.rule, one.level) for one in found)
    for (rule, level), number in sorted(rules.items()):
        print(f"    {rule:20} {level:8} {number / count:.3f} a sentence")


def print_speed(text, rounds=5):
    """Words a second, and the slowest of 100 single sentences."""
    words = sum(len(one.words) for one in sentences(text))
    best = min(_seconds(check, text) for _ in range(rounds))
    split = min(_seconds(sentences, text) for _ in range(rounds))
    singles = sorted(_seconds(check, one.text) for one in sentences(text))
    slow = singles[int(len(singles) * 0.95)] * 1000
    print(
        f"\n{words} words: check {words / best:,.0f} words a second, "
        f"splitter alone {words / split:,.0f}; 1 sentence {slow:.2f} ms at the 95th percentile"
    )


def _seconds(function, text):
    start = time.perf_counter()
    function(text)
    return time.perf_counter() - start


def main(folder):
    easy, standard = read(folder, "easy"), read(folder, "standard")
    print_shares("Easy Read", easy)
    print_shares("standard", standard)
    print_speed(easy + "\n" + standard)


if __name__ == "__main__":
    main(sys.argv[1])
