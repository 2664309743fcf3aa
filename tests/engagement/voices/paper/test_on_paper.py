"""The form on paper: what stands there in which order, boxes, codes, squares and corner marks (D1 to D4, 3.5, 3.6)."""

import pypdfium2 as pdfium
import pytest

from easyread.printing import draw
from easyread.printing.keeping import as_html
from easyread.printing.length import about_pages
from easyread.rules import check
from engagement.polls.models import Choice, Question
from engagement.voices import flows
from engagement.voices.models import PaperBatch
from engagement.voices.paper import cards, tally, words
from engagement.voices.paper.asking import asked_of
from engagement.voices.paper.codes import shown_code
from engagement.voices.paper.sheets import form_of
from tests import factories, pdf

pytestmark = pytest.mark.django_db
MILLIMETRE = 72 / 25.4
EXAMPLE = "Example. This did not happen."


def form_at(client, page):
    """The form that anybody may print, as bytes."""
    response = client.get(f"{page.get_url()}paper-form.pdf")
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    return response.getvalue()


def test_anybody_prints_the_form_and_all_stands_in_order(client, home_page):
    """D1, D2: what to know is said before the first box (3.6); one question a page (Q1); who to post it to."""
    plan = factories.make_proposal(
        "Buses",
        is_example=True,
        contact_name="The bus team",
        contact_phone="01632 960 116",
        contact_address="1 High Street, Maidstone",
    )
    page = factories.make_round(proposal=plan)
    data = form_at(client, page)
    assert pdf.problems_of(data) == set() and pdf.language_of(data) == "en-GB"
    said, place = pdf.words_of(data), 0
    for part in [
        page.title,
        "You can leave any question empty.",
        "Our staff read every word.",
        "Then we may have to tell someone who can help.",
        "In an emergency, phone 999.",
        "Question 1 of 5",
        "Do you like the bus?",
        "Put a tick in 1 box.",
        "1 Yes",
        "2 No",
        "3 I am not sure",
        "Question 3 of 5",
        "You can tick more than 1 box.",
        "Question 5 of 5",
        "You can write here.",
        "1 I am not sure",
        "2 I do not want to say",
        "About you",
        "7 Maidstone",
        "Did someone help you?",
        "Whose words are they?",
        "May we show your words to other people?",
        "Did you draw something? May we show it?",
        "Send this form to us",
        "Post it to The bus team, 1 High Street, Maidstone.",
        "We must get it by",
        "Do you want help? Phone 01632 960 116.",
    ]:
        assert part in said[place:], part
        place = said.index(part, place)
    assert all(EXAMPLE in text for text in pdf.pages_of(data))
    one_each = [sum(f"Question {n} of 5" in text for n in range(1, 6)) for text in pdf.pages_of(data)]
    assert max(one_each) == 1 and sum(one_each) == 5


def test_every_page_says_its_code_and_has_its_square_and_marks(client, open_round):
    """3.5, D4: code, page n of m and a square of its own, which a scan of 150 dpi reads."""
    data = form_at(client, open_round)
    batch, pages = PaperBatch.objects.get(), pdf.pages_of(data)
    assert all(
        f"Page {n} of {len(pages)}. Code: {shown_code(batch.code)}" in text for n, text in enumerate(pages, start=1)
    )
    squares = pdf.square_codes_of(data)
    assert [square.rpartition("#")[2] for square in squares] == [
        f"form-{batch.code}-{n}" for n in range(1, len(pages) + 1)
    ]
    assert all(open_round.get_url() in square for square in squares)
    assert all(map(has_corner_marks, pdfium.PdfDocument(data)))


def has_corner_marks(page):
    """Whether a page has black squares of 6 mm, 8 mm from its edges: for reading scans, which comes later."""
    dots = page.render(scale=1).to_pil().convert("L")

    def dark(x, y):
        return dots.getpixel((int(x * MILLIMETRE), int(y * MILLIMETRE))) < 128

    corners = [(x, y) for x in (11, 210 - 11) for y in (11, 297 - 11)]
    return all(dark(x, y) and not dark(x + (6 if x < 100 else -6), y) for x, y in corners)


def test_every_box_is_large_enough():
    """At least 15 mm of white inside."""
    from easyread.printing.drawing import style_of_papers

    assert "width: 15.2mm; height: 15.2mm" in style_of_papers()


