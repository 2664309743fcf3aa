"""The blocks of Easy Read as they are shown: one sentence each, picture left, pictures together (P1, S7, F2)."""

import pytest
from django.template.loader import render_to_string
from wagtail.blocks import StreamValue

from easyread.blocks import EasyReadBlocks, StandardBlocks
from easyread.models import Picture
from easyread.reading import fetch, pictures_of, with_pictures

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8"/></svg>'
)


@pytest.fixture
def drawing(db):
    """A drawing in the picture bank."""
    return make_drawing("bus")


def make_drawing(idea):
    from django.core.files.base import ContentFile

    return Picture.objects.create(
        title=idea,
        idea=idea,
        author="A",
        licence="L",
        kind="drawing",
        width=8,
        height=8,
        file=ContentFile(SVG, f"{idea}.svg"),
    )


def make_photo(idea):
    from wagtail.images.tests.utils import get_test_image_file

    return Picture.objects.create(
        title=idea, idea=idea, author="A", licence="L", file=get_test_image_file(f"{idea}.png")
    )


def stream(*blocks):
    """Blocks as a page holds them: raw, not fetched yet. Each is (type, value)."""
    definition = EasyReadBlocks()
    return StreamValue(definition, [{"type": kind, "value": value} for kind, value in blocks], is_lazy=True)


def show(value):
    return render_to_string("easyread/stream.html", {"stream": value})


def test_each_sentence_is_a_paragraph_and_the_picture_comes_first(drawing):
    page = show(stream(("picture_and_words", {"picture": drawing.pk, "words": "You can ask.\n\n We listen. "})))
    assert "<p>You can ask.</p>" in page and "<p>We listen.</p>" in page
    assert page.index("<img") < page.index("You can ask.") and 'alt=""' in page and ".svg" in page


def test_words_are_escaped(db):
    assert "&lt;b&gt;" in show(stream(("picture_and_words", {"picture": None, "words": "<b>bold</b>"})))


def test_a_hard_word_stands_before_its_meaning(db):
    page = show(stream(("hard_word", {"picture": None, "word": "Advocate", "words": "They help you to speak."})))
    assert page.index("Advocate") < page.index("They help you to speak.")


def test_options_show_good_and_bad_points_of_each(drawing):
    option = {
        "title": "By bus",
        "picture": drawing.pk,
        "words": "",
        "good_points": "It is cheap.",
        "bad_points": "It is slow.",
    }
    page = show(stream(("options", {"options": [option, option | {"title": "By train"}]})))
    assert page.count("It is cheap.") == 2 and page.count("Bad points") == 2 and "By train" in page


def test_steps_are_numbered_in_order(db):
    page = show(stream(("steps", {"steps": [{"picture": None, "words": "Read."}, {"picture": None, "words": "Say."}]})))
    assert "<ol" in page and page.index("Read.") < page.index("Say.")


def test_a_heading_and_standard_text():
    definition = StandardBlocks()
    value = definition.normalize(
        [("heading", "Background"), ("text", "<p>All <b>facts</b>.<script>alert(1)</script></p>")]
    )
    page = "".join(block.render() for block in value)
    assert "<h2>Background</h2>" in page and "<b>facts</b>" in page and "<script" not in page


@pytest.mark.parametrize("rows", [5, 20, 80])
def test_pictures_of_a_long_page_take_one_query(db, drawing, rows, django_assert_num_queries):
    idea = {"picture": drawing.pk, "words": "You can ask."}
    kinds = [
        ("picture_and_words", idea),
        ("hard_word", idea | {"word": "Bus"}),
        ("steps", {"steps": [idea, idea]}),
        ("options", {"options": [idea | {"title": "A", "good_points": "", "bad_points": ""}] * 2}),
    ]
    value = stream(*(kinds * rows))
    with django_assert_num_queries(1):
        assert show(with_pictures(value)).count("<img") == 6 * rows + 1  # the hard word stands again at the end (T3)


def test_photographs_take_one_more_query_for_all_their_sizes(db, django_assert_num_queries):
    photos = [make_photo(f"photo{number}") for number in range(4)]
    blocks = [("picture_and_words", {"picture": photo.pk, "words": "Look."}) for photo in photos]
    page = show(with_pictures(stream(*blocks)))  # the sizes are made the first time
    with django_assert_num_queries(2):
        assert show(with_pictures(stream(*blocks))) == page
    assert "image/avif" in page and 'alt=""' in page


def test_a_picture_that_is_gone_leaves_no_hole(db):
    page = show(with_pictures(stream(("picture_and_words", {"picture": 999, "words": "You can ask."}))))
    assert "<img" not in page and "You can ask." in page


def test_pictures_by_idea(db, drawing):
    other = make_drawing("tree")
    assert pictures_of("bus", "tree", "nothing") == {"bus": drawing, "tree": other}
    assert fetch(set()) == {}


def test_every_block_has_a_preview(client, admin_client):
    for block in EasyReadBlocks().child_blocks.values():
        assert block.is_previewable, block.name
    response = admin_client.get(
        "/admin/block-preview/", {"id": EasyReadBlocks().child_blocks["heading"].definition_prefix}
    )
    assert response.status_code == 200 and b"css/site.css" in response.content
