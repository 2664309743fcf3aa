"""The sentences that the sentence model learns from. The Australian pairs are never among them: they are for measuring.

Easy: Scottish Government Easy Read (OGL 3.0) and this project's own Easy Read. Standard: the same documents, this
project's standard versions and official remits, and sentences of the European Parliament from CompLex (CC BY 4.0).
"""

import re
import tomllib

from easyread.rules.measure_sentences import PAIRS, documents, full_sentences

EASY = {"about", "good", "bad", "help", "intro", "plain", "reason", "summary", "text", "what", "why", "words"}
STANDARD = {"standard", "official"}
THEIRS = {"quotes", "voice", "contact", "answers", "voices", "workshops"}  # people's own words, and no texts
EUROPARL = 800  # sentences: about as many as the others together, so that none outweighs
TAGS = re.compile(r"<[^>]+>")


def scottish(folder):
    """The Scottish documents in `folder` (Path) as a dict: name (str) to sentences."""
    return {name: found for name, found in documents(folder / PAIRS).items() if name.startswith("scot_")}


def ours(root):
    """This project's own sentences below `root` (Path). Returns (easy, standard): two lists of Sentence."""
    found = {"easy": [], "standard": []}
    for path in sorted((root / "home" / "programme" / "data").rglob("*.toml")):
        if path.parent.name not in THEIRS:
            for kind, line in lines_in(tomllib.loads(path.read_text(encoding="utf-8"))):
                found[kind].append(line)
    return full_sentences("\n".join(found["easy"])), full_sentences("\n".join(found["standard"]))


def lines_in(value, name=""):
    """Each text below `value` (what a TOML file holds) with its kind, "easy" or "standard"."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in THEIRS:
                yield from lines_in(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from lines_in(inner, name)
    elif isinstance(value, str) and name in EASY | STANDARD:
        yield "easy" if name in EASY else "standard", TAGS.sub(" ", value)


def parliament(folder):
    """Sentences of the European Parliament: evenly taken from CompLex's training part, always the same ones."""
    rows = (line.split("\t") for line in (folder / "lcp_single_train.tsv").read_text(encoding="utf-8").splitlines())
    found = full_sentences("\n".join(dict.fromkeys(row[2] for row in rows if len(row) == 5 and row[1] == "europarl")))
    return found[:: max(1, len(found) // EUROPARL)][:EUROPARL]
