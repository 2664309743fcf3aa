"""Q3 agree_question and S8 many_ideas: only when the text is a question to people."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Do you agree that the centre is good?", "Do you agree"),
        ("How much do you agree with this?", "How much do you agree"),
        ("Would you strongly disagree?", "Would you strongly disagree"),
        ("Don't you think it is good?", "Don't you think"),
    ],
)
def test_Q3_agree_question_is_an_error(found, text, words):
    assert found("agree_question", text, question=True) == [(words, "error")]


@pytest.mark.parametrize(
    "text", ["What do you think?", "Which is better: A or B?", "Who must agree to this?", "What can you agree on?"]
)
def test_Q3_open_questions_are_let_go(found, text):
    assert found("agree_question", text, question=True) == []


def test_Q3_S8_are_not_looked_for_outside_a_question(found):
    text = "Do you agree with the food and the staff?"
    assert found("agree_question", text) == found("many_ideas", text) == []


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Do you like the food and the staff?", "and", "warning"),
        ("Do you need a bus or a taxi?", "or", "hint"),
    ],
)
def test_S8_two_things_in_a_question(found, text, words, level):
    assert found("many_ideas", text, question=True) == [(words, level)]


@pytest.mark.parametrize(
    "text",
    [
        "Do you get health and social care?",
        "Which is better: a bus or a taxi?",
        "Do you live in Kent and Medway?",
        "Tell us about the food and the staff.",
        "Do you want to come or not?",
        "Do you understand?",
    ],
)
def test_S8_one_thing_is_let_go(found, text):
    assert found("many_ideas", text, question=True) == []
