"""The Programme Management Unit sees each workshop: beside the words in the queue, and on a screen of the round."""

import pytest
from django.urls import reverse

from engagement.voices import flows
from engagement.voices.flows import Stated
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(open_round):
    """A session of 12: 9 hands for yes, 3 for no, and a statement with which 7 agreed."""
    yes, no, _ = open_round.question_rows.get(kind="yes_no").choices.all()
    details = {"held_on": factories.today(), "present": 12, "place": "Ashford", "learning_disability": 8}
    return flows.give_group(
        round=open_round,
        by=factories.make_user(),
        organisation=factories.make_organisation("Speak Up"),
        details=details,
        hands={yes: 9, no: 3},
        statements=[Stated(open_round.question_rows.get(kind="words"), "More time.", "summary", 7)],
        is_example=True,
    )


def test_the_queue_says_who_was_there_and_how_many_agreed(client, pmu, workshop):
    client.force_login(pmu)
    page = client.get(reverse("reading:queue")).content.decode()
    for words in (
        "Entered by a worker of: Speak Up",
        "Place: Ashford",
        "12 people, 8 people with a learning disability",
    ):
        assert words in page
    assert "People who agreed: 7 of 12" in page and "A supporter&#x27;s summary" in page


def test_the_screen_of_a_round_shows_all_hands_exactly(client, pmu, workshop, django_assert_max_num_queries):
    client.force_login(pmu)
    address = reverse("heard:workshops", args=[workshop.round_id])
    assert address in client.get(reverse("heard:round", args=[workshop.round_id])).content.decode()
    with django_assert_max_num_queries(25):
        page = client.get(address).content.decode()
    assert "<td>9</td>" in page and "Yes: 9 hands" in page and "Ashford" in page
    flows.take_back(voice=workshop)
    assert "There is no workshop yet." in client.get(address).content.decode()
