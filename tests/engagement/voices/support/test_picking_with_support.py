"""A worker writes down which ideas a person picked: the same ideas, in the order of that person (Q3)."""

import pytest
from django.urls import reverse

from engagement.voices import flows
from engagement.voices.models import AnswerChoice
from tests.engagement import ideas_made as made
from tests.engagement.voices.support.conftest import tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(roles, home_page):
    return made.make_ideas_round()


@pytest.fixture
def ideas(round):
    return [made.make_idea(round, f"Idea of person {n}.") for n in range(8)]


@pytest.fixture
def visit(round, worker, organisation):
    return flows.start_visit(round=round, by=worker, organisation=organisation)


def values_of(response):
    return [option["value"] for option in response.context["picking"].options]


def test_a_worker_goes_through_the_ideas_and_sends_the_picks(signed_in, visit, ideas, worker):
    page = reverse("support_question", args=[visit.public_id, 2])
    first = values_of(signed_in.get(page))
    more = signed_in.post(page, {"go": "more", "choice": first[:2], "last": first[-1]})
    response = signed_in.get(more.url)
    assert "You picked 2 of 3." in response.content.decode()
    too_many = signed_in.post(page, {"go": "next", "choice": [*first[:3], *values_of(response)[:1]]})
    assert "You picked 4 ideas. Please pick 3 ideas at most." in too_many.content.decode()
    signed_in.post(page, {"go": "next", "choice": first[:3]})
    check = signed_in.get(reverse("support_check", args=[visit.public_id])).content.decode()
    assert sum(idea.title in check for idea in ideas) == 3
    tell(visit, worker)
    visit.refresh_from_db()
    flows.send_visit(support=visit, by=worker)
    assert {str(row.choice.public_id) for row in AnswerChoice.objects.all()} == set(first[:3])


def test_putting_right_shows_other_ideas_and_stores_at_save_alone(signed_in, visit, ideas, round, worker):
    flows.save_visit_answer(support=visit, by=worker, question=made.asked(round), choices=[ideas[0].choice])
    tell(visit, worker)
    flows.send_visit(support=visit, by=worker)
    page = reverse("support_change", args=[visit.public_id, made.asked(round).public_id])
    response = signed_in.get(page)
    picked = str(ideas[0].public_id)
    more = signed_in.post(page, {"go": "more", "choice": [picked], "last": values_of(response)[-1]})
    assert values_of(more) != values_of(response) and AnswerChoice.objects.count() == 1
    signed_in.post(page, {"go": "save", "choice": [picked, values_of(more)[0]]})
    assert AnswerChoice.objects.filter(answer__is_current=True).count() == 2
