"""Every block has an icon, a template, a preview, a description, a print style and a spoken form (docs/blocks.md)."""

import pytest
from django.template.loader import render_to_string
from wagtail.blocks import StreamValue
from wagtail.images.tests.utils import get_test_image_file_jpeg

from easyread.blocks import EasyReadBlocks
from easyread.blocks.values import letter_of
from easyread.dots import dots_of
from easyread.drawings import check_drawing
from easyread.models import Picture
from easyread.printing import draw, sections_of
from easyread.printing.dots import drawn_dots
from easyread.printing.keeping import as_html
from easyread.printing.paper import Counted, Paper
from easyread.printing.streams import PARTS
from easyread.speaking import SPOKEN, spoken, spoken_of
from easyread.wording import THEIR_WORDS
from easyread.writing.fields import Field
from easyread.writing.finding import find
from tests import pdf

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


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind != "heading"])
def test_each_block_is_printed_so_that_everybody_can_read_it(db, kind):
    """PDF/UA; the last thing that is read aloud stands there. Numbers to count are dots too (N2)."""
    value = BLOCKS[kind].get_prep_value(BLOCKS[kind].to_python(BLOCKS[kind].meta.preview_value))
    paper = Paper(title="A", address="/a/", sections=sections_of(stream((kind, value)), "Blocks"), site_name="Us")
    data = draw(as_html(paper)).data
    assert pdf.problems_of(data) == set()
    said, text = spoken(kind, BLOCKS[kind].to_python(value))[-1], "".join(pdf.words_of(data))
    assert said.rstrip(".").split()[-1] in text
    assert (kind in ("money", "counts")) == any(isinstance(part, Counted) for part in paper.parts())


def test_hard_words_are_bold_on_paper_too_w2(db):
    (section,) = sections_of(stream(idea("You & an advocate decide.\nThe advocate listens."), HARD), "A")
    assert section.parts[0].words == ["You &amp; an <strong>advocate</strong> decide.", "The advocate listens."]


def test_each_way_has_its_letter_on_the_page_on_paper_and_aloud(db):
    """T8: people can say which one they mean."""
    raw = BLOCKS["options"].meta.preview_value
    page, value = shown(("options", raw)), BLOCKS["options"].to_python(raw)
    assert '<span class="letter">A</span> By bus' in page and '<span class="letter">B</span> By train' in page
    assert [part.title for part in PARTS["options"](value)] == ["A: By bus", "B: By train"]
    assert "Way B: By train." in spoken("options", value)
    assert [letter_of(place) for place in (1, 2, 26, 27)] == ["A", "B", "Z", "27"]


@pytest.mark.parametrize(
    ("count", "of", "drawn"),
    [(6, 10, (6, False, 4, 1)), (0, 0, (0, False, 0, 1)), (51, 0, (10, True, 0, 5)), (10, 10, (10, False, 0, 1))],
)
def test_dots_can_be_counted_n2(count, of, drawn):
    dots = dots_of(count, of)
    assert (dots.full, dots.part, dots.rest, dots.size) == drawn
    drawing = drawn_dots(dots.full, int(dots.part), dots.rest)
    assert drawing.count("<circle") == dots.all and drawing.count("<path") == dots.part
    check_drawing(drawing.encode(), "dots")


@pytest.mark.parametrize("kind", BLOCKS)
def test_each_preview_in_the_editor_is_drawn_as_a_page_draws_it(admin_client, kind):
    """Wagtail shows a preview from a value that it made itself, not from one that was stored."""
    answer = admin_client.get("/admin/block-preview/", {"id": BLOCKS[kind].definition_prefix})
    assert answer.status_code == 200
    last = spoken(kind, BLOCKS[kind].get_preview_value())[-1]
    assert last.rstrip(".") in answer.content.decode()


def test_previews_show_pictures_of_the_bank_p1(db):
    Picture.objects.create(title="Bus", idea="bus", file=get_test_image_file_jpeg())
    first, second = BLOCKS["options"].get_preview_value()["options"]
    assert first["picture"].idea == "bus" and second["picture"] is None
    Picture.objects.update(idea="our-voice")
    assert BLOCKS["picture_and_words"].get_preview_value()["picture"].idea == "our-voice"


def test_no_block_is_left_out_of_print_or_speech():
    assert set(SPOKEN) == set(BLOCKS) and set(PARTS) == set(BLOCKS) - {"heading"}


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind not in AS_SAID])
def test_what_is_read_aloud_keeps_our_own_rules(db, kind):
    """What the program itself adds, such as "Way A", is Easy Read too."""
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
