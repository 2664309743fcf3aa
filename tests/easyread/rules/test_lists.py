"""The lists of one site, as the rules take them (W1, W2, W3, W4, W7): each lets pass, or finds, what it should."""

import pytest

from easyread.rules import Lists, Part, check, check_parts


def found(text, **lists):
    return [(one.rule, one.level, one.text, one.suggestion) for one in check(text, lists=Lists(**lists))]


def test_W1_a_word_of_the_community_is_never_hard():
    assert [one[2] for one in found("The chaperone is here.")] == ["chaperone"]
    assert found("The chaperone is here. Two of the chaperones sing.", community=("Chaperone",))[0][0] == "number_word"


def test_W4_initials_that_people_know_pass():
    assert [one[0] for one in found("The KCHFT runs it.")] == ["abbreviation"]
    assert found("The KCHFT runs it. This is the KCHFT's list.", initials=("KCHFT",)) == []


def test_W7_a_word_to_say_differently_has_what_to_write():
    plainer = (("hub", "meeting place"), ("footfall", "visitors"))
    assert found("Come to the hub.", plainer=plainer) == [("jargon", "warning", "hub", "meeting place")]
    assert found("The Footfall Centre is open.", plainer=plainer) == []


def test_W7_the_site_knows_better_than_our_own_list():
    (problem,) = found("They signpost people.", plainer=(("signpost", "send on"),))
    assert problem == ("jargon", "warning", "signpost", "send on")
    (problem,) = found("The carer is here.", plainer=(("carer", "family member"),))
    assert problem[3] == "family member"


def test_W3_pairs_of_the_site_come_beside_ours():
    pairs = (("group", "band"),)
    assert found("Ask the band.", one_thing=pairs) == []
    (problem,) = found("Ask the group. The bands will come.", one_thing=pairs)
    assert problem == ("two_words_one_thing", "warning", "bands", "group")


def test_W2_a_hard_word_of_the_site_needs_its_meaning_next():
    glossary = (("hospice", "A hospice is a home for people who will die soon."),)
    (problem,) = check("We have a hospice. It is red. Our hospice is old.", lists=Lists(glossary=glossary))
    assert (problem.id, problem.level, problem.start) == ("W2", "error", 10)
    assert glossary[0][1] in problem.message
    assert found("We have a hospice. It means a kind home.", glossary=glossary) == []
    assert found("A hospice is a kind home.", glossary=glossary) == []
    assert check("We have a hospice.", glossary=["hospice"], lists=Lists(glossary=glossary)) == []


def test_W2_a_page_explains_it_in_a_part():
    lists = Lists(glossary=(("hospice", "A kind home."),))
    parts = [Part(True, "We have a hospice."), Part(True, "Hospice\nA kind home.", "hard_word")]
    assert [one.rule for one in check_parts(parts[:1], lists=lists)] == ["unexplained_hard_word"]
    assert check_parts(parts, lists=lists) == []


@pytest.mark.parametrize("odd", ["", " ", "|", ",", "a|b", "((", "é", "\x00", "x" * 60, "’"])
def test_odd_rows_never_stop_the_check(odd):
    lists = Lists((odd,), (odd,), ((odd, odd),), ((odd, odd),), ((odd, odd),))
    check(f"{odd} a b x{odd}.", lists=lists)
