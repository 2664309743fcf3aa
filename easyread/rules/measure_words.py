"""`python -m easyread.rules.measure_words FOLDER`: how well the table of hard words agrees with people.

FOLDER holds the parts that the table was not learned from: `lcp_single_trial.tsv`, `lcp_multi_trial.tsv`, and
`word_complexity_lexicon.tsv`, of which the words whose SHA-256 is a multiple of 10 were held out. For development only.
"""

import sys
from hashlib import sha256
from pathlib import Path
from statistics import correlation, mean

from .difficulty import difficulty, is_known
from .two_words import of_pair


def in_context(path):
    """The words and ratings of one CompLex file (Path). Returns a list of (word or two words, rating 0 to 1)."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [(row[3], float(row[4])) for row in rows if len(row) == 5]


def rated_words(path):
    """The words and ratings of the lexicon's file (Path). Returns a list of (word, rating 1 to 6)."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], float(row[1])) for row in rows]


def is_held_out(word):
    """Whether a `word` (str) of the lexicon is in the tenth that nothing is learned from. Returns bool."""
    return int(sha256(word.lower().encode()).hexdigest(), 16) % 10 == 0


def hardness_of(words):
    """How hard one word or two words (str) are, as the check rates them. Returns float, without limits for two."""
    parts = words.split()
    return of_pair(*parts) if len(parts) == 2 else mean(map(difficulty, parts))


def two_words_mean(words):
    """The mean difficulty of the words in `words` (str): what they would be if each stood alone. Returns float."""
    return mean(map(difficulty, words.split()))


def agreement(rows, rated=hardness_of):
    """Pearson's correlation of our difficulty with people's ratings. `rows`: (words, rating). Returns float."""
    return correlation([rated(words) for words, _ in rows], [rating for _, rating in rows])


def held_out(folder):
    """The sets of `folder` (Path) that nothing was learned from: a dict, name to rows. The test part may be missing."""
    lexicon = [row for row in rated_words(folder / "word_complexity_lexicon.tsv") if is_held_out(row[0])]
    sets = {
        "CompLex trial, 1 word": in_context(folder / "lcp_single_trial.tsv"),
        "CompLex trial, 2 words": in_context(folder / "lcp_multi_trial.tsv"),
        "lexicon, held-out tenth": lexicon,
    }
    for count, kind in ((1, "single"), (2, "multi")):
        if (path := folder / f"lcp_{kind}_test.tsv").exists():
            sets[f"CompLex test, {count} word{'s'[: count - 1]}"] = in_context(path)
    return sets


def main(folder):
    """Print one line for each set that was held out. `folder`: Path."""
    for name, rows in held_out(folder).items():
        words = [word for words, _ in rows for word in words.split()]
        share = mean(is_known(word) for word in words)
        print(f"{name:24} {len(rows):5} rated, Pearson {agreement(rows):.3f}, {share:.1%} of words in the table")
        if "2 words" in name:
            print(f"{'':24} the mean of the two words alone: {agreement(rows, two_words_mean):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
