"""Where people can touch a draft: each sentence and each picture of it has an address that stays while it stays.

The id of a sentence is made of its block's id and its words, that of a picture of its block's id and the picture: in
another place or with other words it is another one. So a comment is about what people saw, and about nothing else.
"""

import hashlib
from dataclasses import dataclass

from .sentences import OF_BLOCK, tidy

LISTS = {"options": "options", "steps": "steps"}


@dataclass(frozen=True)
class Place:
    """One sentence, or one picture with the words beside it. `key`: 12 letters and digits, the same each time (str)."""

    key: str
    words: str
    is_picture: bool = False
    picture: int | None = None  # its id
    kind: str = ""  # of the block it stands in
    label: str = ""  # "good" or "bad", for a point of an option; "Step 1" for the first words of a step


def places_of(stream):
    """Every sentence and picture of Easy Read blocks (StreamValue) that people can touch, in order. A list of Place."""
    return [place for block in stream.raw_data for place in _of_block(block)]


def place_in(stream, key):
    """The Place of Easy Read blocks (StreamValue) with the `key` (str), or None when the draft does not say it."""
    return next((place for place in places_of(stream) if place.key == key), None)


def groups_of(stream):
    """The same in the groups in which they stand together: a list of lists of Place, the picture first."""
    return [group for block in stream.raw_data for group in _groups(block)]


def _of_block(block):
    return [place for group in _groups(block) for place in group]


def _groups(block):
    """The places of one raw block (dict), one list for each picture with its words."""
    kind, value, block_id = block["type"], block["value"], block.get("id", "")
    if kind not in LISTS:
        return [_places(block_id, kind, value)]
    items = value.get(LISTS[kind]) or []
    read = "option" if kind == "options" else "step"
    return [_places(f"{block_id}/{item.get('id', n)}", read, item["value"], n) for n, item in enumerate(items, start=1)]


def _places(block_id, kind, value, number=0):
    """The picture and the sentences of one value (dict or str of raw data), as a list of Place. `number`: of a step."""
    sentences = READ[kind](value)
    picture = value.get("picture") if isinstance(value, dict) else None
    found = {}  # the same sentence twice in one block is one place
    if picture and sentences:
        place = Place(key_of(block_id, f"picture {picture}"), tidy(sentences[0]), True, picture, kind)
        found[place.key] = place
    for words in sentences:
        label = f"Step {number}" if kind == "step" and words == sentences[0] else _label(value, words)
        place = Place(key_of(block_id, words), words, kind=kind, label=label)
        found.setdefault(place.key, place)
    return list(found.values())


def _label(value, words):
    """Whether `words` (str) are a good or a bad point of an option's `value` (dict). Returns "good", "bad" or ""."""
    if not isinstance(value, dict):
        return ""
    points = {"good": value.get("good_points"), "bad": value.get("bad_points")}
    return next((name for name, text in points.items() if words in map(tidy, (text or "").splitlines())), "")


def key_of(block_id, what):
    """The key of a place: 12 hexadecimal digits of a hash (str)."""
    return hashlib.sha256(f"{block_id} {what}".encode()).hexdigest()[:12]


def _option(value):
    return OF_BLOCK["options"]({"options": [{"value": value}]})


READ = {**OF_BLOCK, "option": _option, "step": OF_BLOCK["picture_and_words"]}
