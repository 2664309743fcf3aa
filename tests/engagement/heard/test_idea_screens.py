"""The PMU's screens of ideas: sorting, showing, taking down; as many queries for 10 rows as for thousands (F2)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from engagement.heard.models import Idea
from tests.engagement import ideas_made as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(roles, home_page):
    return made.make_ideas_round()


@pytest.fixture
def staff(client, pmu):
    client.force_login(pmu)
    return client


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def follow(staff, name, *args, **data):
    return text_of(staff.post(reverse(f"heard:{name}", args=args), data, follow=True))


def test_words_become_an_idea_that_everybody_sees(staff, round):
    answers = [made.say(round, "More buses."), made.say(round, "Buses at night.")]
    assert "Ideas of this round" in text_of(staff.get(reverse("heard:round", args=[round.pk])))
    sort = reverse("heard:sort_ideas", args=[round.pk])
    assert "Buses at night." in text_of(staff.get(sort))
    page = follow(staff, "put_in_idea", round.pk, answers=[answers[0].pk], title="More buses in the evening.")
    assert "Idea 1 is made" in page and "Buses at night." in page
    assert "1 put in idea 1" in follow(staff, "put_in_idea", round.pk, answers=[answers[1].pk], number="1")
    assert "There are no words here." in text_of(staff.get(sort))
    assert "In idea 1: More buses in the evening." in text_of(staff.get(sort + "?show=all"))
    idea = Idea.objects.get()
    assert "Not shown yet" in text_of(staff.get(reverse("heard:ideas", args=[round.pk])))
    assert "Everybody can see this idea now." in follow(staff, "show_idea", idea.pk)
    assert Idea.objects.get().is_shown
    assert "Taken out of this idea." in follow(staff, "out_of_idea", idea.pk, answers[1].pk)


def test_what_is_refused_is_told(staff, round):
    answer = made.say(round)
    assert "Write the idea in 1 short sentence." in follow(staff, "put_in_idea", round.pk, answers=[answer.pk])
    assert "There is no idea with this number." in follow(staff, "put_in_idea", round.pk, number="7")
    assert "Tick the words that say this idea first." in follow(staff, "put_in_idea", round.pk, title="More buses.")


def test_ideas_are_put_together_and_apart(staff, round, pmu):
    idea, other = (made.make_idea(round, title, by=pmu) for title in ("More buses.", "Later buses."))
    assert "There is no idea with this number." in follow(staff, "idea_together", other.pk, number=9)
    page = follow(staff, "idea_together", other.pk, number=idea.number)
    assert "It is told with idea 1: More buses." in page
    assert "Idea 2: Later buses." in text_of(staff.get(reverse("heard:idea", args=[idea.pk])))
    assert "The idea stands by itself again." in follow(staff, "idea_apart", other.pk)


def test_an_idea_is_changed_taken_down_and_leads_to_a_theme(staff, round, pmu):
    idea = made.make_idea(round, by=pmu)
    page = reverse("heard:idea", args=[idea.pk])
    staff.post(page, {"title": "Buses until midnight.", "plain": "People want to come home late."})
    assert Idea.objects.get().title == "Buses until midnight."
    assert "led to the theme “Buses until midnight.”" in follow(staff, "idea_theme", idea.pk)
    assert "Everybody can read why." in follow(staff, "take_down_idea", idea.pk, reason="It named a person.")
    assert "It named a person." in text_of(staff.get(page))


def test_exact_words_are_chosen_and_taken_away(staff, round, pmu):
    answer = made.say(round, "I want more buses now.", agree=True)
    idea = made.make_idea(round, by=pmu, answers=[answer])
    assert "These words are shown with the idea." in follow(staff, "idea_words", idea.pk, answer.pk, words="more buses")
    assert "“more buses”" in text_of(staff.get(reverse("heard:idea", args=[idea.pk])))
    assert "These words are not shown now." in follow(staff, "idea_quiet", idea.pk, answer.pk)


def test_one_that_nobody_saw_can_be_removed(staff, round, pmu):
    idea = made.make_idea(round, shown=False, by=pmu)
    assert "The idea is removed." in follow(staff, "remove_idea", idea.pk)
    shown = made.make_idea(round, by=pmu)
    assert "It must stay. You can take it down with a reason." in follow(staff, "remove_idea", shown.pk)


def test_another_kind_of_round_has_no_such_screen(staff, open_round):
    assert staff.get(reverse("heard:ideas", args=[open_round.pk])).status_code == 404


def test_screens_cost_the_same_for_few_and_for_5000_ideas(staff, round):
    """F2: at most 25 queries, and no more for many."""
    made.make_many(round, 30)
    few = costs(staff, round)
    for _ in range(5):
        made.make_many(made.make_ideas_round(), 200)  # other rounds
    more = Idea.objects.filter(round=round).count()
    add(round, 5000 - more)
    assert costs(staff, round) == few and max(few) <= 25


def add(round, count):
    """`count` more ideas of a round that has some, in few queries."""
    from django.utils import timezone

    from engagement.polls.models import Choice
    from tests import factories

    user, question, now = factories.make_user(), made.asked(round), timezone.now()
    choices = Choice.objects.bulk_create(
        Choice(question=question, text=f"Idea {n}.", sort_order=n) for n in range(31, 31 + count)
    )
    values = {"round": round, "made_by": user, "shown_at": now}
    Idea.objects.bulk_create(
        [Idea(number=c.sort_order, title=c.text, choice=c, public_id=c.public_id, **values) for c in choices],
        batch_size=500,
    )


def costs(staff, round):
    """How many queries each screen takes."""
    idea = Idea.objects.filter(round=round).first()
    addresses = [
        reverse("heard:ideas", args=[round.pk]),
        reverse("heard:sort_ideas", args=[round.pk]) + "?show=all",
        reverse("heard:idea", args=[idea.pk]),
    ]
    found = []
    for address in addresses:
        staff.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert staff.get(address).status_code == 200
        found.append(len(asked))
    return found
