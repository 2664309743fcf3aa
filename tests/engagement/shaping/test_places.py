"""Each sentence and picture of a draft has an address that stays while it stays."""

import json

from engagement.shaping.models import Draft
from engagement.shaping.places import groups_of, place_in, places_of

BLOCKS = [
    {"type": "heading", "id": "a", "value": "The plan"},
    {"type": "picture_and_words", "id": "b", "value": {"picture": 7, "words": "One bus.\nTwo buses."}},
    {"type": "hard_word", "id": "c", "value": {"picture": None, "word": "Advocate", "words": "An advocate helps you."}},
    {
        "type": "options",
        "id": "d",
        "value": {
            "options": [
                {
                    "id": "d1",
                    "value": {
                        "title": "By bus",
                        "picture": 8,
                        "words": "",
                        "good_points": "It costs less.",
                        "bad_points": "It is slow.",
                    },
                }
            ]
        },
    },
    {"type": "steps", "id": "e", "value": {"steps": [{"id": "e1", "value": {"picture": None, "words": "You ask."}}]}},
]


def places(blocks):
    return places_of(Draft(easy_read=json.dumps(blocks)).easy_read)


def test_every_sentence_and_picture_is_a_place_in_its_order():
    told = [(place.words, place.is_picture) for place in places(BLOCKS)]
    assert told == [
        ("The plan", False),
        ("One bus.", True),
        ("One bus.", False),
        ("Two buses.", False),
        ("Advocate", False),
        ("An advocate helps you.", False),
        ("By bus", True),
        ("By bus", False),
        ("It costs less.", False),
        ("It is slow.", False),
        ("You ask.", False),
    ]
    labels = {place.words: place.label for place in places(BLOCKS) if place.label}
    assert labels == {"It costs less.": "good", "It is slow.": "bad", "You ask.": "Step 1"}
    assert len({place.key for place in places(BLOCKS)}) == 11


def test_the_key_stays_while_the_sentence_stays_and_goes_with_it():
    before = {place.words: place.key for place in places(BLOCKS) if not place.is_picture}
    moved = [{**BLOCKS[1], "value": {"picture": 7, "words": "Two  buses.\nThree buses."}}, BLOCKS[0]]
    after = {place.words: place.key for place in places(moved) if not place.is_picture}
    assert after["Two buses."] == before["Two buses."] and after["The plan"] == before["The plan"]
    assert after["Three buses."] not in before.values()


def test_another_picture_is_another_place():
    other = [{**BLOCKS[1], "value": {"picture": 9, "words": "One bus."}}]
    assert places(BLOCKS)[1].key != places(other)[0].key


def test_a_place_is_found_by_its_key_and_only_while_it_is_there():
    draft = Draft(easy_read=json.dumps(BLOCKS))
    for place in places(BLOCKS):
        assert place_in(draft.easy_read, place.key) == place
    assert place_in(draft.easy_read, "0" * 12) is None


def test_the_same_sentence_twice_in_one_idea_is_one_place():
    twice = [{**BLOCKS[1], "value": {"picture": None, "words": "One bus.\nOne bus."}}]
    assert len(places(twice)) == 1


def test_a_picture_stands_first_in_its_group():
    groups = groups_of(Draft(easy_read=json.dumps(BLOCKS)).easy_read)
    assert [len(group) for group in groups] == [1, 3, 2, 4, 1] and groups[1][0].is_picture
