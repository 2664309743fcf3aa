"""The fixed words of every public template pass the Easy Read rules, in every branch: no error (S1, S3, W4, W10 …).

What a template fills in is the affair of the tests of its pages (test_public_words, test_easy_words, test_lists …).
"""

import ast
import html
import re
from pathlib import Path

from django.template.base import Lexer, TokenType

from easyread.rules import ERROR, check

ROOT = Path(__file__).resolve().parents[2]
# Staff's screens are no Easy Read, and the standard versions are the other version. X and / are keys that workers press
# on the screens where they type paper forms.
NOT_PUBLIC = ("/admin/", "/wagtail", "styleguide", "pattern_page", "_standard.html", "standard_", "_panel.html")
KEYS = ("voices/paper/box.html", "voices/paper/form.html")
STAFF_FRAME = re.compile(
    r"{% extends ['\"](?:wagtail\w*/|easyread/admin/|people/staff|heard/themes_frame)|{% include ['\"]wagtailadmin/"
)
TITLE_END = " – Our Voice, Our Decision"
FILLED_IN = "Sam"
SILENT = re.compile(r"<(script|style|svg|code|template)\b.*?</\1>|<!--.*?-->", re.S)
INLINE = re.compile(r"</?(?:a|b|strong|em|span|time|abbr|q|small|label|input|img|use|i|u)\b[^>]*>", re.I)
ADDRESS = re.compile(r"http|\bSam/\w")
TAG = re.compile(r"<[^>]*>")
ALLOWED = ["Kent", "Medway", "Our Voice, Our Decision", "Our Voice", FILLED_IN]


def public_templates():
    """Every template that the public may meet, as a list of Path."""
    folders = [*ROOT.glob("*/templates"), *ROOT.glob("engagement/*/templates")]
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".txt"))
    return [path for path in found if not any(part in path.as_posix() for part in NOT_PUBLIC + KEYS)]


def lines_of(source, suffix):
    """The fixed words of a template's `source` (str), as a list of pieces. What it fills in is one name."""
    text = ""
    for token in Lexer(source.replace(TITLE_END, "")).tokenize():
        if token.token_type == TokenType.TEXT:
            text += token.contents
        elif token.token_type == TokenType.VAR:
            text += FILLED_IN
        elif token.token_type == TokenType.BLOCK:
            text += "\n\x00" if token.contents.split()[0] in ("else", "elif", "empty", "block", "endblock") else ""
    text = SILENT.sub(" ", text)
    if suffix == ".html":
        text = TAG.sub("\x00", INLINE.sub("", re.sub(r"\s*\n\s*", " ", text)))
    pieces = (" ".join(html.unescape(piece).split()) for piece in re.split(r"[\x00]|\n\s*\n", text))
    return [piece for piece in pieces if piece and not ADDRESS.search(piece)]


def test_fixed_words_are_easy_read():
    found = {}
    for path in public_templates():
        source = path.read_text(encoding="utf-8")
        for line in [] if STAFF_FRAME.search(source) else lines_of(source, path.suffix):
            wrong = [(one.rule, one.text) for one in check(line, allowed=ALLOWED) if one.level == ERROR]
            if wrong:
                found.setdefault(path.relative_to(ROOT).as_posix(), []).append((line, wrong))
    assert found == {}


def test_every_public_frame_is_looked_at():
    """The pages of signing in, of errors and of answering are among them, and the letters too."""
    names = {path.relative_to(ROOT).as_posix() for path in public_templates()}
    assert {"site/templates/404.html", "site/templates/account/login.html", "site/templates/base.html"} <= names
    assert len(names) > 200 and any(name.endswith(".txt") for name in names)


SENTENCE = re.compile(r"[A-Z“][^\n]{8,}[.?!]\Z")
SLOT = re.compile(r"%\(\w+\)s|%[sd]|\{[\w.]*\}")
IN_SCRIPT = re.compile(r"([\"'`])([A-Z][a-z][^\"'`\n]{8,}[.?!])\1")
IN_SCRIPT_SLOT = re.compile(r"\$\{[^}]*\}")
KINDS_OF_FILE = ["JPEG", "PNG", "SVG", "JSON"]
# Sentences for staff and workers that must name a sign or a file; texts that describe the code.
FOR_STAFF = ("paper/typed.py", "imports/", "bringing/", "screens/", "/drawings.py", "trail/api/", "people/texts.py")
FOR_STAFF += ("easyread/checks.py",)  # for whoever sets a site up


def said_in_code():
    """Every sentence that stands in a module's constant, what we say and refuse with, as (path, sentence)."""
    for path in [*ROOT.glob("engagement/**/*.py"), *ROOT.glob("easyread/**/*.py"), *ROOT.glob("home/**/*.py")]:
        name = path.relative_to(ROOT).as_posix()
        if not any(part in name for part in ("migrations/", "easyread/rules/", "management/", *FOR_STAFF)):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if is_name(node) and node.targets[0].id.isupper():
                    yield from ((name, text) for text in texts_in(node.value) if SENTENCE.match(text))


def is_name(node):
    """Whether something is given to one plain name."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)


def texts_in(value):
    """Every text in what a constant holds."""
    return [node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_what_we_say_in_code_is_easy_read():
    """Refusals, promises and other fixed sentences: no error, whoever reads them."""
    said = list(said_in_code())
    allowed = [*ALLOWED, *KINDS_OF_FILE]
    wrong = [(name, text, one.text) for name, text in said for one in check(SLOT.sub(FILLED_IN, text), allowed=allowed)
             if one.level == ERROR]  # fmt: skip
    assert len(said) > 400 and wrong == []


def test_what_scripts_say_is_easy_read():
    """What a script tells a person while they draw, film or listen."""
    sources = [
        path.read_text(encoding="utf-8")
        for folder in (ROOT / "site" / "static" / "js", ROOT / "easyread" / "static" / "easyread" / "js")
        for path in folder.glob("*.js")
    ]
    said = [match[2] for source in sources for match in IN_SCRIPT.finditer(source)]
    wrong = [(text, one.text) for text in said for one in check(IN_SCRIPT_SLOT.sub(FILLED_IN, text))
             if one.level == ERROR]  # fmt: skip
    assert len(said) > 5 and wrong == []
