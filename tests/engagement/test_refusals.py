"""Every sentence with which a flow refuses something is Easy Read: no error, and no sentence over 15 words (S1)."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from easyread.rules.splitter import sentences
from tests.engagement.refusals import hard_words

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    room: sorted(
        path
        for pattern in ("flows.py", "flows/*.py", "gates.py", "permissions.py", "reports.py")
        for path in (ROOT / "engagement" / room).glob(pattern)
    )
    for room in ("heard", "shaping", "decisions", "bodies", "voices", "polls")
}


def constants_of(path):
    """The sentences that a module keeps as names in capitals, by name or in a dict, as a list of str."""
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    values = [value for name, value in vars(module).items() if name.isupper()]
    texts = [text for value in values for text in (value.values() if isinstance(value, dict) else [value])]
    return [text for text in texts if isinstance(text, str) and text.endswith((".", "?"))]


def said_in(path):
    """The sentences that a module says where it refuses: in `raise` and in lists of reasons, as a list of str."""
    for node in ast.walk(ast.parse(path.read_text())):
        is_reason = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append"
        is_refusal = isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if is_reason or (is_refusal and getattr(node.exc.func, "id", "") in ("PermissionDenied", "ValidationError")):
            for argument in (node if is_reason else node.exc).args:
                yield text_of(argument)


def text_of(node):
    """A string in code as text; what stands in braces becomes "Buses"."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(
        part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "Buses" for part in parts
    )


@pytest.mark.parametrize("room", ROOMS)
def test_every_refusal_is_easy_read(room):
    texts = {
        re.sub(r"\{\w*\}", "Buses", text) for path in ROOMS[room] for text in [*constants_of(path), *said_in(path)]
    }
    texts = sorted(text for text in texts if text.endswith((".", "?")))
    assert texts and hard_words(texts) == []
    long = [one.text for text in texts for one in sentences(text) if len(one.text.split()) > 15]
    assert long == []
