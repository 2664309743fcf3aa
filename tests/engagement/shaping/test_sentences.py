"""The sentences of a draft: all words of every kind of block, in order, and nothing asked of the database."""

import json

import pytest

from engagement.shaping.models import Draft
from engagement.shaping.sentences import easy_sentences, standard_sentences

pytestmark = pytest.mark.django_db
EASY = [
    {"type": "heading", "value": "Our  plan"},
    {"type": "picture_and_words", "value": {"picture": 7, "words": "We ask you.\n\n We listen. "}},
    {"type": "hard_word", "value": {"picture": None, "word": "Forum", "words": "A forum is a meeting."}},
    {
        "type": "options",
        "value": {
            "options": [
                {
                    "type": "item",
                    "value": {
                        "title": "By bus",
                        "picture": None,
                        "words": "",
                        "good_points": "Fast.",
                        "bad_points": "Dear.",
                    },
                }
            ]
        },
    },
    {"type": "steps", "value": {"steps": [{"type": "item", "value": {"picture": None, "words": "First.\nThen."}}]}},
]
STANDARD = [
    {"type": "heading", "value": "Draft 2"},
    {"type": "text", "value": "<p>We met Dr. Lee. It was <b>good</b> &amp; short.</p><ul><li>One point</li></ul>"},
]


def as_stored(**streams):
    """A draft as it comes from the database."""
    draft = Draft(**{name: json.dumps(blocks) for name, blocks in streams.items()})
    return draft


def test_every_word_of_easy_read_is_in_a_sentence(django_assert_num_queries):
    with django_assert_num_queries(0):
        found = easy_sentences(as_stored(easy_read=EASY).easy_read)
    assert found == [
        *("Our plan", "We ask you.", "We listen.", "Forum", "A forum is a meeting."),
        *("By bus", "Fast.", "Dear.", "First.", "Then."),
    ]


def test_standard_words_are_split_at_points_and_full_stops(django_assert_num_queries):
    with django_assert_num_queries(0):
        found = standard_sentences(as_stored(standard=STANDARD).standard)
    assert found == ["Draft 2", "We met Dr. Lee.", "It was good & short.", "One point"]


def test_an_empty_draft_has_none():
    draft = as_stored(easy_read=[], standard=[])
    assert easy_sentences(draft.easy_read) == [] == standard_sentences(draft.standard)
