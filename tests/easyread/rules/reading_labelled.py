"""Reads labelled/*.txt: sentences of our own for each rule, right and wrong, with the words that the rule should name.

A line: `+` should be found, with «the exact words»; `-` should not. `+?` and `-?` are known to come out wrong: they
are counted and told (docs/easy-read-check.md), not hidden. ¶ is a new line, or on a page a new part.
"""

from pathlib import Path
from typing import NamedTuple

from easyread.rules import Part, check, check_parts

FOLDER = Path(__file__).parent / "labelled"
OF_PAGES = ("unexplained_hard_word", "missing_picture")
OF_QUESTIONS = ("agree_question",)
GLOSSARY = ["advocate", "respite", "safeguarding", "capacity", "reviewing officer"]
KINDS = {"p": (True, "picture_and_words"), "n": (False, "picture_and_words")}
KINDS |= {"h": (True, "heading"), "w": (True, "hard_word")}


class Labelled(NamedTuple):
    """One labelled sentence: its rule, its mark ("+", "-", "+?", "-?"), and what was written."""

    rule: str
    mark: str
    written: str

    @property
    def text(self):
        return self.written.replace("«", "").replace("»", "").replace("¶", "\n")

    def expected(self):
        """The words that the rule should name, with where they start, as a list of (start, words)."""
        spans, plain = [], ""
        for piece in self.written.replace("¶", "\n").split("«"):
            inside, sign, after = piece.partition("»")
            if sign:
                spans.append((len(plain), inside))
            plain += inside + after
        return spans

    def is_right(self):
        """Whether the rule does with it what its label says."""
        return found_on_page(self) if self.rule in OF_PAGES else found_in(self) == self.expected()


def found_in(one):
    """The words that the rule of `one` (Labelled) names, in order of place, as a list of (start, words)."""
    problems = check(one.text, question=one.rule in OF_QUESTIONS)
    return [(p.start, p.text) for p in problems if p.rule == one.rule]


def found_on_page(one):
    """Whether the rule names exactly the marked words of each part of a page."""
    rows = [row.split(": ", 1) for row in one.written.split("¶")]
    parts, wanted = [], []
    for number, (kind, words) in enumerate(rows):
        picture, name = KINDS[kind]
        shown = words.replace(" = ", "\n") if kind == "w" else words
        wanted += [(number, *span) for span in Labelled("", "", shown).expected()]
        parts.append(Part(picture, shown.replace("«", "").replace("»", ""), name))
    found = check_parts(parts, glossary=GLOSSARY if one.rule == OF_PAGES[0] else ())
    return [(p.part, p.start, p.text) for p in found if p.rule == one.rule] == wanted


def labelled():
    """Every labelled sentence, as a list of Labelled."""
    return [
        Labelled(path.stem, *line.split(" ", 1))
        for path in sorted(FOLDER.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def figures():
    """How each rule does on its sentences: a dict rule → (wrong ones, of them found, right ones, of them let go)."""
    counts = {}
    for one in labelled():
        row = counts.setdefault(one.rule, [0, 0, 0, 0])
        at = 0 if one.mark.startswith("+") else 2
        row[at] += 1
        row[at + 1] += one.is_right()
    return {rule: tuple(row) for rule, row in counts.items()}
