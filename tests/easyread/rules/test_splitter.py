"""Cutting a text into sentences and words (S1, S7)."""

import pytest

from easyread.rules.splitter import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read this. Then answer.", ["Read this.", "Then answer."]),
        ("Is it good? Yes! Thank you.", ["Is it good?", "Yes!", "Thank you."]),
        ("Ask Dr. Smith about it. She will help.", ["Ask Dr. Smith about it.", "She will help."]),
        ("Bring things, e.g. Pens. Then come.", ["Bring things, e.g. Pens.", "Then come."]),
        ("The answer is no. We are sorry.", ["The answer is no.", "We are sorry."]),
        ("It is at No. 5 Mill Road. Come in.", ["It is at No. 5 Mill Road.", "Come in."]),
        ("J. Smith spoke. A. N. Other did too.", ["J. Smith spoke.", "A. N. Other did too."]),
        ("Choose plan A. It costs less.", ["Choose plan A.", "It costs less."]),
        ("It opens at 2.30pm. Come then.", ["It opens at 2.30pm.", "Come then."]),
        ("One line\nanother line", ["One line", "another line"]),
        ('He said "Stop." Then he left.', ['He said "Stop."', "Then he left."]),
        ("Wait... Then go.", ["Wait...", "Then go."]),
        ("Yes\t\tNo\tNot sure", ["Yes", "No", "Not sure"]),
        ("- a point\n* one more\n2. the next\n# A heading", ["a point", "one more", "the next", "A heading"]),
        ("  \n\n \t ", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, expected):
    assert [one.text for one in sentences(text)] == expected


def test_every_sentence_and_word_knows_its_place():
    text = "  First one. Second’s here!\r\n- Third: it's 3,000 self-advocates."
    for sentence in sentences(text):
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        for word in sentence.words:
            assert sentence.text[word.start : word.end] == word.text


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one_word():
    (sentence,) = sentences("Kent’s self-advocates don't pay £3,000.50 here.")
    assert [word.text for word in sentence.words] == [
        "Kent’s",
        "self-advocates",
        "don't",
        "pay",
        "3,000.50",
        "here",
    ]


def test_list_points_are_known():
    assert [one.is_point for one in sentences("Bring:\n- a pen\n• a friend\nThank you")] == [False, True, True, False]
