"""Learns how hard a sentence seems, writes sentence_weights.json, and says how well it does on pairs left out."""

import json
import sys
from pathlib import Path

import numpy as np
from sentence_texts import ours, parliament, scottish
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from easyread.rules.hardness import of_sentence
from easyread.rules.measure_sentences import auc, is_standard
from easyread.rules.tables import FOLDER
from easyread.rules.traits import traits

ROOT = Path(__file__).resolve().parents[2]
STRICT = 0.001  # chosen by what did best on pairs and texts left out of learning, never on the Australian ones
OURS = 2  # this project's Easy Read weighs as much as the two standard sets beside it


def rows_of(found):
    """The traits of each sentence in a list, as an array."""
    return np.array([traits(one) for one in found], dtype=float)


def learn(groups):
    """Learn a straight line from `groups`: (rows, is standard, weight). Returns a dict for JSON."""
    rows = np.vstack([rows for rows, _, _ in groups])
    labels = np.concatenate([np.full(len(rows), int(standard)) for rows, standard, _ in groups])
    weights = np.concatenate([np.full(len(rows), 1000 * weight / len(rows)) for rows, _, weight in groups])
    scale = StandardScaler().fit(rows)
    line = LogisticRegression(C=STRICT).fit(scale.transform(rows), labels, sample_weight=weights)
    slopes = line.coef_[0] / scale.scale_
    start = round(float(line.intercept_[0] - slopes @ scale.mean_), 4)
    return {"start": start, "weights": [round(float(slope), 5) for slope in slopes]}


def main(folder):
    """Write the weights. `folder`: Path of the ratings and of the pairs."""
    pairs = scottish(folder)
    easy, standard = ours(ROOT)
    others = [(rows_of(easy), False, OURS), (rows_of(standard), True, 1), (rows_of(parliament(folder)), True, 1)]
    documents = {name: rows_of(found) for name, found in pairs.items()}
    learned = learn([*of_pairs(documents), *others])
    learned["left_out"] = {stem: left_out(stem, documents, pairs, others) for stem in stems(documents)}
    (FOLDER / "sentence_weights.json").write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")
    print(f"{len(easy)} easy and {len(standard)} standard sentences of our own; left out: {learned['left_out']}")


def of_pairs(documents):
    """The rows of `documents` (dict) as groups to learn from."""
    return [(rows, is_standard(name), 1) for name, rows in documents.items()]


def stems(documents):
    """The names of the pairs among `documents` (dict), in order."""
    return sorted({name.rsplit("_", 1)[0] for name in documents})


def left_out(stem, documents, pairs, others):
    """How well sentences of the pair `stem` (str) are told apart by what was learned without it. Returns float."""
    kept = {name: rows for name, rows in documents.items() if not name.startswith(stem)}
    learned = learn([*of_pairs(kept), *others])
    names = [name for name in pairs if name.startswith(stem)]
    return round(auc([(of_sentence(one, learned), is_standard(name)) for name in names for one in pairs[name]]), 3)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
