"""Learning from the ratings: three plain models whose mean is taken, first for the lexicon, then for words in texts."""

import numpy as np
from features import features, lemma
from sklearn.ensemble import ExtraTreesRegressor, HistGradientBoostingRegressor
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

IN_TEXTS = 0.8  # how much of a word's difficulty is from CompLex; the rest is from the lexicon (docs/word-table.md)


class Mean:
    """The mean of a ridge, gradient boosting and extra trees."""

    def __init__(self):
        self.models = [
            make_pipeline(StandardScaler(), Ridge(3)),
            HistGradientBoostingRegressor(
                max_iter=250, learning_rate=0.04, min_samples_leaf=15, l2_regularization=1, random_state=0
            ),
            ExtraTreesRegressor(400, min_samples_leaf=3, max_features=0.5, n_jobs=2, random_state=0),
        ]

    def fit(self, rows, ratings):
        """Learn from `rows` (array, one word each) and their `ratings`. Returns itself."""
        for model in self.models:
            model.fit(rows, ratings)
        return self

    def predict(self, rows):
        """The mean of what the three say of each row, as an array of float."""
        return np.mean([model.predict(rows) for model in self.models], axis=0)


def difficulties(words, *, lexicon, contexts, vectors):
    """How hard each of `words` (list of str) is, as an array of float without a fixed scale; more is harder.

    `lexicon`, `contexts`: pairs of lists, words and ratings. What the lexicon says of a word, or would say, is a
    feature for the words in texts; the two are then put on one scale and added (IN_TEXTS). `vectors`: Vectors.
    """
    known = {word.lower(): rating for word, rating in zip(*lexicon, strict=True)}
    first = Mean().fit(rows_of(lexicon[0], vectors), lexicon[1])

    def both(these):
        rows = rows_of(these, vectors)
        guessed = first.predict(rows)
        rated = [known.get(w.lower(), known.get(lemma(w), g)) for w, g in zip(these, guessed, strict=True)]
        return np.column_stack([rows, rated, guessed])

    second = Mean().fit(both(contexts[0]), contexts[1])
    rows = both(words)
    return IN_TEXTS * scaled(second.predict(rows)) + (1 - IN_TEXTS) * scaled(rows[:, -2])


def rows_of(words, vectors):
    """The features of each word and its vector, as an array of float with one row a word."""
    return np.array([[*features(word), *vectors.of(word)] for word in words], dtype=float)


def scaled(values):
    """Values with mean 0 and spread 1."""
    return (values - values.mean()) / values.std()
