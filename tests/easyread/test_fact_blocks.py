"""The blocks that hold facts: days in full, money and counts as tens and dots, consent for a quote, a way to ask."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from wagtail.blocks import StreamValue

from easyread.blocks import EasyReadBlocks
from easyread.printing import sections_of
from easyread.wording import easy_words
from engagement.shaping.sentences import easy_sentences

DATES = {"dates": [{"picture": None, "day": "2027-03-04", "words": "This is the last day."}]}
MONEY = {
    "picture": None,
    "words": "The buses cost £40,000 each year.",
    "shares": [{"pounds": 6, "words": "drivers"}, {"pounds": 4, "words": "fuel"}],
}
COUNTS = {"words": "We asked 30 people.", "counts": [{"number": 21, "words": "people said yes"}]}
QUOTE = {"words": "I don't want it.", "who": "A person in Ashford", "agreed": True}
ASK = {"picture": None, "name": "The plans team", "words": "", "phone": "01632 960 217", "email": "", "address": ""}
ALL = {"dates": DATES, "money": MONEY, "counts": COUNTS, "quote": QUOTE, "who_to_ask": ASK}


def stream(*kinds):
    """Blocks as a page holds them. `kinds`: names (str) of ALL."""
    return StreamValue(EasyReadBlocks(), [{"type": kind, "value": ALL[kind]} for kind in kinds], is_lazy=True)


def show(*kinds):
    return render_to_string("easyread/stream.html", {"stream": stream(*kinds)})


def check(kind, **values):
    block = EasyReadBlocks().child_blocks[kind]
    return block.clean(block.to_python(ALL[kind] | values))


def test_a_day_is_written_in_full_n4(db):
    assert "Thursday 4 March 2027" in show("dates") and "This is the last day." in show("dates")


def test_days_stand_in_order(db):
    rows = [{"day": day, "words": "Then."} for day in (date(2027, 3, 5), date(2027, 3, 4))]
    with pytest.raises(ValidationError, match="Put the first day first."):
        check("dates", dates=rows)


def test_money_is_counted_in_tens_n2(db):
    page = show("money")
    assert page.count('class="dot"') == page.count("dot--rest") == 10 and "%" not in page  # 6 of 10, 4 of 10
    assert "£6 of each £10 is for drivers." in page
    with pytest.raises(ValidationError, match="The numbers must make 10 together."):
        check("money", shares=[{"pounds": 6, "words": "drivers"}])
    assert check("money", shares=[])["shares"] is not None  # nobody must say where each pound goes


def test_counts_are_dots_n2(db):
    page = show("counts")
    assert page.count('class="dot"') == 21 and "21 people said yes." in page
    many = render_to_string(
        "easyread/stream.html",
        {
            "stream": StreamValue(
                EasyReadBlocks(),
                [{"type": "counts", "value": COUNTS | {"counts": [{"number": 100, "words": "people"}]}}],
                is_lazy=True,
            )
        },
    )
    assert "1 dot is 5." in many


def test_a_quote_needs_consent_and_is_not_put_right_by_us(db):
    """3.7; people's words are shown as they said them, so our own rules do not judge them."""
    with pytest.raises(ValidationError):
        check("quote", agreed=False)
    page = type("Page", (), {"easy_fields": (), "easy_streams": ("easy_read",), "easy_read": stream("quote", "counts")})
    assert easy_words(page()) == ["We asked 30 people.", "people said yes"]
    assert "I don&#x27;t want it." in show("quote") and "A person in Ashford" in show("quote")


def test_who_to_ask_needs_a_way(db):
    """T2, N5."""
    assert 'href="tel:01632960217"' in show("who_to_ask")
    with pytest.raises(ValidationError, match="Write a phone number, an email address or a place"):
        check("who_to_ask", phone="")
    with pytest.raises(ValidationError, match="Write the phone number in groups"):
        check("who_to_ask", phone="01632960217")
    assert check("who_to_ask", phone="999")["phone"] == "999"


def test_each_is_printed(db):
    words = " ".join(line for section in sections_of(stream(*ALL)) for part in section.parts for line in part.words)
    for said in (
        "This is the last day.",
        "£6 of each £10 is for drivers.",
        "21 people said yes.",
        "“I don't want it.”",
        "Phone 01632 960 217",
    ):
        assert said in words


def test_a_fact_that_changed_is_a_changed_sentence(db):
    """Drafts are compared by sentence: a day, a number or a phone number must be among them."""
    said = easy_sentences(stream(*ALL))
    for fact in ("Thursday 4 March 2027", "£4 of each £10 is for fuel.", "21 people said yes", "01632 960 217"):
        assert fact in said
