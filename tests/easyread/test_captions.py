"""Captions are read cue by cue and written anew: times and words, and nothing that could be a mark (M2, S1)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from easyread.filming.captions import MOST_BYTES, NO_WORDS, NOT_CAPTIONS, cleaned_captions, clock

CUES = b"WEBVTT - by a machine\n\nNOTE secret\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.500 align:left\n"
CUES += (
    b"<v Sam><i>Hello</i>,  my name is <00:01.5>Sam.\nI &amp; you --> now\n\n01:00:00.000 --> 01:00:01.000\nBye < you\n"
)


def test_times_and_words_are_left_and_nothing_else():
    assert cleaned_captions(CUES) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello, my name is Sam.\nI &amp; you now\n\n"
        "01:00:00.000 --> 01:00:01.000\nBye &lt; you\n"
    )


def test_written_anew_twice_is_the_same():
    once = cleaned_captions(CUES)
    assert cleaned_captions(once.encode()) == once


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_every_end_of_a_line_is_known(ends):
    data = b"\xef\xbb\xbfWEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n".replace(b"\n", ends)
    assert cleaned_captions(data).endswith("Hello.\n")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", NOT_CAPTIONS),
        (b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n", NOT_CAPTIONS),
        (b"WEBVTTX", NOT_CAPTIONS),
        (b"\xff\xfeW", NOT_CAPTIONS),
        (b"WEBVTT\n\n\0", NOT_CAPTIONS),
        (b"WEBVTT\n" + b"\n" * MOST_BYTES, NOT_CAPTIONS),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>\n", NO_WORDS),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nHello.\n", NO_WORDS),
        (
            b"WEBVTT\n\n00:05.000 --> 00:06.000\nA.\n\n00:01.000 --> 00:02.000\nB.\n",
            "The times in these captions are not in order. Look at 00:00:01.000.",
        ),
    ],
)
def test_what_is_no_captions_is_told(data, told):
    with pytest.raises(ValidationError) as refusal:
        cleaned_captions(data)
    assert refusal.value.messages == [told]


@given(st.lists(st.text(), max_size=5), st.text(max_size=20))
def test_whatever_is_typed_no_mark_comes_out(words, setting):
    lines = "\n".join(words)
    try:
        made = cleaned_captions(
            f"WEBVTT {setting}\n\n00:01.000 --> 00:02.000 {setting}\n{lines}\n".encode("utf-8", "replace")
        )
    except ValidationError:
        return
    cues = [line for line in made.splitlines()[1:] if line and "-->" not in line]
    assert "<" not in made and made.count("-->") == made.count("\n\n") and cues
    assert clock(1000) in made
