"""Two drafts side by side: every sentence of both stands once, in order; what belongs together stands together."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from engagement.shaping.comparing import CHANGED, KEPT, MOVED, NEW, TAKEN_OUT, Row, changed, compare, likeness

SENTENCES = st.lists(
    st.sampled_from(
        ["The bus is red.", "The bus is blue.", "The bus stops here.", "You can ask us.", "We meet.", "We meet you."]
    ),
    max_size=9,
)


@given(
    before=SENTENCES, after=SENTENCES, told=st.lists(st.tuples(*[st.sampled_from(["We meet.", "You can ask us."])] * 2))
)
def test_every_sentence_of_both_drafts_stands_once_and_in_order(before, after, told):
    rows = compare(before, after, told)
    assert [row.before for row in rows if row.before] == before
    assert [row.after for row in rows if row.after] == after


@given(before=SENTENCES, after=SENTENCES)
def test_each_row_is_what_it_says(before, after):
    for row in compare(before, after):
        assert {
            KEPT: row.before == row.after != "",
            CHANGED: row.before and row.after and row.before != row.after,
            NEW: row.after and not row.before,
            TAKEN_OUT: row.before and not row.after,
            MOVED: bool(row.before) != bool(row.after),
        }[row.kind]


@given(before=SENTENCES, after=SENTENCES)
def test_somebody_is_asked_for_exactly_what_is_not_in_both(before, after):
    """A sentence that only moved needs nobody behind it; one that came or went does."""
    rows = changed(before, after)
    gone = Counter(row.before for row in rows if row.before)
    come = Counter(row.after for row in rows if row.after)
    assert (gone, come) == (Counter(before) - Counter(after), Counter(after) - Counter(before))


@given(draft=SENTENCES)
def test_the_same_draft_has_no_change(draft):
    assert changed(draft, draft) == [] and all(row.kind == KEPT for row in compare(draft, draft))


def test_a_sentence_with_one_other_word_changed():
    assert compare(["You wait 3 weeks."], ["You wait 2 weeks."]) == [
        Row(CHANGED, "You wait 3 weeks.", "You wait 2 weeks.")
    ]


def test_sentences_that_have_little_in_common_went_and_came():
    rows = compare(["Your worker keeps the plan."], ["You can ride for free."])
    assert [row.kind for row in rows] == [TAKEN_OUT, NEW]


def test_what_somebody_says_belongs_together_stands_together():
    pair = ("Your worker keeps the plan.", "It is yours.")
    assert compare([pair[0]], [pair[1]], [pair]) == [Row(CHANGED, *pair)]


def test_a_sentence_that_moved_is_no_change():
    rows = compare(["One bus.", "We meet you.", "Ask us now."], ["We meet you.", "Ask us now.", "One bus."])
    assert [(row.kind, row.before, row.after) for row in rows if row.kind != KEPT] == [
        (MOVED, "One bus.", ""),
        (MOVED, "", "One bus."),
    ]


def test_likeness_counts_words_whatever_their_capitals():
    assert likeness("The bus.", "the BUS") == 1 and likeness("One.", "Two.") == 0 and likeness("", "") == 0
