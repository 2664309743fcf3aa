"""Which bodies hold meetings with people's places empty, or with papers late."""

import pytest

from engagement.bodies import flows, reports
from engagement.bodies.models import Body, Seat
from tests import factories

pytestmark = pytest.mark.django_db


def gaps():
    return reports.meetings_with_gaps(Body.objects.all())


def test_a_meeting_with_all_places_filled_and_papers_in_time_is_not_named(held, seat, place, writer):
    flows.give_place(seat=seat, by=writer, email="two@example.org", since=factories.today())
    assert gaps() == []


def test_empty_places_are_counted_on_the_day_of_the_meeting(held, place, writer):
    assert [(gap.meeting, gap.empty) for gap in gaps()] == [(held, 1)]
    flows.end_place(place=place, by=writer, until=factories.today(9))
    assert gaps()[0].empty == 2


def test_late_papers_with_their_days(held, seat, place, writer):
    for title in ("Buses", "Homes"):
        flows.write_paper(meeting=held, by=writer, title=title, plain="Words.")
    gap = gaps()[0]
    assert (gap.late_papers, gap.most_days) == (2, 4)


def test_a_body_without_any_place_for_people_is_named(db):
    factories.make_meeting(days=3)
    assert not gaps()[0].has_places


def test_an_unknown_number_of_places_that_nobody_holds_is_named(held, seat):
    Seat.objects.update(number=None)
    assert gaps()[0].empty is None


def test_meetings_called_off_or_long_ago_are_left_out(held, seat, writer):
    flows.call_off_meeting(meeting=held, by=writer, reason="No hall.")
    factories.make_meeting(held.body, -400)
    assert gaps() == []


@pytest.mark.parametrize("count", [2, 30])
def test_any_number_of_meetings_takes_the_same_queries(db, django_assert_num_queries, count):
    for number in range(count):
        body = factories.make_body()
        Seat.objects.create(body=body, kind="member", role="P", section="1", plain="P.", for_people=True, number=1)
        factories.make_meeting(body, number)
    with django_assert_num_queries(4):
        assert len(gaps()) == count
