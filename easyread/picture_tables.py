"""Lists of pictures: the one that comes with this product, and a site's own folder with a table (CSV)."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError

from .models import Picture

ART = Path(__file__).parent / "art"
COLUMNS = ("file", "idea", "name", "words", "author", "source", "licence")
MAY_BE_EMPTY = ("words",)
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 2.0 UK": "https://creativecommons.org/licenses/by-sa/2.0/uk/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}


@dataclass(frozen=True)
class Entry:
    """One picture that may go into the bank, with all that P7 asks for."""

    path: Path
    idea: str
    name: str
    words: str
    picture_set: str
    kind: str
    author: str
    source: str
    licence: str

    @property
    def values(self):
        """The fields of its Picture row (dict), without the file."""
        return {
            "title": self.name,
            "other_words": self.words,
            "kind": self.kind,
            "author": self.author,
            "source": self.source,
            "licence": self.licence,
            "licence_url": LICENCES.get(self.licence, ""),
        }


def starter_entries():
    """The pictures that come with this product, as easyread/art/ideas.toml allows them (list of Entry)."""
    ideas = tomllib.loads((ART / "ideas.toml").read_text())["idea"]
    return [_own(row) if row["set"] == "own" else _openmoji(row) for row in ideas]


def _own(row):
    return Entry(
        kind=Picture.Kind.DRAWING,
        author="Our Voice, Our Decision",
        source="Drawn for Our Voice, Our Decision",
        licence="CC BY 4.0",
        **_shared(row),
    )


def _openmoji(row):
    return Entry(
        kind=Picture.Kind.SYMBOL,
        author=f"{row['artist']}, OpenMoji",
        source=f"OpenMoji 17: {row['annotation']}, openmoji.org/library/emoji-{row['hexcode']}",
        licence="CC BY-SA 4.0",
        **_shared(row),
    )


def _shared(row):
    return {
        "path": ART / row["file"],
        "idea": row["idea"],
        "name": row["name"],
        "words": ", ".join(row["words"]),
        "picture_set": row["set"],
    }


def folder_entries(*, folder, table, picture_set):
    """The pictures of a table (Path, CSV with COLUMNS) in `folder` (Path), for the set `picture_set` (str).

    Returns a list of Entry. Raises ValidationError with a sentence for each line that is not right (P7).
    """
    lines = _lines(table)
    problems = [f"Line {number}: {words}" for number, row in lines for words in _problems(row, folder)]
    if problems:
        raise ValidationError(problems)
    return [_from_row(row, folder, picture_set) for _, row in lines]


def _lines(table):
    """The rows of a CSV file as a list of (line number, dict of COLUMNS)."""
    with open(table, newline="", encoding="utf-8-sig") as opened:
        rows = csv.DictReader(opened)
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or [])]
        if missing:
            raise ValidationError(f"The table has no column for {', '.join(missing)}.")
        return [(rows.line_num, {name: (row[name] or "").strip() for name in COLUMNS}) for row in rows]


def _problems(row, folder):
    """What is wrong with one line of a table, as sentences."""
    empty = [name for name in COLUMNS if not row[name] and name not in MAY_BE_EMPTY]
    path = (folder / row["file"]).resolve()
    if empty:
        yield f"Fill in {', '.join(empty)}."
    elif not path.is_relative_to(folder.resolve()) or not path.is_file():
        yield f"There is no file {row['file']} in the folder."


def _from_row(row, folder, picture_set):
    path = folder / row["file"]
    kind = Picture.Kind.DRAWING if path.suffix.lower() == ".svg" else Picture.Kind.PHOTO
    return Entry(path=path, picture_set=picture_set, kind=kind, **{key: row[key] for key in COLUMNS if key != "file"})
