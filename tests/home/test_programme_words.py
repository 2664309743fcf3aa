"""Every Easy Read text in the data files passes the rules, and every picture is an idea of the picture bank."""

import tomllib

import pytest

from easyread.rules import check
from home.programme.files import DATA

# Fields that hold Easy Read. What people said (voices, quotes) stays as it was said.
EASY = {
    *("about", "after", "bad", "bad_points", "before", "cost", "equality_note", "good", "help", "intro"),
    *("legal_duty", "may_share", "meeting_plain", "other_choices", "partners_said", "plain", "promise_words", "reason"),
    *("status_words", "summary", "text", "title", "unknown", "what", "why", "words"),
}
NOT_EASY = {"standard", "official", "quotes", "voice", "contact", "answers"}
SAID = ("voices", "workshops")  # what people said and how many, no Easy Read of ours
FILES = sorted(path for path in DATA.rglob("*.toml") if path.parent.name not in SAID)
IDEAS = DATA.parents[2] / "easyread" / "art" / "ideas.toml"


def easy_lines(value, name=""):
    """Every Easy Read sentence below `value` (what a data file holds), a line each."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_EASY:
                yield from easy_lines(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from easy_lines(inner, name)
    elif isinstance(value, str) and name in EASY:
        yield from (line for line in value.splitlines() if line.strip())


def pictures(value):
    """Every idea named below `value`."""
    if isinstance(value, dict):
        yield from ([value["picture"]] if "picture" in value else [])
        for inner in value.values():
            yield from pictures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pictures(inner)


def content(path):
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    if path.name == "papers.toml":  # the real titles of real papers
        rows = {"paper": [{"about": paper["about"]} for paper in rows["paper"]]}
    return rows


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_passes_the_rules(path):
    """W, S and N: no error; 15 words at most."""
    lines = list(easy_lines(content(path)))
    assert lines
    wrong = [(p.rule, line) for line in lines for p in check(line) if p.level == "error"]
    assert not wrong
    assert not [line for line in lines if len(line.split()) > 15]


def test_warnings_are_few():
    """1 sentence in 100 at most."""
    lines = [line for path in FILES for line in easy_lines(content(path))]
    warned = [line for line in lines if any(p.level == "warning" for p in check(line))]
    assert len(warned) * 100 <= len(lines), warned


def test_every_picture_is_in_the_bank():
    """P2: an idea has one name."""
    bank = {row["idea"] for row in tomllib.loads(IDEAS.read_text(encoding="utf-8"))["idea"]}
    used = {idea for path in DATA.rglob("*.toml") for idea in pictures(content(path))}
    assert used - bank == set()


def test_contacts_are_clearly_made_up():
    """Phone numbers of the range kept for drama, addresses of example.org."""
    for path in (DATA / "proposals").glob("*.toml"):
        contact = content(path)["contact"]
        assert contact["phone"].startswith("01632 960 ")
        assert contact["email"].endswith("@example.org")


def test_both_ways_have_their_good_and_bad_points():
    """T8: all the points that the paper gives, for each way."""
    rows = content(DATA / "proposals" / "one-organisation-or-together.toml")
    options = next(block for block in rows["easy_read"] if block["type"] == "options")["options"]
    points = [(len(o["good"].strip().splitlines()), len(o["bad"].strip().splitlines())) for o in options]
    assert points == [(5, 4), (4, 5)]
