"""A whole page: W2 unexplained_hard_word, P1 missing_picture."""

from easyread.rules import Part, check_parts


def of(rule, problems):
    return [(one.part, one.text, one.level) for one in problems if one.rule == rule]


def test_P1_words_without_a_picture_are_a_warning():
    problems = check_parts([Part(True, "We meet."), Part(False, "You decide.")])
    assert of("missing_picture", problems) == [(1, "You decide.", "warning")]


def test_P1_a_heading_and_an_empty_part_need_no_picture():
    assert check_parts([Part(False, "What happens next", "heading"), Part(False, "  ")]) == []


def test_W2_a_glossary_word_that_nobody_explains_is_an_error():
    problems = check_parts([Part(True, "We check the governance.")], glossary=["governance"])
    assert of("unexplained_hard_word", problems) == [(0, "governance", "error")]
    assert of("jargon", problems) == []


def test_W2_a_hard_word_part_next_explains_it():
    parts = [Part(True, "We need respite."), Part(True, "Respite\nA break for carers.", "hard_word")]
    assert of("unexplained_hard_word", check_parts(parts, glossary=["respite"])) == []


def test_W2_the_next_sentence_explains_it():
    parts = [Part(True, "We need a quorum.\nIt means enough people to decide.")]
    assert of("unexplained_hard_word", check_parts(parts, glossary=["quorum"])) == []


def test_W2_the_same_sentence_explains_nothing():
    parts = [Part(True, "A quorum means enough people.\nWe meet today.")]
    assert of("unexplained_hard_word", check_parts(parts, glossary=["quorum"])) == [(0, "quorum", "error")]


def test_W2_an_explanation_far_away_is_a_warning():
    parts = [
        Part(True, "We need respite."),
        Part(True, "We meet."),
        Part(True, "Respite\nA break.", "hard_word"),
    ]
    assert of("unexplained_hard_word", check_parts(parts, glossary=["respite"])) == [(0, "respite", "warning")]


def test_W2_a_word_that_is_not_used_needs_no_meaning():
    assert check_parts([Part(True, "We meet.")], glossary=["quorum"]) == []


def test_the_spans_count_from_the_start_of_each_part():
    parts = [Part(True, "We can't."), Part(True, "Read it.\nYou don't."), Part(True, "")]
    problems = check_parts(parts)
    assert [(one.part, one.start, one.text) for one in problems] == [(0, 3, "can't"), (1, 13, "don't")]
    for one in problems:
        assert parts[one.part].words[one.start : one.end] == one.text


def test_W3_looks_across_parts():
    problems = check_parts([Part(True, "Read the plan."), Part(True, "Read the proposal.")])
    assert of("two_words_one_thing", problems) == [(1, "proposal", "warning")]


def test_an_empty_page_has_no_problems():
    assert check_parts([]) == []
