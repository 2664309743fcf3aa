"""S1 long_sentence, S2 many_ideas, S3 passive, S4 double_negative, W8 pronoun."""

import pytest


def words(count):
    return " ".join(["word"] * count) + "."


@pytest.mark.parametrize(
    ("count", "level"), [(15, None), (16, "hint"), (20, "hint"), (21, "warning"), (25, "warning"), (26, "error")]
)
def test_S1_long_sentence_has_3_steps(found, count, level):
    text = words(count)
    assert found("long_sentence", text) == ([(text, level)] if level else [])


def test_S1_each_sentence_of_a_line_counts_alone(found):
    assert found("long_sentence", words(15) + " Word " + words(14)) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("If you want to stop, press Stop and we will save your answers.", "hint"),
        ("We asked people, and they told us the bus was late, but it is better now.", "warning"),
        ("The board, which meets in Kent, has 5 members.", "warning"),
        ("You said no and we listened.", "hint"),
    ],
)
def test_S2_many_ideas_is_found(found, text, level):
    assert found("many_ideas", text) == [(text, level)]


@pytest.mark.parametrize(
    "text",
    [
        "If you want to stop, press Stop.",
        "Tell us what you think about this plan.",
        "This will help you get an advocate.",
        "You can ask a friend or a worker to help.",
        "We meet in Kent and Medway.",
        "Which plan do you like?",
    ],
)
def test_S2_two_clauses_are_no_fault(found, text):
    assert found("many_ideas", text) == []


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("The plan was agreed last week.", "was agreed", "hint"),
        ("Your words are not always kept.", "are not always kept", "hint"),
        ("Was it read by the board?", "Was it read", "warning"),
        ("The plan will be written by the council.", "be written", "warning"),
        ("Rights are not being met here.", "are not being met", "hint"),
        ("He got told off.", "got told", "hint"),
    ],
)
def test_S3_passive_is_found(found, text, words, level):
    assert found("passive", text) == [(words, level)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan is called My Home.",
        "I am tired and worried.",
        "We are interested in your ideas.",
        "People are disabled by steps.",
        "The board has decided.",
        "You are able to vote.",
        "The form is red.",
        "This is person-centred.",
        "She is my friend and I need help.",
    ],
)
def test_S3_what_only_looks_passive_is_let_go(found, text):
    assert found("passive", text) == []


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("You cannot say nothing.", "cannot say nothing", "warning"),
        ("Do not sign unless you are sure.", "not sign unless", "warning"),
        ("You can't join without a card.", "can't join without", "warning"),
        ("It is not unusual.", "not unusual", "warning"),
        ("It isn’t unlikely.", "isn’t unlikely", "warning"),
        ("It is not late and it is not far.", "not late and it is not", "hint"),
    ],
)
def test_S4_double_negative_is_found(found, text, words, level):
    assert found("double_negative", text) == [(words, level)]


@pytest.mark.parametrize(
    "text",
    [
        "You do not need a password.",
        "Nobody can see your name.",
        "Say yes or no. It is not a test.",
        "No, you do not need to pay.",
        "We asked not only once.",
        "I am not under 18.",
        "Unless you tell us, we will phone you.",
    ],
)
def test_S4_one_not_is_no_fault(found, text):
    assert found("double_negative", text) == []


def test_W8_pronoun_that_could_mean_2_things_is_a_hint(found):
    assert found("pronoun", "The doctor will phone your brother. He will be there.") == [("He", "hint")]


@pytest.mark.parametrize(
    "text",
    [
        "Carers came to the meeting. They said this.",
        "It is important to say no.",
        "They will decide.",
        "A quorum is needed in the room. It means enough people.",
        "The board met the council. The board said yes.",
    ],
)
def test_W8_a_clear_pronoun_is_let_go(found, text):
    assert found("pronoun", text) == []
