"""Planning a meeting, its agenda, announcing it and calling it off: who may, what is refused, what the record says."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from engagement.bodies import flows
from engagement.bodies.flows import agenda, meetings
from engagement.bodies.models import AgendaItem, Meeting
from engagement.people.roles import PERMISSIONS, PMU
from engagement.record.models import Entry
from tests import factories
from tests.engagement.bodies.conftest import FACTS
from tests.engagement.refusals import refused

pytestmark = pytest.mark.django_db


def test_a_meeting_is_planned_then_announced_and_stands_on_the_record(board, writer):
    meeting = flows.plan_meeting(body=board, held_on=factories.today(5), by=writer, **FACTS)
    assert meeting.announced_on is None
    flows.announce_meeting(meeting=meeting, by=writer)
    entry = Entry.objects.get(fact="meeting.announced")
    assert (entry.subject, entry.data["on"]) == (meeting.public_id, factories.today(5).isoformat())


def test_one_meeting_a_day(board, writer, held):
    with refused(meetings.IS_THERE):
        flows.plan_meeting(body=board, held_on=held.held_on, by=writer, **FACTS)


MISSING = {
    meetings.NEEDS_CONTACT: {"contact_phone": ""},
    meetings.NEEDS_PLACE: {"place": ""},
    meetings.NEEDS_COME: {"who_can_come": "unknown"},
    meetings.NEEDS_PAID: {"travel_paid": "unknown"},
}


@pytest.mark.parametrize("sentence", MISSING)
def test_nothing_is_announced_before_people_know_if_they_can_come(board, writer, sentence):
    meeting = flows.plan_meeting(body=board, held_on=factories.today(5), by=writer, **FACTS | MISSING[sentence])
    with refused(sentence):
        flows.announce_meeting(meeting=meeting, by=writer)


@pytest.mark.parametrize("sentence", MISSING)
def test_what_people_must_know_stays_known_once_it_is_announced(held, writer, sentence):
    with refused(sentence):
        flows.change_meeting(meeting=held, by=writer, **MISSING[sentence])


def test_it_is_announced_once(held, writer):
    with refused(meetings.IS_ANNOUNCED):
        flows.announce_meeting(meeting=held, by=writer)


def test_it_ends_after_it_starts(board, writer):
    with refused(meetings.ENDS_BEFORE):
        flows.plan_meeting(body=board, held_on=factories.today(5), by=writer, starts_at=time(11), ends_at=time(10))
    with pytest.raises(IntegrityError):
        factories.make_meeting(board, 3, starts_at=time(11), ends_at=time(10))


def test_a_meeting_is_called_off_with_a_reason_and_keeps_its_page(held, writer):
    with refused(meetings.NEEDS_REASON):
        flows.call_off_meeting(meeting=held, by=writer, reason=" ")
    flows.call_off_meeting(meeting=held, by=writer, reason="The hall is closed.")
    assert Meeting.objects.get().called_off == "The hall is closed."
    assert Entry.objects.filter(fact="meeting.called_off", subject=held.public_id).exists()


def test_a_meeting_that_happened_is_not_called_off(board, writer):
    meeting = factories.make_meeting(board, -1)
    with refused(meetings.IS_OVER):
        flows.call_off_meeting(meeting=meeting, by=writer, reason="It was long.")


def test_things_stand_on_the_agenda_in_their_order(held, writer):
    first = flows.write_item(meeting=held, by=writer, title="Buses")
    second = flows.write_item(meeting=held, by=writer, title="Homes")
    flows.write_item(meeting=held, by=writer, item=second, title="New homes", number=1)
    flows.write_item(meeting=held, by=writer, item=first, title="Buses", number=2)
    assert [item.title for item in held.agenda.all()] == ["New homes", "Buses"]


def test_an_empty_title_is_refused(held, writer):
    with refused(agenda.NEEDS_TITLE):
        flows.write_item(meeting=held, by=writer, title="  ")


def test_a_thing_that_people_asked_about_stays_on_the_agenda(held, writer, asked):
    item = flows.write_item(meeting=held, by=writer, title="Buses")
    asked.item = item
    asked.save()
    with refused(agenda.WAS_ASKED):
        flows.remove_item(item=item, by=writer)
    other = flows.write_item(meeting=held, by=writer, title="Homes")
    flows.remove_item(item=other, by=writer)
    assert list(AgendaItem.objects.all()) == [item]


@pytest.mark.parametrize("role", [*[role for role in PERMISSIONS if role != PMU], ""])
def test_only_the_pmu_and_its_own_secretaries_prepare_a_meeting(held, roles, role):
    """DESIGN.md 1: a secretary prepares for the bodies they serve, and for no other."""
    other = factories.make_user(*filter(None, [role]))
    other.serves.add(factories.make_body())
    calls = [
        lambda: flows.change_meeting(meeting=held, by=other, place="A place"),
        lambda: flows.announce_meeting(meeting=held, by=other),
        lambda: flows.call_off_meeting(meeting=held, by=other, reason="No."),
        lambda: flows.write_item(meeting=held, by=other, title="Buses"),
        lambda: flows.write_paper(meeting=held, by=other, title="Buses"),
    ]
    for call in calls:
        with refused("meetings of your own bodies only", PermissionDenied):
            call()
    with refused("meetings of your own bodies only", PermissionDenied):
        flows.plan_meeting(body=held.body, held_on=factories.today(20), by=other)


def test_the_pmu_prepares_for_every_body(held, pmu):
    assert flows.write_item(meeting=held, by=pmu, title="Buses")