def test_the_same_questions_are_the_same_form(open_round):
    """Printed twice it is one form; when a question is put right there is a new one, and the old one stays known."""
    first = flows.public_form(round=open_round)
    assert flows.public_form(round=open_round) == first
    Question.objects.filter(kind="yes_no").update(text="Do you like the train?")
    new = flows.public_form(round=open_round)
    assert (first.asked[0]["text"], new.asked[0]["text"]) == ("Do you like the bus?", "Do you like the train?")
    assert new.code != first.code and PaperBatch.objects.count() == 2


def test_a_round_without_questions_or_not_live_has_no_form(client, home_page):
    empty = factories.make_round(questions=[])
    assert client.get(f"{empty.get_url()}paper-form.pdf").status_code == 404
    page = factories.make_round()
    address = page.get_url()
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert client.get(f"{address}paper-form.pdf").status_code == 404


def test_the_round_and_the_page_to_ask_somebody_lead_to_the_form(client, open_round):
    """Q14: the start page says that Help leads to it, and Help is at the top of each page."""
    assert "There you can also get a paper form." in client.get(f"{open_round.get_url()}answer/").content.decode()
    for address in (open_round.get_url(), f"{open_round.get_url()}answer/ask/"):
        assert f'href="{open_round.get_url()}paper-form.pdf"' in client.get(address).content.decode()


@pytest.mark.parametrize(("kind", "boxes"), [("one", 8), ("several", 30)])
def test_long_questions_go_on_the_next_page_and_nothing_is_lost(open_round, kind, boxes):
    """Every page is laid out by us: what was reckoned to fit does fit, also with the longest words."""
    Choice.objects.all().delete()
    question = Question.objects.filter(kind="several").get()
    long = (
        "A very long choice that goes on and on and fills three whole lines of the paper, as long as one may ever be. "
    )
    for place in range(boxes):
        Choice.objects.create(question=question, text=f"{place + 1} {long}"[:120], sort_order=place)
    Question.objects.exclude(pk=question.pk).update(ended_at=question.round.first_published_at)
    Question.objects.filter(pk=question.pk).update(kind=kind, text="W " * 100, help="H " * 100)
    form = form_of(flows.public_form(round=open_round), [], address=open_round.get_url())
    drawn = draw(as_html(form))
    pages = pdf.pages_of(drawn.data)
    assert drawn.pages == about_pages(form) == len(form.pages)
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages, start=1))
    said = pdf.words_of(drawn.data)
    assert all(f"{place + 1} {place + 1} A very long choice" in said for place in range(boxes))
    assert lowest_words(drawn.data) < 297 - 15 - 26  # nothing runs into the strip with the code


def lowest_words(data):
    """How far down, in millimetres from the top, the lowest words above the strip stand."""
    lowest = 0
    for page in pdfium.PdfDocument(data):
        text = page.get_textpage()
        whole = text.get_text_range()
        strip = whole.rindex("Page ")
        for place in range(strip):
            if not whole[place].isspace():
                _, bottom, _, _ = text.get_charbox(place)
                lowest = max(lowest, 297 - bottom / MILLIMETRE)
    return lowest


def test_our_own_sentences_pass_the_rules(open_round):
    """W, S, N: what the paper adds is Easy Read."""
    said = [line for name in dir(words) if name.isupper() for line in getattr(words, name)]
    said += [*tally.PRESENT, tally.STATEMENTS, *(text for text, _ in cards.FOR_ALL)]
    said += [row["text"] for row in asked_of(open_round, is_numbered=True)]
    assert [(line, p.rule) for line in said for p in check(line) if p.level == "error"] == []


@pytest.mark.slow
def test_thirty_copies_stay_small(open_round, worker, organisation):
    """D3: many pages are drawn in the background; each copy counts its own."""
    batch = flows.print_copies(round=open_round, by=worker, count=30, organisation=organisation)
    form = form_of(batch, list(batch.copies.all()), address=open_round.get_url())
    drawn = draw(as_html(form))
    assert drawn.pages == about_pages(form) and pdf.problems_of(drawn.data) == set()
    squares = {square for square in pdf.square_codes_of(drawn.data) if square.startswith("http")}
    assert len(squares) == drawn.pages
