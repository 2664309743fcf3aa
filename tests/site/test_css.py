"""The styles: one small file, plain, and asking nothing of anybody (F8, S2, L4, L5)."""

import gzip
import re
from pathlib import Path

from config.storage import joined

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "site" / "static" / "css"
KIT = ROOT / "easyread" / "static" / "easyread" / "css"  # site.css names it ../easyread/css


def text_of(name):
    """The text of a stylesheet by the name it is imported under."""
    kit = name.removeprefix("../easyread/css/")
    return (CSS / name if kit == name else KIT / kit).read_text()


def every_file():
    """Every stylesheet of the public site, as a list of Path."""
    return [*CSS.rglob("*.css"), *KIT.rglob("*.css")]


def css_files():
    """Every stylesheet that site.css joins, by the name it is imported under."""
    return re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text())


def test_every_stylesheet_is_imported_once():
    on_disk = {str(file.relative_to(CSS)) for file in CSS.rglob("*.css")} - {"site.css"}
    on_disk |= {f"../easyread/css/{file.relative_to(KIT)}" for file in KIT.rglob("*.css")}
    assert sorted(css_files()) == sorted(name for name in on_disk if not name.startswith(("themes/", "screens/")))


def test_the_file_of_one_screen_stands_in_the_layer_of_components():
    """It comes after the joined file; without its layer it would win over what a person chose."""
    for file in (CSS / "screens").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.S).strip()
        assert text.startswith("@layer components {") and text.endswith("}"), file.name


def test_joined_css_is_one_small_file():
    """F8: under 40 KB, and no import is left."""
    whole = joined((CSS / "site.css").read_text(), text_of)
    assert "@import" not in whole and whole.count("@layer components{") == 1
    assert whole.count("{") == whole.count("}")
    assert len(whole.encode()) < 40_000 - 1_500 and len(gzip.compress(whole.encode())) < 10_000


def test_css_asks_nothing_of_other_files():
    """S2: no data: addresses, no fonts, no pictures; colours and shapes are enough."""
    for file in every_file():
        if file.name != "site.css":
            assert "url(" not in file.read_text() and "!important" not in file.read_text(), file.name


def test_no_italics_no_capitals_no_centred_or_justified_words():
    """L4, L5."""
    for file in every_file():
        assert not re.search(r"italic|oblique|text-transform|text-align:\s*justify|text-shadow", file.read_text()), (
            file.name
        )


def test_the_kit_alone_joins_its_own_files_in_the_same_order():
    """easyread/README.md: on another site easyread.css takes the place of site.css."""
    alone = re.findall(r'@import url\("css/([^"]+)"\)', (KIT.parent / "easyread.css").read_text())
    ours = [name.removeprefix("../easyread/css/") for name in css_files() if name.startswith("..")]
    assert alone == ours and len(alone) > 25
