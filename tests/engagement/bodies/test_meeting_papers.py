"""Papers of a meeting: in time, late by days that are computed, and only in Easy Read (EASY-READ.md 0.5)."""

import pytest
from django.db import IntegrityError

from engagement.bodies import flows
from engagement.bodies.flows import papers
from engagement.bodies.models import MeetingPaper
from tests import factories
from tests.engagement.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(held, writer):
    """A paper in Easy Read that is not sent yet."""
    return flows.write_paper(meeting=held, by=writer, title="Buses", plain="Buses are late.", checked_by="A group")


# The meeting is in 10 days and papers are due 14 days before: 4 days ago.
@pytest.mark.parametrize(("sent", "late"), [(-6, 0), (-4, 0), (-3, 1), (0, 4), (None, 4)])
def test_lateness_is_counted_in_days(paper, writer, sent, late):
    if sent is not None:
        flows.send_paper(paper=paper, by=writer, on=factories.today(sent))
    assert MeetingPaper.objects.get().days_late(factories.today()) == late


def test_a_paper_that_never_came_stops_getting_later_at_the_meeting(paper):
    assert paper.days_late(factories.today(400)) == 14


def test_a_paper_without_easy_read_is_no_paper_in_time(held, writer):
    paper = flows.write_paper(meeting=held, by=writer, title="Buses", standard="Concessionary travel.")
    with refused(papers.NEEDS_EASY_READ):
        flows.send_paper(paper=paper, by=writer)
    with pytest.raises(IntegrityError):
        MeetingPaper.objects.filter(pk=paper.pk).update(sent_on=factories.today())


def test_what_people_have_keeps_its_easy_read(paper, held, writer):
    flows.send_paper(paper=paper, by=writer)
    with refused(papers.NEEDS_EASY_READ):
        flows.write_paper(meeting=held, by=writer, paper=paper, title="Buses", plain="")
    paper.refresh_from_db()
    with refused(papers.WAS_SENT):
        flows.remove_paper(paper=paper, by=writer)


def test_new_words_take_the_check_away(paper, held, writer):
    """DESIGN.md 6.8: what was checked is this version and no other."""
    flows.write_paper(meeting=held, by=writer, paper=paper, title="Buses", plain="New words.", checked_by="A group")
    assert MeetingPaper.objects.get().checked_by == ""
    flows.write_paper(meeting=held, by=writer, paper=paper, title="Buses", plain="New words.", checked_by="A group")
    assert MeetingPaper.objects.get().checked_by == "A group"


def test_what_is_refused(paper, held, writer):
    other = flows.write_item(meeting=factories.make_meeting(held.body, 30), by=writer, title="Homes")
    with refused(papers.NEEDS_TITLE):
        flows.write_paper(meeting=held, by=writer, title=" ")
    with refused(papers.OTHER_MEETING):
        flows.write_paper(meeting=held, by=writer, title="Homes", item=other)
    with refused(papers.NOT_YET):
        flows.send_paper(paper=paper, by=writer, on=factories.today(1))
    flows.send_paper(paper=paper, by=writer)
    with refused(papers.IS_SENT):
        flows.send_paper(paper=paper, by=writer)


def test_a_paper_that_nobody_has_is_taken_out(paper, writer):
    flows.remove_paper(paper=paper, by=writer)
    assert not MeetingPaper.objects.exists()
