"""What the rules find in the fields of a form. Only what changed is looked at: what was found in a text is kept."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from wagtail import hooks

from ..lists import site_lists
from ..rules import ERROR, HINT, WARNING, Part, Problem, check
from ..rules.lists import unexplained
from ..rules.parts import missing_picture, unexplained_hard_word
from ..rules.reader import speaks_to_reader
from ..rules.splitter import sentences
from ..rules.words import two_words_one_thing
from .fields import blocks_of, parts_of

FIRST = {ERROR: 0, WARNING: 1, HINT: 2}
HOOK = "easyread_problems_of_part"  # (kind, texts): yields (name, Problem); see docs/writing.md
HAVE_A_SIGN = frozenset(["dates", "money", "who_to_ask", "video"])  # shown with a sign of their own without a picture
OF_ALL = "S5"  # how many sentences speak to the reader: only a whole text shows it
KEPT = 4_000  # texts whose problems are kept in a process


class Found(NamedTuple):
    """A problem in one field of a form."""

    name: str
    problem: Problem


def find(fields, lists=None):
    """Everything hard to read in `fields` (list of Field), in their order. `lists`: Lists of the site, asked for when
    not given. Returns a list of Found."""
    explained, lists = frozenset(hard_words_in(fields)), lists or site_lists()
    known = explained.union(word for word, _ in lists.glossary)  # whether these are explained, only the page shows
    found = [
        Found(field.name, problem)
        for field in fields
        for problem in problems_in(field.text, known, field.is_question, lists)
    ]
    parts = parts_of(fields)
    found += [*of_page(parts, explained), *all_through(fields, lists, explained), *of_other_rooms(fields)]
    place = {field.name: number for number, field in enumerate(fields)}
    once = {(one.name, one.problem): one for one in found if one.name in place}
    return sorted(once.values(), key=lambda one: (place[one.name], one.problem.start, one.problem.end))


@lru_cache(maxsize=KEPT)
def problems_in(text, known, question, lists):
    """The problems of one `text` (str). `known`: frozenset of hard words; `question`: bool; `lists`: Lists of the site.

    Returns a tuple of Problem.
    """
    found = check(text, glossary=known, question=question, lists=lists)
    return tuple(problem for problem in found if problem.id != OF_ALL)


def hard_words_in(fields):
    """The hard words that `fields` (list of Field) explain, as a list of str."""
    return [field.text.strip() for field in fields if field.kind == "hard_word" and field.key == "word" and field.text]


def of_page(parts, explained):
    """What only the whole page shows: a part without a picture (P1), a hard word that nothing explains (W2)."""
    blocks = [part for part in parts if part[0].kind]
    as_parts = [as_part(part) for part in blocks]
    for problem in [*missing_picture(as_parts), *unexplained_hard_word(as_parts, sorted(explained))]:
        part = blocks[problem.part]
        if problem.rule == "missing_picture":
            yield Found(part[0].name, replace(problem, start=0, end=0, text="", part=None))
        elif placed := in_field(problem, part):
            yield placed


def all_through(fields, lists, explained):
    """What only all `fields` (list of Field) together show: hard words of the site's list that nothing explains (W2),
    two words for one thing (W3), and whether the text speaks to the reader (S5)."""
    read = sentences("\n".join(field.text for field in fields))
    whole = [*unexplained(read, lists, explained), *two_words_one_thing(read, lists), *speaks_to_reader(read)]
    for problem in whole:
        if placed := in_field(problem, fields):
            yield placed


def as_part(part):
    """A part of a form (list of Field) as the rules take it: its texts in order, a line each. Returns a Part."""
    words = "\n".join(field.text for field in part)
    has_picture = part[0].picture is not False or part[0].kind in HAVE_A_SIGN
    return Part(picture=has_picture, words=words, kind=part[0].kind)


def in_field(problem, part):
    """The `problem` (Problem) of a whole `part` (list of Field), in the field it stands in. Returns a Found or None."""
    start = 0
    for field in part:
        if start <= problem.start and problem.end <= start + len(field.text):
            return Found(field.name, replace(problem, start=problem.start - start, end=problem.end - start, part=None))
        start += len(field.text) + 1
    return None


def of_other_rooms(fields):
    """What other rooms find in their own blocks, such as a question that asks two things (Q3, S8)."""
    asked = hooks.get_hooks(HOOK)
    for block in blocks_of(fields) if asked else []:
        names, texts = names_and_texts(block)
        for give in asked:
            for name, problem in give(block[0].kind, texts):
                if name in names:
                    yield Found(names[name], problem)


def names_and_texts(block):
    """The texts of a `block` (list of Field) by their short names, those of a list together (dict), and the names of
    their fields: "text", "choices-0" … (dict)."""
    names, texts = {}, {}
    for field in block:
        if field.in_list:
            rows = texts.setdefault(field.in_list, [])
            names[f"{field.in_list}-{len(rows)}"] = field.name
            rows.append(field.text)
        elif field.part == field.block:
            names[field.key], texts[field.key] = field.name, field.text
    return names, texts
