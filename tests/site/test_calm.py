"""Nothing moves, sounds or changes by itself: over every template, style and script of ours (L11, Q12)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("site", "home", "easyread", "engagement")
BY_ITSELF = re.compile(r"\bautoplay\b|<marquee|<blink|http-equiv=.?refresh|\bloop\b(?=[^=%]*></video)", re.IGNORECASE)
MOVES = re.compile(r"@keyframes|animation|scroll-behavior|transition")
CALM = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", re.DOTALL)
PLAYS = re.compile(r"\.play\(\)|speech\.speak\(|autoplay|behavior: 'smooth'|\.animate\(")
# Once Listen was pressed (tests/journeys/test_listen.py); the own camera, silent, once Record was pressed.
PRESSED = {"listen.js", "files.js"}


def files_of_ours(*suffixes):
    """Every file with one of `suffixes` in our rooms, but not what was collected or vendored."""
    folders = [ROOT / room for room in ROOMS]
    return [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes and path.is_file()]


def test_no_template_starts_anything():
    assert [path for path in files_of_ours(".html") if BY_ITSELF.search(path.read_text())] == []


def test_nothing_moves_for_who_asked_for_calm():
    """What moves at all stands inside prefers-reduced-motion: no-preference, and is a colour that fades."""
    moving = [path.name for path in files_of_ours(".css") if MOVES.search(CALM.sub("", path.read_text()))]
    assert moving == []
    allowed = [found for path in files_of_ours(".css") for found in CALM.findall(path.read_text())]
    assert all(not re.search("@keyframes|animation", found) for found in allowed)


@pytest.mark.parametrize("path", files_of_ours(".js"), ids=lambda path: path.name)
def test_no_script_plays_or_moves_by_itself(path):
    assert path.name in PRESSED or not PLAYS.search(path.read_text())
