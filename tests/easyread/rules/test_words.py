"""W1 hard_word, W3 two_words_one_thing, W5 idiom, W7 jargon, S9 wordy."""

import pytest

from easyread.rules import check
from easyread.rules.difficulty import difficulty
from easyread.rules.tables import lines, pairs, phrases, word_set

COMMUNITY = (
    "carer carers autistic autism council advocate advocates disability support worker complaint complaints"
    " independent respite safeguarding decision meeting member self-advocate learning rights"
)


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("We utilise it.", "utilise", "use"),
        ("Facilitate the group.", "Facilitate", "Help"),
        ("We work collaboratively.", "collaboratively", "together"),
    ],
)
def test_W1_hard_word_on_the_list_is_a_warning(found, suggested, text, words, suggestion):
    assert found("hard_word", text) == [(words, "warning")]
    assert suggested("hard_word", text) == [suggestion]


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("They talked about industrialisation.", "industrialisation", "warning"),  # people rate it as very hard
        ("Do it in accordance with it.", "accordance", "hint"),  # rather hard
        ("It was about phlogistonology.", "phlogistonology", "hint"),  # in no table: a guess is never a warning
    ],
)
def test_W1_a_word_that_people_rate_as_hard_is_flagged(found, text, words, level):
    assert found("hard_word", text) == [(words, level)]


@pytest.mark.parametrize("text", ["Ring 03000 41 41 41.", "It is at 2pm.", "Room B12 is on floor 3.", "The xyz."])
def test_W1_numbers_and_short_runs_of_letters_are_not_rated(found, text):
    assert found("hard_word", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "My grandmother likes the supermarket.",
        "The Facilitation Group met.",
        "Go to www.example.org/commencement/industrialisation now.",
        "Information about accommodation and communication.",
    ],
)
def test_W1_easy_long_words_names_and_addresses_are_let_go(found, text):
    assert found("hard_word", text) == []


@pytest.mark.parametrize("word", COMMUNITY.split())
def test_W1_W7_words_of_the_community_are_never_flagged(found, word):
    text = f"This is about {word} here."
    assert found("hard_word", text) == found("jargon", text) == []


def test_W1_W7_no_community_word_stands_alone_in_a_table():
    for table in ("jargon.txt", "hard_words.txt"):
        alone = {phrase[0] for rows in phrases(table).values() for phrase, _ in rows if len(phrase) == 1}
        assert not alone & set(COMMUNITY.split())


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Ask every stakeholder.", "stakeholder", "person or group who cares about this"),
        ("Stakeholders met.", "Stakeholders", "People and groups who care about this"),
        ("This is the care pathway now.", "care pathway", "the steps to get care"),
        ("We hold to account the board.", "hold to account", "ask people to explain what they did"),
    ],
)
def test_W7_jargon_is_a_warning(found, suggested, text, words, suggestion):
    assert found("jargon", text) == [(words, "warning")]
    assert suggested("jargon", text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    [
        "The Strategic Leadership Body met.",
        "Ask the Delivery Partnership.",
        "The path way is wet.",
        "We take account of it.",
        "Hold, to account.",
    ],
)
def test_W7_names_and_other_words_are_let_go(found, text):
    assert found("jargon", text) == []


def test_W2_W7_a_word_the_page_explains_is_no_problem(found):
    text = "The governance of the board."
    assert found("jargon", text) == [("governance", "warning")]
    assert found("jargon", text, glossary=["Governance"]) == []
    assert found("jargon", text, allowed=["governance of the board"]) == []
    assert found("jargon", text, allowed=["govern"]) == [("governance", "warning")]


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Come in order to vote.", "in order to", "to"),
        ("Prior to the meeting, read this.", "Prior to", "Before"),
        ("It is open for a period of 14 days.", "for a period of", "for"),
        ("A large number of people came.", "A large number of", "Many"),
    ],
)
def test_S9_wordy_is_a_warning(found, suggested, text, words, suggestion):
    assert found("wordy", text) == [(words, "warning")]
    assert suggested("wordy", text) == [suggestion]
    assert found("hard_word", text) == []


@pytest.mark.parametrize(
    "text", ["Put the books in order. To vote, press 1.", "The number of people is 5.", "For 14 days."]
)
def test_S9_few_words_are_let_go(found, text):
    assert found("wordy", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are back to square one.", "back to square one"),
        ("At the end of the day, you decide.", "At the end of the day"),
        ("They cut through red tape.", "red tape"),
    ],
)
def test_W5_idiom_is_a_warning(found, text, words):
    assert found("idiom", text) == [(words, "warning")]


@pytest.mark.parametrize("text", ["The day is at an end.", "The tape is red.", "Come at the end of the week."])
def test_W5_plain_words_are_let_go(found, text):
    assert found("idiom", text) == []


def test_W3_two_words_for_one_thing_is_a_warning_at_the_second(found, suggested):
    text = "This is our plan.\nTell us about the proposal.\nThe proposal is new."
    assert found("two_words_one_thing", text) == [("proposal", "warning")]
    assert suggested("two_words_one_thing", text) == ["plan"]


def test_W3_one_word_all_through_is_let_go(found):
    assert found("two_words_one_thing", "This is our plan.\nTell us about the plan.") == []
    assert found("two_words_one_thing", "This proposal is new. Read the proposal.") == []


def test_every_line_of_every_table_is_well_formed():
    for table in ("jargon.txt", "hard_words.txt", "wordy.txt", "idioms.txt", "latin.txt", "one_thing.txt"):
        for line in lines(table):
            assert line.count("|") == 1, line
            assert all(phrases(table).values())
    assert pairs("short_forms.txt")["icb"] == "integrated care board"
    assert "carer" in word_set("community_words.txt")


def test_no_form_stands_in_2_tables_or_2_times():
    seen = {}
    for table in ("wordy.txt", "idioms.txt", "jargon.txt", "hard_words.txt"):
        for rows in phrases(table).values():
            for phrase, _ in rows:
                assert phrase not in seen, (phrase, table, seen[phrase])
                seen[phrase] = table


@pytest.mark.parametrize(
    ("text", "suggestion", "choices"),
    [
        ("It was an arduous road.", "hard", True),
        ("Arduous roads are long.", "Hard", True),
        ("Our respite is short.", None, None),
        ("They abolished it.", "got rid of", False),
        ("The zymurgist is here.", "", False),
    ],
)
def test_W1_plainer_words_are_ranked_and_in_the_right_form(text, suggestion, choices):
    """A word of the community has no problem; a word without a plainer one has no suggestion."""
    found = [one for one in check(text) if one.rule == "hard_word"]
    if suggestion is None:
        assert found == []
    else:
        assert (found[0].suggestion, bool(found[0].choices)) == (suggestion, choices)


def test_plainer_words_are_easier_than_the_hard_one():
    table = pairs("plainer_words.txt")
    assert len(table) > 8_000
    for word, found in table.items():
        for plain in found.split(","):
            assert max(map(difficulty, plain.split())) < difficulty(word), (word, plain)
