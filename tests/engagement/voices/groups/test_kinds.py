"""A group and the kinds that are more than a list: hands for A or B, for what is first, in piles; a number in words."""

import re
import uuid

import pytest
from django.core.exceptions import ValidationError

from engagement.voices import flows
from engagement.voices.models import Answer, Hands, Tap
from tests.engagement.voices.groups.conftest import details, say
from tests.engagement.voices.kinds import made


@pytest.fixture
def round_and_kinds(home_page):
    return made.make_round()


@pytest.fixture
def asked(round_and_kinds):
    return round_and_kinds[1]


@pytest.fixture
def session(round_and_kinds, worker, organisation):
    """A session of 12 people about every new kind."""
    return flows.start_group(round=round_and_kinds[0], by=worker, organisation=organisation, **details())


def up(session, choice, times=1, *, pile="", step=1, token=None):
    for _ in range(times):
        done = {"session": session, "by": session.by, "choice": choice, "pile": pile, "step": step}
        count = flows.tap_hand(**done, token=token or uuid.uuid4())
    return count


def things(question):
    return [choice for choice in question.choices.all() if not choice.meaning]


@pytest.mark.parametrize("kind", ["either", "order"])
def test_one_hand_for_each_person(session, asked, kind):
    """3.4: with 12 people there are 12 hands for A or B, and for what people put first."""
    first, second = things(asked[kind])[:2]
    up(session, first, 7), up(session, second, 5)
    with pytest.raises(ValidationError, match="All hands are up"):
        up(session, first)
    assert up(session, first, step=-1) == 6


def test_each_thing_has_its_own_hands_in_three_piles(session, asked):
    """Q7: 12 hands for each thing, whatever there is for the others."""
    first, second = things(asked["sort"])[:2]
    up(session, first, 9, pile="like"), up(session, first, 3, pile="dislike")
    with pytest.raises(ValidationError, match="All hands are up for this thing"):
        up(session, first, pile="not_sure")
    assert up(session, second, 12, pile="not_sure") == 12
    assert session.hands.get(choice=first, pile="like").count == 9


@pytest.mark.parametrize(("kind", "pile"), [("sort", ""), ("sort", "heap"), ("order", "like"), ("either", "like")])
def test_a_pile_belongs_to_things_that_are_sorted_alone(session, asked, kind, pile):
    with pytest.raises(ValidationError):
        up(session, things(asked[kind])[0], pile=pile)
    assert not Hands.objects.exists() and not Tap.objects.exists()


def test_the_same_page_sent_twice_is_one_hand_in_a_pile(session, asked):
    """R2."""
    thing, token = things(asked["sort"])[0], uuid.uuid4()
    up(session, thing, 2, pile="like", token=token)
    assert session.hands.get().count == 1 and session.taps.get().pile == "like"


def test_fewer_people_than_hands_in_the_piles_of_a_thing_are_refused(session, asked):
    thing = things(asked["sort"])[0]
    up(session, thing, 4, pile="like"), up(session, thing, 4, pile="dislike")
    with pytest.raises(ValidationError):
        flows.save_group_details(session=session, by=session.by, **details(present=7))
    flows.save_group_details(session=session, by=session.by, **details(present=8))


def test_the_big_screen_counts_hands_in_piles_and_takes_one_back(session, asked, signed_in):
    """A plain button for every pile, with the thing's name for who cannot see it; the focus stays (11)."""
    thing, number = things(asked["sort"])[0], 3
    address = f"/support/group/{session.public_id}/{number}/"
    page = signed_in.get(address).content.decode()
    assert page.count('class="hands-tile"') == 9 and "1 more hand for: Going swimming: I like it" in page
    for way, there in (("up", 1), ("up", 2), ("down", 1)):
        token = re.search(r'name="token" value="([^"]+)"', signed_in.get(address).content.decode())[1]
        data = {"tap": f"{thing.public_id}:like {way}", "token": token}
        page = signed_in.post(address, data, follow=True).content.decode()
        assert session.hands.get().count == there
    assert "11 hands are left." in page and re.search(r"autofocus", page)


def test_the_page_of_an_order_says_what_is_counted(session, signed_in):
    page = signed_in.get(f"/support/group/{session.public_id}/2/").content.decode()
    assert "We only count what people put first." in page and "12 hands are left." in page


def test_a_number_is_not_counted_by_hands_and_the_page_says_so(session, signed_in):
    page = signed_in.get(f"/support/group/{session.public_id}/4/").content.decode()
    assert "We do not count numbers with hands" in page and "hands-tile" not in page


def test_hands_of_every_kind_are_sent_and_told_beside(session, asked, signed_in):
    """They make no answer with a choice and no number: beside the voices, never in them (SEAMS.md, Counting)."""
    up(session, things(asked["either"])[0], 9), up(session, things(asked["order"])[1], 8)
    up(session, things(asked["sort"])[0], 10, pile="like"), up(session, things(asked["sort"])[0], 2, pile="dislike")
    say(session, asked["number"], "Two or three hours.")
    page = signed_in.get(f"/support/group/{session.public_id}/check/").content.decode()
    assert "Going swimming: I like it: 10 hands" in page
    voice = flows.send_group(session=session, by=session.by)
    assert not Answer.objects.filter(voice=voice).exclude(number=None).exists()
    assert not Answer.objects.filter(voice=voice, chosen__isnull=False).exists()
