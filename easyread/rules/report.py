"""Prints problems for people and for programs. Used by `manage.py easyread` and `python -m easyread.rules`."""

import json
import sys
from bisect import bisect_right
from pathlib import Path

from .checking import check
from .hardness import hardness_at
from .lists import NO_LISTS
from .problems import ERROR


def read(name):
    """The text of a file, or of standard input for "-". Raises OSError or UnicodeDecodeError."""
    if name == "-":
        return sys.stdin.read()
    return Path(name).read_text(encoding="utf-8")


def add_arguments(parser):
    """The arguments that both commands take."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file, or - for standard input")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--allow", action="append", default=[], metavar="WORDS", help="words to let through")
    parser.add_argument("--explained", action="append", default=[], metavar="WORDS", help="words the text explains")
    parser.add_argument("--hardest-first", action="store_true", help="begin with the sentence that seems hardest")
    parser.add_argument("--question", action="store_true", help="check it as a question to people")


def run(options, write, lists=NO_LISTS):
    """Checks the files named in `options` and gives each line to `write`. Returns 1 after any error.

    `lists`: what one site's people know (Lists).
    """
    failed = False
    for name in options["files"]:
        text = read(name)
        found = check(
            text,
            glossary=options["explained"],
            allowed=options["allow"],
            question=options["question"],
            lists=lists,
        )
        if options["hardest_first"]:
            found.sort(key=lambda one: -hardness_at(text, one.start))
        shown_name = name if len(options["files"]) > 1 else None
        line_starts = [0] + [place + 1 for place, sign in enumerate(text) if sign == "\n"]
        for one in found:
            if options["format"] == "json":
                write(as_json(one, shown_name))
            else:
                write(as_text(one, line_starts, name))
        failed = failed or any(one.level == ERROR for one in found)
    return 1 if failed else 0


def as_json(one, name=None):
    """One problem as a JSON object on one line; with `file` when several files are checked."""
    values = one.as_dict()
    if name:
        values["file"] = name
    return json.dumps(values, ensure_ascii=False)


def as_text(one, line_starts, name):
    """One problem as a line for people: where, how bad, which rule, the words, and what to do."""
    line = bisect_right(line_starts, one.start)
    column = one.start - line_starts[line - 1] + 1
    words = one.text if len(one.text) <= 60 else one.text[:57] + "..."
    write = f" Write: {one.suggestion}" if one.suggestion else ""
    return f"{name}:{line}:{column}: {one.level} {one.id} {one.rule}: {words!r}. {one.message}{write}"
