"""Every rule on at least 20 sentences where it should speak and 20 where it should not (labelled/*.txt)."""

import pytest

from easyread.rules import RULES
from tests.easyread.rules.reading_labelled import figures, labelled

LEAST = 20
MOST_WRONG = 0.1  # of a rule's sentences that may be known to come out wrong


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_does_what_its_sentences_say(rule):
    """The known wrong ones must be wrong still, so that the figures in docs/easy-read-check.md stay true."""
    wrong = [(one.mark, one.written) for one in labelled() if one.rule == rule and one.is_right() == ("?" in one.mark)]
    assert not wrong


def test_every_rule_has_enough_sentences():
    counts = figures()
    assert set(counts) == set(RULES)
    assert [rule for rule, (bad, _, good, _) in counts.items() if bad < LEAST or good < LEAST] == []


def test_few_are_known_to_come_out_wrong():
    for rule, (bad, found, good, let_go) in figures().items():
        assert (bad - found) + (good - let_go) <= MOST_WRONG * (bad + good), rule


def test_no_sentence_stands_twice_in_a_file():
    seen = [(one.rule, one.text) for one in labelled()]
    assert len(seen) == len(set(seen))
