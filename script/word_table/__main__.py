"""Makes the table of hard words, where its words stand, and the weights for words that are not in it.

Run by script/build_word_table.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from textwrap import fill

import numpy as np
from models import difficulties
from ratings import contexts, lexicon
from sklearn.linear_model import RidgeCV
from vectors import Vectors
from wordfreq import top_n_list, zipf_frequency

from easyread.rules.shapes import shape
from easyread.rules.tables import FOLDER
from easyread.rules.traits import SMALL
from easyread.rules.two_words import ONE

RAREST = 2.2  # Zipf: about 1 in 6 million words. What is rarer is guessed from its shape
RARE = 2.7
SMALL_FROM = 6  # 1 in 1,000 words
HARDEST = 99
A_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|a|i")
HEAD = """\
# How hard a word is: 0 to 99, then the words. Made by script/build_word_table; do not change by hand.
# Computed from CompLex (Shardlow, Cooper and Zampieri 2020, CC BY 4.0), the word complexity lexicon of Maddela and Xu
# (2018, MIT), wordfreq (Robyn Speer, data CC BY-SA 4.0), CEFR levels (cefrpy, MIT) and GloVe (Pennington, Socher and
# Manning 2014, PDDL 1.0).
# This table: CC BY-SA 4.0. What it can and cannot tell: docs/word-table.md.
"""


def vocabulary():
    """The words of the table: those that are used at all often, in small letters."""
    words = top_n_list("en", 200_000, wordlist="large")
    return [w for w in words if A_WORD.fullmatch(w) and zipf_frequency(w, "en", wordlist="large") >= RAREST]


def main(folder, vectors):
    """Write the three files into the folder of tables. `folder`: Path of the ratings; `vectors`: of GloVe's."""
    words, vectors = vocabulary(), Vectors(vectors)
    found = difficulties(words, lexicon=lexicon(folder), contexts=contexts(folder), vectors=vectors)
    levels = np.rint((found - found.min()) / (found.max() - found.min()) * HARDEST).astype(int)
    levels[[is_small(word) for word in words]] = 0
    by_level = defaultdict(list)
    for word, level in zip(words, levels, strict=True):
        by_level[level].append(word)
    rows = (row_of(level, by_level[level]) for level in sorted(by_level))
    (FOLDER / "word_table.txt").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    in_order = [word for level in sorted(by_level) for word in sorted(by_level[level])]
    (FOLDER / "word_places.bin").write_bytes(places(in_order, vectors))
    (FOLDER / "word_shapes.json").write_text(json.dumps(shapes(words, levels), indent=1) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


def is_small(word):
    """Whether a `word` (str) is a small one that everybody uses (a, of): nobody rated those, so none is learned."""
    return word in SMALL and zipf_frequency(word, "en") >= SMALL_FROM


def places(words, vectors):
    """Where each word stands among others: the file for easyread.rules.two_words, as bytes, one row a word."""
    rows = np.array([vectors.of(word) for word in words])
    return np.clip(np.rint(rows * ONE), -127, 127).astype(np.int8).tobytes()


def row_of(level, words):
    """One level of the table: the number, then its words in order, in lines that can be read."""
    return "\n".join(
        f"{level} {line}" for line in fill(" ".join(sorted(words)), 115, break_on_hyphens=False).split("\n")
    )


def shapes(words, levels):
    """What a rare word's shape says of its difficulty: the weights of a ridge, as a dict for JSON."""
    rare = [(w, level) for w, level in zip(words, levels, strict=True) if zipf_frequency(w, "en", "large") < RARE]
    model = RidgeCV().fit(np.array([shape(w) for w, _ in rare], dtype=float), [level for _, level in rare])
    return {"start": round(float(model.intercept_), 3), "weights": [round(float(w), 3) for w in model.coef_]}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
