"""Whatever is typed or pasted, to 1 MB: the check never raises, names exact words, and takes steps in step with it."""

import importlib
import pkgutil
import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import easyread.rules as rules
from easyread.rules import Lists, check
from easyread.rules.hardness import hardest
from tests.easyread.rules.worst import WORST

LISTS = Lists(("hub",), ("KCHFT",), (("plan", "idea"),), (("group", "band"),), (("respite", "A rest."),))
pieces = st.one_of(st.sampled_from(WORST), st.text(max_size=12))
# Patterns with a repeat inside a repeat, looked at by hand: each round begins with a sign that the inner part cannot
# match, so that there is one way only to read a text.
NESTED = {"RUN", "WORD"}


def texts(longest):
    """Texts of a few pieces, each many times over, to `longest` signs together."""
    runs = st.tuples(pieces, st.integers(1, longest))
    return st.lists(runs, max_size=4).map(lambda rows: "".join(piece * count for piece, count in rows)[:longest])


def look_at(text, question):
    for one in check(text, question=question, lists=LISTS):
        assert one.text == text[one.start : one.end]
    for one in hardest(text):
        assert 0 <= one.hardness <= 99 and text[one.start : one.end] == one.text


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(3_000), st.booleans())
def test_any_text_is_read(text, question):
    look_at(text, question)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(1_000_000), st.booleans())
def test_any_text_to_1_MB_is_read(text, question):
    look_at(text, question)


def test_a_number_of_many_words_is_no_number():
    """Its digits would be more than Python writes; once this raised."""
    (problem, *_) = check("two hundred and " * 2_000 + "ten people came.")
    assert problem.rule in ("long_sentence", "number_word")


def steps(text):
    """How many calls Python makes for one check of `text`, those of its own functions included."""
    count = 0

    def one_more(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        check(text, question=True, lists=LISTS)
    finally:
        sys.setprofile(before)
    return count


def test_4_times_as_long_takes_4_times_the_steps():
    """No clock: calls are counted, which no busy machine changes. The clock's part is in script/bench easyread."""
    check("Warm. " * 50, question=True, lists=LISTS)
    steep = {}
    for piece in WORST:
        small, big = (steps(piece * (size // len(piece))) for size in (400, 1_600))
        if big > 4.6 * small + 200:
            steep[piece] = (small, big)
    assert steep == {}


def patterns():
    """Every compiled pattern of the rules, as (module, name, pattern)."""
    for found in pkgutil.iter_modules(rules.__path__):
        if not found.name.startswith(("measure", "__")):
            module = importlib.import_module(f"easyread.rules.{found.name}")
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    yield found.name, name, value


def test_no_new_pattern_can_run_wild():
    """A repeat without an end inside a repeat without an end is what makes patterns take for ever."""
    nested = {name for _, name, pattern in patterns() if repeats(re._parser.parse(pattern.pattern, pattern.flags))}
    assert nested - NESTED == set()


def repeats(tree, inside=False):
    """Whether a parsed pattern has an endless repeat inside an endless repeat."""
    for kind, value in tree:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            endless = value[1] == re._constants.MAXREPEAT
            if (endless and inside) or repeats(value[2], inside or endless):
                return True
        elif any(repeats(part, inside) for part in parts_of(name, value)):
            return True
    return False


def parts_of(name, value):
    """The patterns inside one item of a pattern."""
    if name == "BRANCH":
        return value[1]
    if name == "SUBPATTERN":
        return [value[3]]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    return []
