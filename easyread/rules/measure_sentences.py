"""`python -m easyread.rules.measure_sentences FOLDER`: how well hardness tells Easy Read from standard texts.

FOLDER holds `easyread_pairs/name_easy.txt` and `name_standard.txt`. What stands in `au_*` was never learned from, so
it is another country's publishers, held out whole; for the others the build kept what it measured without each pair.
"""

import sys
from itertools import product
from pathlib import Path
from statistics import mean

from . import hardness
from .measure import joined
from .splitter import sentences

PAIRS = "easyread_pairs"
HELD_OUT = "au_"
ENDS = (".", "!", "?")


def full_sentences(text):
    """The sentences of a text that end as sentences do, each once: no headings, addresses, lines of a form or of a
    list of contents. Returns a list of Sentence."""
    found = {
        one.text: one
        for one in sentences(text)
        if len(one.words) >= hardness.LEAST_WORDS
        and one.text.rstrip("\"'”’) ").endswith(ENDS)
        and "...." not in one.text
    }
    return list(found.values())


def documents(folder):
    """The documents in `folder` (Path), as a dict: name (str) to its sentences."""
    texts = {path.stem: path.read_text(encoding="utf-8").split("\n", 1)[1] for path in sorted(folder.glob("*.txt"))}
    return {name: full_sentences(joined(text)) for name, text in texts.items()}


def is_standard(name):
    """Whether the document of that `name` (str) is the standard one of its pair."""
    return name.endswith("_standard")


def auc(rated):
    """How often a standard text is rated harder than an easy one; 0.5 is chance. `rated`: (number, is standard)."""
    hard = [value for value, standard in rated if standard]
    easy = [value for value, standard in rated if not standard]
    wins = sum((above > below) + (above == below) / 2 for above, below in product(hard, easy))
    return wins / (len(hard) * len(easy))


def rate(found):
    """The hardness of each sentence of each document. `found`: dict of documents. Returns a dict of lists of int."""
    return {name: [hardness.of_sentence(one) for one in read] for name, read in found.items()}


def of_sentences(rated):
    """The AUC over all sentences of `rated` (dict name → list of int). Returns float."""
    return auc([(value, is_standard(name)) for name, values in rated.items() for value in values])


def of_documents(rated):
    """The AUC over whole documents, each the mean of its sentences. Returns float."""
    return auc([(mean(values), is_standard(name)) for name, values in rated.items()])


def limits(rated, rounds=300):
    """Between which numbers the AUC over sentences lies 19 times in 20, when other pairs had been drawn by chance."""
    from random import Random

    stems, chance = sorted({name.rsplit("_", 1)[0] for name in rated}), Random(1)
    drawn = []
    for _ in range(rounds):
        taken = [chance.choice(stems) for _ in stems]
        pairs = [(value, is_standard(n)) for s in taken for n in (f"{s}_easy", f"{s}_standard") for value in rated[n]]
        drawn.append(auc(pairs))
    drawn.sort()
    return drawn[int(rounds * 0.025)], drawn[int(rounds * 0.975)]


def main(folder):
    """Print the figures. `folder`: Path."""
    rated = rate(documents(folder / PAIRS))
    held_out = {name: values for name, values in rated.items() if name.startswith(HELD_OUT)}
    low, high = limits(held_out)
    count = sum(map(len, held_out.values()))
    print(f"never learned from: {len(held_out)} documents, {count} sentences")
    print(f"  sentences {of_sentences(held_out):.3f} ({low:.2f} to {high:.2f}), documents {of_documents(held_out):.3f}")
    for stem, value in hardness.weights()["left_out"].items():
        print(f"  {stem}, when it was left out: sentences {value:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
