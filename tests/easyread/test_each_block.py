"""Every block has an icon, a template, a preview, a description, a print style and a spoken form (docs/blocks.md)."""

import pytest
from django.template.loader import render_to_string
from wagtail.blocks import StreamValue

from easyread.blocks import EasyReadBlocks
from easyread.printing import sections_of
from easyread.printing.streams import PARTS
from easyread.speaking import SPOKEN, spoken, spoken_of
from easyread.wording import THEIR_WORDS
from easyread.writing.fields import Field
from easyread.writing.finding import find

BLOCKS = EasyReadBlocks().child_blocks
AS_SAID = {*THEIR_WORDS, "who_to_ask"}  # words of a person, an address: not judged


@pytest.mark.parametrize("kind", BLOCKS)
def test_each_block_has_all_six(db, kind):
    block = BLOCKS[kind]
    assert block.meta.icon not in ("", "placeholder")
    assert block.meta.template and block.meta.description and block.is_previewable
    value = block.to_python(block.meta.preview_value)
    assert block.render(value).strip()
    said = spoken(kind, value)
    assert said and all(isinstance(one, str) and one.strip() for one in said)
    assert kind == "heading" or PARTS[kind](value)
    assert render_to_string("easyread/stream.html", {"stream": stream((kind, block.meta.preview_value))}).strip()


def test_no_block_is_left_out_of_print_or_speech():
    assert set(SPOKEN) == set(BLOCKS) and set(PARTS) == set(BLOCKS) - {"heading"}


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind not in AS_SAID])
def test_what_is_read_aloud_keeps_our_own_rules(db, kind):
    """What the program itself adds, such as "Way 1", is Easy Read too."""
    block = BLOCKS[kind]
    said = "\n".join(spoken(kind, block.to_python(block.meta.preview_value)))
    assert [one.problem for one in find([Field("a", said)]) if one.problem.level == "error"] == []


def stream(*blocks):
    """Blocks as a page holds them. `blocks`: (kind, raw value)."""
    return StreamValue(EasyReadBlocks(), [{"type": kind, "value": value} for kind, value in blocks], is_lazy=True)


def idea(words):
    return ("picture_and_words", {"picture": None, "words": words})


HARD = ("hard_word", {"picture": None, "word": "Advocate", "words": "An advocate helps you to <speak> up."})


def shown(*blocks):
    return render_to_string("easyread/stream.html", {"stream": stream(*blocks)})


def test_a_hard_word_is_bold_where_it_is_first_used_w2(db):
    page = shown(idea("You & an advocate decide.\nThe advocate listens."), HARD, idea("An advocate is free."))
    assert page.count("<strong>") == 1 and "You &amp; an <strong>advocate</strong> decide." in page
    assert "<speak>" not in page and "&lt;speak&gt;" in page


def test_hard_words_stand_again_at_the_end_t3(db):
    page = shown(idea("You have an advocate."), HARD, idea("We meet."))
    assert page.index("Hard words on this page") > page.index("We meet.") and page.count("&lt;speak&gt;") == 2
    assert "Hard words on this page" not in shown(idea("We meet."), HARD)  # it stands at the end already


def test_a_page_is_told_in_the_order_it_is_shown(db):
    told = spoken_of(stream(("heading", "Buses"), idea("We meet.\nYou decide."), HARD))
    assert told[:3] == ["Buses", "We meet.", "You decide."] and told[3] == "A hard word: Advocate."
    assert [section.parts for section in sections_of(stream(HARD))]
