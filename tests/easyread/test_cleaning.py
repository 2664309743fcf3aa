"""Rich text is cleaned where it enters (S1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easyread.blocks import CleanRichTextBlock
from easyread.cleaning import clean_html, is_safe_address

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:123">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example/x">x</a>',
    '<a href="\\\\evil.example">x</a>',
    '<a href="https:evil">x</a>',
    '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    "<iframe src=https://evil.example></iframe>",
    "<form action=https://evil.example><input name=code></form>",
]
BAD = (
    "script:",
    "onerror=",
    "onclick=",
    "<iframe",
    "<svg",
    "<form",
    "<script",
    "style=",
    'href="//',
    "data:text",
    'href="https:evil',
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_leaves_nothing_that_runs(attack):
    cleaned = clean_html(attack).lower()
    assert not [bad for bad in BAD if bad in cleaned and "&lt;" not in cleaned]


@pytest.mark.parametrize(
    "address", ["https://kent.gov.uk/a?b=c", "http://x.org", "/have-your-say/", "#top", "mailto:a@b.org", "tel:+441622"]
)
def test_an_honest_link_stays(address):
    assert is_safe_address(address)
    assert f'href="{address}"' in clean_html(f'<a href="{address}">x</a>')


@given(st.text())
def test_no_text_makes_the_address_check_fall_over(value):
    assert is_safe_address(value) in (True, False)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(value):
    once = clean_html(value)
    assert clean_html(once) == once


def test_the_block_cleans_what_is_stored_and_what_is_read():
    block = CleanRichTextBlock(features=["bold", "link"])
    dirty = '<p>Hello <b>you</b><a href="javascript:1">x</a><script>1</script></p>'
    assert "javascript" not in block.normalize(block.to_python(dirty)).source
    assert "script" not in block.get_prep_value(block.to_python(dirty))
