"""Learns how hard two words are together, writes pair_weights.json, and says how well it does on pairs left out."""

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from easyread.rules.difficulty import difficulty
from easyread.rules.measure_words import in_context, two_words_mean
from easyread.rules.tables import FOLDER
from easyread.rules.two_words import traits_of_pair

STRICT = 300  # chosen by what did best on training pairs left out, of 30, 100, 300 and 1,000
PARTS = 5
GROWN = {
    "n_estimators": 150,
    "learning_rate": 0.06,
    "max_depth": 3,
    "min_samples_leaf": 15,
    "max_features": 0.3,
    "subsample": 0.7,
}


def main(folder):
    """Write the weights. `folder`: Path of the ratings."""
    pairs, ratings = zip(*in_context(folder / "lcp_multi_train.tsv"), strict=True)
    rows, ratings = np.array([traits_of_pair(*words.split()) for words in pairs], dtype=float), np.array(ratings)
    scale = of_words(in_context(folder / "lcp_single_train.tsv"))
    learned = {**straight(line().fit(rows, ratings), scale), **grown(trees().fit(rows, ratings), scale)}
    means = [two_words_mean(words) for words in pairs]
    learned["left_out"] = left_out(rows, ratings, [words.lower() for words in pairs])
    learned["left_out"]["mean of two"] = round(float(np.corrcoef(means, ratings)[0, 1]), 3)
    (FOLDER / "pair_weights.json").write_text(json.dumps(learned) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs; left out: {learned['left_out']}")


def line():
    """A ridge over numbers with the same spread."""
    return make_pipeline(StandardScaler(), Ridge(STRICT))


def trees():
    """Small trees, each of which learns what those before it left over."""
    return GradientBoostingRegressor(**GROWN, random_state=0)


def of_words(rows):
    """How the ratings of single words (a list of word, rating) become levels of the table: (start, slope)."""
    levels = [difficulty(word) for word, _ in rows]
    line = LinearRegression().fit([[rating] for _, rating in rows], levels)
    return float(line.intercept_), float(line.coef_[0])


def straight(fitted, scale):
    """What the ridge learned, as one straight line on the scale of the table: a dict for JSON."""
    spread, ridge = fitted.steps[0][1], fitted.steps[1][1]
    slopes = ridge.coef_ / spread.scale_
    start = ridge.intercept_ - slopes @ spread.mean_
    return {
        "start": round(scale[0] + scale[1] * float(start), 4),
        "weights": [round(scale[1] * float(one), 5) for one in slopes],
    }


def grown(fitted, scale):
    """What the trees learned, on the scale of the table: a dict for JSON."""
    found = [branch(one.tree_, 0, scale[1] * fitted.learning_rate) for one in fitted.estimators_[:, 0]]
    return {"trees_start": round(scale[0] + scale[1] * float(fitted.init_.constant_.item()), 4), "trees": found}


def branch(tree, node, times):
    """A `tree` from its `node` (int) on: a number, or [which trait, up to how much left, left, right]."""
    if tree.children_left[node] < 0:
        return round(times * float(tree.value[node].item()), 3)
    sides = [branch(tree, side[node], times) for side in (tree.children_left, tree.children_right)]
    return [int(tree.feature[node]), round(float(tree.threshold[node]), 4), *sides]


def left_out(rows, ratings, phrases):
    """Pearson's correlation on pairs left out in turn, each way and together; no phrase is in two parts."""
    found = np.zeros((2, len(ratings)))
    for learn, ask in GroupKFold(PARTS, shuffle=True, random_state=0).split(rows, ratings, phrases):
        found[:, ask] = [one.fit(rows[learn], ratings[learn]).predict(rows[ask]) for one in (line(), trees())]
    named = {"line": found[0], "trees": found[1], "both": found.sum(axis=0)}
    return {name: round(float(np.corrcoef(one, ratings)[0, 1]), 3) for name, one in named.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
