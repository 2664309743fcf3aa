"""What the tests of the rules share."""

import pytest

from easyread.rules import check


@pytest.fixture
def found():
    """The words and the level of each problem of one rule: `found("contraction", "I don't.")`."""

    def _found(rule, text, **given):
        return [(one.text, one.level) for one in check(text, **given) if one.rule == rule]

    return _found


@pytest.fixture
def suggested():
    """The suggestions for each problem of one rule."""

    def _suggested(rule, text, **given):
        return [one.suggestion for one in check(text, **given) if one.rule == rule]

    return _suggested
