"""Easy Read on paper: PDFs that pass PDF/UA-1, whole and in the right order (D1, D2, D4)."""

import pytest
from wagtail.images.tests.utils import get_test_image_file_jpeg

from easyread.models import Picture
from easyread.printing import Idea, Section, draw
from easyread.printing.keeping import as_html
from tests import pdf
from tests.easyread.made import make_bus, make_paper, one_of_each

pytestmark = pytest.mark.django_db
EXAMPLE = "Example. This did not happen."


@pytest.fixture
def bus():
    """A drawing with its file."""
    return make_bus()


@pytest.mark.parametrize("with_picture", [True, False], ids=["pictures", "words"])
@pytest.mark.parametrize("is_example", [True, False], ids=["example", "real"])
@pytest.mark.parametrize("ideas", [0, 1, 40, pytest.param(330, marks=pytest.mark.slow)])
def test_every_size_passes_pdf_ua(bus, ideas, is_example, with_picture):
    """D1: empty, 1, 10 and 80 pages; `draw` itself refuses what does not pass, so it is looked at once more."""
    paper = make_paper(ideas, picture=bus if with_picture else None, is_example=is_example)
    drawn = draw(as_html(paper))
    assert pdf.problems_of(drawn.data) == set()
    pages = pdf.pages_of(drawn.data)
    assert len(pages) == drawn.pages >= ideas // 6
    assert all(f"Page {n} of {drawn.pages}" in text for n, text in enumerate(pages, start=1))  # T6
    assert all((EXAMPLE in text) == is_example for text in pages)


def test_every_kind_of_part_passes_with_and_without_pictures(bus):
    for picture in (bus, None):
        assert pdf.problems_of(draw(as_html(one_of_each(picture))).data) == set()


def test_a_photograph_is_printed_from_a_copy_of_its_own(bus):
    """S3: the picture that is shown, small enough for paper, and never the file that somebody uploaded."""
    photo = Picture.objects.create(
        title="Us", file=get_test_image_file_jpeg(size=(1600, 900)), author="Sam", licence="Ours"
    )
    html = as_html(make_paper(2, picture=photo))
    assert photo.file.name not in html and "max-900x900" in html
    assert pdf.problems_of(draw(html).data) == set()


def test_the_order_of_the_words_is_that_of_the_paper(bus):
    """D2, T2: title, first sentences, content, who to ask, website, hard words, credits."""
    words = pdf.words_of(draw(as_html(one_of_each(bus))).data)
    order = [
        "Moving on at 16",
        "You can answer now.",
        "Your answers help them to decide.",
        "A zebra has stripes.",
        "1. You talk.",
        "By bus",
        "Good points",
        "It is cheap.",
        "Bad points",
        "It is slow.",
        "Question 1",
        "Do you like it?",
        "Yes",
        "What else?",
        "Pay for it",
        "Done.",
        "We paid.",
        "Who you can ask",
        "Phone 01632 960 116",
        "On the website",
        "Hard words",
        "Alliance",
        "Zebra",
        "Who made the pictures",
        "Ann Artist",
        "Bus",
        "CC BY-SA 4.0",
    ]
    place = 0
    for part in order:
        assert part in words[place:], part
        place = words.index(part, place)


def test_an_idea_stays_on_one_page_and_its_heading_runs_along(bus):
    """L8, L10, T11."""
    pages = pdf.pages_of(draw(as_html(make_paper(40, picture=bus))).data)
    for n in range(40):
        (text,) = [text for text in pages if f"This is idea {n}." in text]
        assert f"It has {n} as its number." in text
        assert "What this is" in text
    assert max(text.count("This is idea") for text in pages) <= 6


def test_hard_words_stand_again_at_the_end_by_the_alphabet():
    """T3."""
    assert [part.word for part in one_of_each().hard_words()] == ["Alliance", "Zebra"]


def test_the_code_is_read_from_a_scan_of_150_dpi(settings):
    """D4."""
    settings.WAGTAILADMIN_BASE_URL = "https://our-voice.example.org"
    paper = make_paper(1)
    assert pdf.square_codes_of(draw(as_html(paper)).data) == ["https://our-voice.example.org/have-your-say/moving-on/"]


def test_it_says_what_it_is_in_which_language(bus):
    """D1: title, author and language."""
    data = draw(as_html(make_paper(1))).data
    assert pdf.metadata_of(data)["Title"] == "Moving on at 16: Easy Read"
    assert pdf.metadata_of(data)["Author"] == "Our Voice, Our Decision"
    assert pdf.language_of(data) == "en-GB"


def test_only_our_fonts_and_all_of_them_inside():
    """D1, L1: a clean sans serif that comes with the site."""
    fonts = pdf.fonts_of(draw(as_html(one_of_each())).data)
    assert all(fonts.values())
    assert {name.split("+")[-1].split("-")[0] for name in fonts} <= {"IBM", "IBMPlexSans", "IBM Plex Sans"}, fonts


def test_letters_that_no_font_has_are_said_in_words():
    """D1: a missing glyph is an error. A heart becomes words, other alphabets are drawn."""
    paper = make_paper(sections=[Section("Hello", [Idea(words=["I ❤️ it 🫀.", "Dziękuję. Ευχαριστώ. Дякую. ğ"])])])
    data = draw(as_html(paper)).data
    assert pdf.problems_of(data) == set()
    words = pdf.words_of(data)
    assert "(anatomical heart)" in words and "Ευχαριστώ. Дякую." in words


def test_a_date_is_never_parted_by_the_end_of_a_line():
    """S7, N4."""
    paper = make_paper(words=["It closes on Thursday 4 March 2027."])
    assert "Thursday\xa04\xa0March\xa02027" in as_html(paper)


def test_what_people_write_stays_words():
    """S1: nothing of a text becomes a part of the paper."""
    html = as_html(make_paper(title="<script>x</script>", words=["<img src=x onerror=y>"]))
    assert "<script>x" not in html and "<img" not in html
