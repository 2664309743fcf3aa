"""The styles: one small file, plain, and asking nothing of anybody (F8, S2, L4, L5)."""

import gzip
import re
from pathlib import Path

from config.storage import joined

CSS = Path(__file__).resolve().parents[2] / "site" / "static" / "css"


def css_files():
    """Every stylesheet that site.css joins, by the name it is imported under."""
    return re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text())


def test_every_stylesheet_is_imported_once():
    on_disk = {str(file.relative_to(CSS)) for file in CSS.rglob("*.css")} - {"site.css"}
    assert sorted(css_files()) == sorted(name for name in on_disk if not name.startswith("themes/"))


def test_joined_css_is_one_small_file():
    """F8: under 40 KB, and no import is left."""
    whole = joined((CSS / "site.css").read_text(), lambda name: (CSS / name).read_text())
    assert "@import" not in whole and whole.count("@layer components{") == 1
    assert whole.count("{") == whole.count("}")
    assert len(whole.encode()) < 40_000 and len(gzip.compress(whole.encode())) < 10_000


def test_css_asks_nothing_of_other_files():
    """S2: no data: addresses, no fonts, no pictures; colours and shapes are enough."""
    for file in CSS.rglob("*.css"):
        if file.name != "site.css":
            assert "url(" not in file.read_text() and "!important" not in file.read_text(), file.name


def test_no_italics_no_capitals_no_centred_or_justified_words():
    """L4, L5."""
    for file in CSS.rglob("*.css"):
        assert not re.search(r"italic|oblique|text-transform|text-align:\s*justify|text-shadow", file.read_text()), (
            file.name
        )
