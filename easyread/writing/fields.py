"""The Easy Read fields of a form, as the editor's script sends them: read with care, and put together part by part."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError

MOST_FIELDS, MOST_LETTERS = 1_000, 200_000
TOO_MUCH = "This is too much to look at in one go."
NOT_FIELDS = "This is not a list of fields."
BLOCK = re.compile(r".+?-\d+-value")
ITEM = re.compile(r"-(?P<list>\w+)-\d+-value-text")  # what stands in a list of a block, after the block's own name
PLACE = re.compile(r"(?P<part>.+-value)(?:-(?P<key>\w+))?")  # how Wagtail names what stands in a block


class Field(NamedTuple):
    """One text of a form. `kind`: the block it stands in, or "". `picture`: whether its part has one; None: it needs
    none."""

    name: str
    text: str
    kind: str = ""
    picture: bool | None = None

    @property
    def part(self):
        """The name of the part it stands in (str): a block, an item of a block's list, or the field itself."""
        found = PLACE.fullmatch(self.name)
        return found["part"] if found else self.name

    @property
    def block(self):
        """The name of the block it stands in, whatever lists are between them (str); the part's name without one."""
        found = BLOCK.match(self.name)
        return found.group() if found else self.part

    @property
    def in_list(self):
        """The list of its block that it is one of, such as "choices" (str), or ""."""
        found = ITEM.fullmatch(self.name.removeprefix(self.block))
        return found["list"] if found else ""

    @property
    def key(self):
        """What it is called in its part, such as "words" (str)."""
        found = PLACE.fullmatch(self.name)
        return (found["key"] or "") if found else self.name

    @property
    def is_question(self):
        """Whether it is what people are asked. Returns bool."""
        return self.kind == "question" and self.key == "text" and self.part.count("-value") == 1


def fields_of(sent):
    """The fields in what was `sent` (any JSON value), as a list of Field. Raises ValidationError for anything else."""
    rows = sent.get("fields") if isinstance(sent, dict) else None
    if not isinstance(rows, list) or not all(is_field(row) for row in rows):
        raise ValidationError(NOT_FIELDS)
    if len(rows) > MOST_FIELDS or sum(len(row["text"]) for row in rows) > MOST_LETTERS:
        raise ValidationError(TOO_MUCH)
    return [Field(row["name"], row["text"], row.get("kind", ""), row.get("picture")) for row in rows]


def is_field(row):
    """Whether a `row` of what was sent holds one field. Returns bool."""
    return (
        isinstance(row, dict)
        and all(isinstance(row.get(name, ""), str) for name in ("name", "text", "kind"))
        and {"name", "text"} <= row.keys()
        and row.get("picture") in (None, True, False)
    )


def parts_of(fields):
    """The `fields` (list of Field) put together, part by part in their order. Returns a list of lists of Field."""
    return together(fields, Field.part.fget)


def blocks_of(fields):
    """Those of the `fields` (list of Field) that stand in blocks, block by block. Returns a list of lists of Field."""
    return together([field for field in fields if field.kind], Field.block.fget)


def together(fields, name):
    """The `fields` (list of Field) with the same `name` (function of one), in the order of the first of each."""
    found = {}
    for field in fields:
        found.setdefault(name(field), []).append(field)
    return list(found.values())
