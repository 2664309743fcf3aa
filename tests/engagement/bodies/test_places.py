"""Who holds a place, who supports them, and whose name may be read."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from engagement.bodies import flows
from engagement.bodies.flows import places, supporters
from engagement.bodies.models import PlaceHolder, Supporter
from engagement.people.models import User
from tests import factories
from tests.engagement.refusals import hard_words, refused

pytestmark = pytest.mark.django_db


def give(seat, by, email, days=0):
    return flows.give_place(seat=seat, by=by, email=email, name="New Person", since=factories.today(days))


def support(place, email="sue@example.org", name="Sue"):
    return flows.add_supporter(place=place, by=place.holder, name=name, email=email)


def test_a_place_is_given_to_somebody_new_who_has_no_role_and_no_password(place):
    holder = place.holder
    assert (holder.email, str(holder)) == ("pat@example.org", "Pat Person")
    assert not holder.groups.exists() and not holder.has_usable_password()
    assert place.shown_name == ""


def test_at_most_as_many_as_there_are_places(seat, place, writer):
    give(seat, writer, "second@example.org")
    with refused(places.ALL_FULL):
        give(seat, writer, "third@example.org")
    assert not User.objects.filter(email="third@example.org").exists()
    flows.end_place(place=place, by=writer, until=factories.today(-1))
    assert give(seat, writer, "third@example.org")


@pytest.mark.parametrize("values", [{"number": None}, {"number_is_least": True}])
def test_an_unknown_or_least_number_is_no_limit(seat, place, writer, values):
    for name, value in values.items():
        setattr(seat, name, value)
    seat.save()
    for number in range(3):
        give(seat, writer, f"more{number}@example.org")
    assert seat.holders.on().count() == 4


def test_a_place_is_given_once(seat, place, writer):
    with refused(places.HAS_IT):
        give(seat, writer, "PAT@example.org")
    with refused(places.NEEDS_EMAIL):
        give(seat, writer, " ")
    with pytest.raises(IntegrityError):
        PlaceHolder.objects.create(seat=seat, holder=place.holder, since=factories.today())


def test_a_place_ends_after_it_begins(place, writer):
    with refused(places.BEFORE):
        flows.end_place(place=place, by=writer, until=factories.today(-30))


@pytest.mark.parametrize(("since", "until", "holds"), [(0, None, 1), (-5, 0, 1), (-5, -1, 0), (1, None, 0)])
def test_a_place_is_held_from_its_first_day_to_its_last(seat, roles, since, until, holds):
    until = None if until is None else factories.today(until)
    user = factories.make_user()
    PlaceHolder.objects.create(seat=seat, holder=user, since=factories.today(since), until=until)
    assert PlaceHolder.objects.on().count() == PlaceHolder.objects.seen_by(user).count() == holds


def test_nobody_else_gives_or_ends_a_place(seat, place, roles):
    other = factories.make_user()
    with refused("meetings of your own bodies only", PermissionDenied):
        give(seat, other, "friend@example.org")
    with refused("meetings of your own bodies only", PermissionDenied):
        flows.end_place(place=place, by=other)


def test_only_the_person_says_if_the_name_may_be_read(place, writer):
    with refused(places.NOT_YOUR_PLACE, PermissionDenied):
        flows.show_name(place=place, by=writer, name="Pat")
    assert flows.show_name(place=place, by=place.holder, name=" Pat ").shown_name == "Pat"
    assert flows.show_name(place=place, by=place.holder, name="").shown_name == ""


def test_a_supporter_sees_what_the_person_sees_until_taken_away(place, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        supporter = support(place)
    assert list(PlaceHolder.objects.seen_by(supporter.user)) == [place]
    message = mail.outbox[0]
    assert message.to == ["sue@example.org"] and "/my-meetings/" in message.body and "Pat" not in message.body
    assert hard_words([line for line in message.body.splitlines() if "://" not in line]) == []
    flows.remove_supporter(supporter=supporter, by=place.holder)
    assert not PlaceHolder.objects.seen_by(supporter.user).exists()


def test_a_supporter_sees_nothing_once_the_place_has_ended(place, writer):
    supporter = support(place)
    flows.end_place(place=place, by=writer, until=factories.today(-1))
    assert not PlaceHolder.objects.seen_by(supporter.user).exists()
    with refused(places.NOT_YOUR_PLACE, PermissionDenied):
        support(place, "other@example.org")


def test_only_the_person_adds_and_takes_away(place, writer):
    supporter = support(place)
    for other in (writer, supporter.user):
        with refused(places.NOT_YOUR_PLACE, PermissionDenied):
            flows.add_supporter(place=place, by=other, name="Ann", email="ann@example.org")
        with refused(places.NOT_YOUR_PLACE, PermissionDenied):
            flows.remove_supporter(supporter=supporter, by=other)


WRONG = {
    supporters.NEEDS_NAME: {"name": " "},
    supporters.NEEDS_EMAIL: {"email": ""},
    supporters.IS_YOU: {"email": "Pat@example.org"},
    supporters.IS_ADDED: {"email": "SUE@example.org"},
}


@pytest.mark.parametrize("sentence", WRONG)
def test_what_is_refused(place, sentence):
    support(place)
    with refused(sentence):
        support(place, **WRONG[sentence])


def test_three_supporters_at_most_and_few_new_ones_a_day(place):
    added = [support(place, f"s{number}@example.org") for number in range(3)]
    with refused(supporters.TOO_MANY):
        support(place, "s4@example.org")
    for supporter in added:
        flows.remove_supporter(supporter=supporter, by=place.holder)
    for number in (5, 6):
        support(place, f"s{number}@example.org")
    with refused(supporters.TOO_MANY_TODAY):
        support(place, "s7@example.org")
    assert Supporter.objects.filter(removed_at=None).count() == 2
