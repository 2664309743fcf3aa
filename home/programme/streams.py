"""Blocks of the data files as raw StreamField data, with ids that are the same in every run."""

import json
import re
import uuid
from html import escape

NAMES = uuid.UUID("5d1c1d0e-6a54-4a0e-9b0c-0f0b8f3f6a11")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def fixed_id(*names):
    """A UUID made of `names` (str): the same names always give the same one. Returns str."""
    return str(uuid.uuid5(NAMES, "/".join(names)))


def easy_read(blocks, *, picture, key, film=lambda slug: None):
    """Easy Read blocks as JSON text. `blocks`: list of dict with a type; `picture(idea)` gives a picture's key;
    `key`: what the stream belongs to (str); `film(slug)` gives a film's key: without one its block is left out."""
    found = [block | {"film": film(block["film"])} if "film" in block else block for block in blocks]
    shown = [(n, block) for n, block in enumerate(found) if block.get("film", True)]
    return json.dumps([_block(block, picture, f"{key}/easy/{n}") for n, block in shown])


def standard(parts, *, key):
    """A standard version as JSON text. `parts`: list of dict with heading and text (blank lines part paragraphs,
    "- " starts a point, ** makes bold); `key`: what the stream belongs to (str)."""
    made = []
    for n, part in enumerate(parts):
        made.append({"type": "heading", "id": fixed_id(key, "standard", str(n)), "value": part["heading"]})
        made.append({"type": "text", "id": fixed_id(key, "standard-text", str(n)), "value": html(part["text"])})
    return json.dumps(made)


def html(text):
    """Paragraphs and points of `text` (str) as HTML, escaped. Returns str."""
    return "".join(_paragraph(part.strip().splitlines()) for part in text.strip().split("\n\n") if part.strip())


def _paragraph(lines):
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{_words(line[2:])}</li>" for line in lines) + "</ul>"
    return f"<p>{_words(' '.join(lines))}</p>"


def _words(text):
    return BOLD.sub(r"<b>\1</b>", escape(text, quote=False))


def _block(block, picture, key):
    make = {"heading": _heading, "options": _options, "steps": _steps, "video": _video}.get(block["type"], _idea)
    return {"type": block["type"], "id": fixed_id(key), "value": make(block, picture, key)}


def _heading(block, picture, key):
    return block["text"]


def _idea(block, picture, key):
    value = {"picture": picture(block.get("picture")), "words": block["words"].strip()}
    return value | ({"word": block["word"]} if "word" in block else {})


def _video(block, picture, key):
    return {"title": block["title"], "film": block["film"]} | _idea(block, picture, key)


def _steps(block, picture, key):
    return {"steps": _items([_idea(step, picture, key) for step in block["steps"]], key)}


def _options(block, picture, key):
    return {"options": _items([_option(option, picture, key) for option in block["options"]], key)}


def _option(option, picture, key):
    points = {"good_points": option["good"].strip(), "bad_points": option["bad"].strip()}
    return {"title": option["title"]} | _idea(option, picture, key) | points


def _items(values, key):
    return [{"type": "item", "id": fixed_id(key, str(n)), "value": value} for n, value in enumerate(values)]
