"""A4, L6: every pair of colours that may meet holds its contrast, in every theme, computed from the CSS itself."""

import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "site" / "static" / "css"
KIT = ROOT / "easyread" / "static" / "easyread" / "css"
COLOUR = re.compile(r"--(?P<name>[\w-]+):\s*(?P<hex>#[0-9a-f]{3,6})\s*;")

GROUNDS = ("ground", "surface", "sunk")
# Words on their grounds: 7:1 (WCAG 1.4.6).
WORDS = [
    *product(("ink", "ink-soft", "link", "link-visited"), GROUNDS),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("on-strip", "strip"),
    ("on-brand-tint", "brand-tint"),
    ("ink", "brand-tint"),
    ("ink-soft", "brand-tint"),
    ("link", "brand-tint"),
    ("link-visited", "brand-tint"),
    *((f"on-{kind}", f"{kind}-tint") for kind in ("info", "success", "warning", "danger", "example")),
    *(("on-danger", ground) for ground in GROUNDS),
    ("on-picture", "picture-ground"),
]
# Edges of things to press, the focus ring and marks: 3:1 (WCAG 1.4.11).
EDGES = [
    *product(("line", "brand", "focus"), GROUNDS),
    ("focus-on-strip", "strip"),
    ("brand", "brand-tint"),
    ("focus", "brand-tint"),
    *(("focus", f"{kind}-tint") for kind in ("info", "success", "warning", "danger", "example")),
    *((f"on-{kind}", ground) for kind in ("info", "success", "warning", "example") for ground in GROUNDS),
    *product(("accent",), GROUNDS),
]
THEMES = ["light", "dark", "soft", "contrast"]


def tokens(theme):
    """The colours of `theme` by name: the light ones, with what the theme's file changes."""
    text = (KIT / "tokens.css").read_text().split("@media", 1)[0]
    if theme != "light":
        text += (CSS / "themes" / f"{theme}.css").read_text()
    return {found["name"]: found["hex"] for found in COLOUR.finditer(text)}


def luminance(colour):
    """WCAG's relative luminance of a colour such as #17484f."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG's contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(theme, pairs, least):
    """The pairs of `theme` whose contrast is under `least`, as readable lines."""
    colours = tokens(theme)
    values = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return [f"{front} on {back}: {value:.2f}" for (front, back), value in values.items() if value < least]


def test_the_sum_is_right():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#fff"), 2) == 4.54


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_7_to_1(theme):
    assert too_weak(theme, WORDS, 7) == []


@pytest.mark.parametrize("theme", THEMES)
def test_edges_and_focus_are_3_to_1(theme):
    assert too_weak(theme, EDGES, 3) == []


@pytest.mark.parametrize("theme", THEMES[1:])
def test_a_theme_names_only_known_tokens(theme):
    assert tokens(theme).keys() == tokens("light").keys()


def test_every_theme_file_is_tested():
    assert {file.stem for file in (CSS / "themes").glob("*.css")} == set(THEMES[1:])


def test_components_use_tokens_and_never_colours_of_their_own():
    # The ground behind a square code stays white, so that cameras can read it; look.css shows a bit of each theme.
    own = {"code_card.css", "look.css"}
    files = [
        *(CSS / "components").glob("*.css"),
        *(CSS / "screens").glob("*.css"),
        *(KIT / "components").glob("*.css"),
        KIT / "base.css",
        KIT / "layout.css",
    ]
    assert {file.name for file in files if re.search(r"#[0-9a-f]{3,8}\b", file.read_text())} == own
