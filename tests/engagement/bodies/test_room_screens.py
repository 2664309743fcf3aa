"""The screens for meetings in the admin: what each does, who sees which, and how many queries (F2)."""

import pytest
from django.urls import reverse

from engagement.bodies.models import BodyQuestion, Meeting, MeetingPaper, PlaceHolder
from engagement.decisions.models import PlanOnAgenda
from tests import factories
from tests.engagement.bodies.conftest import FACTS
from tests.engagement.trail.in_the_room import Room

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(home_page):
    """A meeting with two things on its agenda."""
    return Room()


@pytest.fixture
def secretary(client, room):
    """The test client, signed in as a secretary of the body that meets."""
    client.force_login(room.writer)
    return client


def at(name, *args):
    return reverse(f"room:{name}", args=args)


def text(client, address):
    return client.get(address).content.decode()


def test_a_secretary_plans_a_meeting_and_announces_it(secretary, room):
    typed = FACTS | {"body": room.body.pk, "held_on": factories.today(40)}
    secretary.post(at("new"), typed)
    meeting = Meeting.objects.get(held_on=factories.today(40))
    assert "Everything is here. You can announce the meeting." in text(secretary, at("one", meeting.pk))
    secretary.post(at("announce", meeting.pk))
    assert "See the page" in text(secretary, at("one", meeting.pk))


def test_what_is_missing_is_told_before_a_meeting_is_announced(secretary, room):
    meeting = factories.make_meeting(room.body, 40)
    page = text(secretary, at("one", meeting.pk))
    assert "Say who people can ring or write to." in page and "Announce the meeting</button>" not in page


def test_facts_are_changed_and_a_refusal_keeps_what_was_typed(secretary, room):
    page = secretary.post(at("facts", room.meeting.pk), FACTS | {"contact_phone": "", "place": "Another hall"})
    assert "Say who people can ring or write to." in page.content.decode() and "Another hall" in page.content.decode()
    assert Meeting.objects.get(pk=room.meeting.pk).place == "The hall"
    secretary.post(at("facts", room.meeting.pk), FACTS | {"place": "Another hall"})
    assert Meeting.objects.get(pk=room.meeting.pk).place == "Another hall"


def test_agenda_and_papers_are_written_sent_and_taken_out(secretary, room):
    pk = room.meeting.pk
    secretary.post(at("add_item", pk), {"title": "Homes"})
    item = room.meeting.agenda.get(title="Homes")
    secretary.post(at("item", pk, item.pk), {"title": "New homes", "number": "1"})
    secretary.post(at("add_paper", pk), {"title": "About homes", "item": item.pk, "plain": "We need homes."})
    paper = MeetingPaper.objects.get(title="About homes")
    assert "Not sent yet" in text(secretary, at("one", pk))
    secretary.post(at("send_paper", pk, paper.pk), {"on": factories.today()})
    paper.refresh_from_db()
    assert paper.sent_on == factories.today() and paper.item.title == "New homes"
    refused = secretary.post(at("remove_paper", pk, paper.pk), follow=True).content.decode()
    assert "People have this paper. It must stay." in refused
    paper.sent_on = None
    paper.save()
    secretary.post(at("remove_paper", pk, paper.pk))
    secretary.post(at("remove_item", pk, item.pk))
    assert not room.meeting.agenda.filter(pk=item.pk).exists() and not MeetingPaper.objects.filter(pk=paper.pk).exists()


def test_a_thing_on_the_agenda_gets_its_plan(secretary, room):
    plan = factories.make_proposal("Moving on")
    address = reverse("outcomes:plan_on_agenda", args=[room.items[0].pk])
    secretary.post(address, {"proposal": plan.pk})
    assert PlanOnAgenda.objects.get(item=room.items[0]).proposal == plan
    assert "Moving on" in text(secretary, at("one", room.meeting.pk))
    secretary.post(address, {"proposal": ""})
    assert not PlanOnAgenda.objects.filter(item=room.items[0]).exists()


def test_a_meeting_is_called_off(secretary, room):
    secretary.post(at("call_off", room.meeting.pk), {"reason": "The hall is closed."})
    assert "Called off" in text(secretary, at("list"))


def test_a_place_is_given_and_ended(secretary, room):
    typed = {"seat": room.place.seat_id, "name": "New Person", "email": "new@example.org", "since": factories.today()}
    secretary.post(at("give_place"), typed)
    place = PlaceHolder.objects.get(holder__email="new@example.org")
    assert "New Person" in text(secretary, at("places"))
    full = secretary.post(at("give_place"), typed | {"email": "third@example.org"}).content.decode()
    assert "All these places are taken. End one first." in full
    secretary.post(at("end_place", place.pk), {"until": factories.today()})
    place.refresh_from_db()
    assert place.until == factories.today()


def test_what_was_asked_is_read_and_answered(secretary, room):
    question = room.ask(words="Ann is late. Why?", read=False)
    assert "Ann is late. Why?" in text(secretary, at("questions"))
    typed = {"decision": "part", "shown_words": "Why?", "reason": "It has a name."}
    assert secretary.post(at("read", question.pk), typed)["Location"] == at("answer", question.pk)
    secretary.post(at("answer", question.pk), {"plain": "The bus was late."})
    question = BodyQuestion.objects.get(pk=question.pk)
    assert (question.words, question.public_words, question.state) == ("Ann is late. Why?", "Why?", "answered")
    assert "Ann is late. Why?" not in text(secretary, at("questions"))
    assert "Ann is late. Why?" in text(secretary, at("questions") + "?show=all")


def test_what_is_missing_stands_in_the_list_and_what_waits_on_the_first_screen(secretary, room):
    page = text(secretary, at("list"))
    assert "Empty places" in page and "2 papers, up to 3 days" in page
    room.ask(read=False)
    assert "<strong>1</strong> to read" in text(secretary, "/admin/")


def test_a_secretary_sees_their_own_bodies_alone(secretary, room):
    other = Room(1)
    question = other.ask(read=False)
    pk = other.meeting.pk
    pages = [
        *(at(name, pk) for name in ("one", "facts", "call_off", "add_item", "add_paper")),
        at("item", pk, other.items[0].pk),
        at("end_place", other.place.pk),
        at("read", question.pk),
        at("answer", question.pk),
        reverse("outcomes:plan_on_agenda", args=[other.items[0].pk]),
    ]
    assert {secretary.get(page).status_code for page in pages} == {404}
    for name in ("list", "places", "questions"):
        assert other.body.plain_name not in text(secretary, at(name)), name
    typed = FACTS | {"body": other.body.pk, "held_on": factories.today(40)}
    assert secretary.post(at("new"), typed).status_code == 200
    assert not Meeting.objects.filter(held_on=factories.today(40)).exists()


def test_a_role_alone_prepares_no_meeting(client, room):
    room.writer.serves.clear()
    client.force_login(room.writer)
    assert client.get(at("list")).status_code in (302, 403)
    assert "Being in the room" not in text(client, "/admin/")


@pytest.mark.parametrize("count", [1, 8])
def test_screens_take_few_queries_however_much_there_is(client, home_page, pmu, django_assert_max_num_queries, count):
    room = Room(count)
    for _ in range(count):
        Room(1)
    question = room.ask(read=False)
    client.force_login(pmu)
    client.get("/admin/")
    pages = [at(name) for name in ("list", "places", "questions", "new", "give_place")]
    pages += [at("one", room.meeting.pk), at("add_paper", room.meeting.pk), at("read", question.pk), "/admin/"]
    for page in pages:
        with django_assert_max_num_queries(25):
            assert client.get(page).status_code == 200
