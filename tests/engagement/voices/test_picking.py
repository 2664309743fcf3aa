"""Picking 3 ideas: in each person's own order, at most 3, each once, and changed with the card (Q3, SEAMS Counting)."""

import uuid
from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.heard import flows as heard
from engagement.voices import flows
from engagement.voices.keys import key_of, link_token_of, place_of
from engagement.voices.models import Answer, AnswerChoice, DraftAnswer
from engagement.voices.reports import count_round
from tests.engagement import ideas_made as made
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(roles, home_page):
    return made.make_ideas_round()


@pytest.fixture
def ideas(round):
    return [made.make_idea(round, f"Idea of person {n}.") for n in range(8)]


@pytest.fixture
def started(client, round):
    """A client at the page where people pick."""
    client.post(f"{round.address}answer/", {"go": "start"})
    return client


@pytest.fixture
def page(round):
    """The address of the page where people pick."""
    return f"{round.address}answer/2/"


def ids(*ideas):
    return [str(idea.public_id) for idea in ideas]


def press(client, page, ideas=(), go="next", **more):
    return client.post(page, {"choice": ids(*ideas), "go": go} | more)


def stored():
    return DraftAnswer.objects.get(question__kind="pick")


def shown(response):
    """The public ids on a page of ideas, in order."""
    return [option["value"] for option in response.context["picking"].options]


def test_a_page_shows_a_few_ideas_and_says_why_the_order_is_fair(started, page, ideas):
    response = started.get(page)
    text = response.content.decode()
    assert len(shown(response)) == 6 and "There are 8 ideas." in text and "Show me more ideas" in text
    assert "Each person sees the ideas in another order." in text
    assert "So a late idea is as easy to find as an early one." in text
    more = press(started, page, go="more", last=shown(response)[-1])
    rest = started.get(more.url)
    assert set(shown(response)) | set(shown(rest)) == set(ids(*ideas)) and len(shown(rest)) == 2
    back = press(started, more.url, go="earlier", first=shown(rest)[0])
    assert shown(started.get(back.url)) == shown(response)


def test_picks_stand_first_and_can_be_taken_away(started, page, ideas):
    first = started.get(page)
    last = shown(first)[-1]
    response = started.get(press(started, page, ideas[:2], go="more", last=last).url)
    assert [option["value"] for option in response.context["picking"].picked_options] == sorted(ids(*ideas[:2]))
    assert "You picked 2 of 3." in response.content.decode()
    assert not set(shown(response)) & set(ids(*ideas[:2]))
    response = started.get(press(started, page, ideas[:1], go="more", last=last).url)
    assert "You picked 1 of 3." in response.content.decode()
    press(started, page, go="more", last=last)
    assert not DraftAnswer.objects.exists()  # Q5: nobody pressed Skip


def test_after_picking_the_next_page_goes_on_where_one_was(started, page, ideas):
    """Picks leave the list, so that pages are counted from the last idea that was seen, and nobody misses one."""
    seen = shown(started.get(page))
    response = started.get(press(started, page, [], go="more", choice=seen[:2], last=seen[-1]).url)
    assert set(seen) | set(shown(response)) == set(ids(*ideas)) and not set(seen) & set(shown(response))


def test_more_than_3_are_refused_and_kept_on_the_page(started, page, ideas):
    response = press(started, page, ideas[:4])
    assert "You picked 4 ideas. Please pick 3 ideas at most." in response.content.decode()
    assert len(response.context["picking"].picked) == 4
    assert not DraftAnswer.objects.filter(question__kind="pick").exists()


def test_nothing_picked_is_told_kindly(started, page, ideas):
    assert "Pick 1 idea or more. Or press Skip." in press(started, page).content.decode()


def test_an_idea_that_went_meanwhile_is_told(started, page, ideas, pmu):
    heard.take_down_idea(idea=ideas[0], by=pmu, reason="It named a person.")
    response = press(started, page, ideas[:2])
    assert "An idea that you picked is not here any more. Please look again." in response.content.decode()
    assert [choice.public_id for choice in response.context["picking"].picked] == [ideas[1].public_id]


def test_without_ideas_the_page_says_that_they_come(started, page):
    text = started.get(page).content.decode()
    assert "There are no ideas yet" in text and "You can pick later with your card." in text
    assert press(started, page, go="skip").status_code == 302


def test_a_person_can_pick_without_an_idea_of_their_own(started, page, round, ideas):
    press(started, page, ideas[:3])
    check = started.get(f"{round.address}answer/check/").content.decode()
    assert all(idea.title in check for idea in ideas[:3])
    started.post(f"{round.address}answer/check/", {"go": "send"})
    rows = AnswerChoice.objects.filter(answer__question__kind="pick")
    assert sorted(rows.values_list("place", flat=True)) == [1, 2, 3]
    assert {row.choice.public_id for row in rows} == {idea.public_id for idea in ideas[:3]}


def test_who_gave_an_idea_can_pick_later_with_the_card(client, round, ideas):
    draft, secret = made.begin(round)
    flows.save_answer(draft=draft, question=made.asked(round, "words"), words="A new idea.")
    flows.send_voice(secret=secret)
    change = f"/my-voice/{link_token_of(secret)}/change/{made.asked(round).public_id}/"
    first = client.get(change)
    more = client.post(change, {"go": "more", "choice": ids(ideas[0]), "last": shown(first)[-1]})
    assert [c.public_id for c in more.context["picking"].picked] == [ideas[0].public_id]
    assert not AnswerChoice.objects.exists()  # nothing is stored before Save
    client.post(change, {"go": "save", "choice": ids(*ideas[:3])})
    client.post(change, {"go": "save", "choice": ids(*ideas[2:5])})
    answers = Answer.objects.filter(question__kind="pick").order_by("pk")
    assert [answer.is_current for answer in answers] == [False, True]  # a change is a new row
    card = client.get(f"/my-voice/{link_token_of(secret)}/").content.decode()
    assert ideas[4].title in card
    close(round)
    assert "too late" in client.get(change).content.decode().lower() or client.get(change).status_code == 200
    client.post(change, {"go": "save", "choice": ids(ideas[0])})
    assert Answer.objects.filter(question__kind="pick").count() == 2


def test_picks_never_change_how_many_queries_sending_takes(round, ideas, django_assert_max_num_queries):
    draft, secret = made.begin(round)
    flows.save_answer(draft=draft, question=made.asked(round, "words"), words="More buses.")
    flows.save_answer(draft=draft, question=made.asked(round), choices=[idea.choice for idea in ideas[:3]])
    with django_assert_max_num_queries(12):  # F3
        flows.send_voice(secret=secret)


def test_the_database_refuses_a_fourth_pick_and_the_same_twice(round, ideas):
    voice = made.pick(round, *ideas[:3])
    answer = voice.answers.get()
    for wrong in ({"place": 4, "choice": ideas[3].choice}, {"place": 3, "choice": ideas[3].choice}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AnswerChoice.objects.create(answer=answer, **wrong)
    AnswerChoice.objects.filter(place=3).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerChoice.objects.create(answer=answer, place=3, choice=ideas[0].choice)


@settings(deadline=None, max_examples=10)
@given(picks=st.lists(st.integers(0, 7), max_size=12))
def test_never_more_than_three_never_twice(picks):
    """Whatever is sent in whatever order, what is stored is at most 3 different ideas or a kind refusal."""
    with transaction.atomic():
        round = made.make_ideas_round()
        choices = made.make_many(round, 8, answers=False)
        draft, secret = made.begin(round)
        chosen = [choices[n] for n in dict.fromkeys(picks)]
        try:
            flows.save_answer(draft=draft, question=made.asked(round), choices=chosen)
            voice = flows.send_voice(secret=secret)
        except ValidationError:
            assert len(chosen) > 3 or not chosen
        else:
            kept = list(voice.answers.get().chosen.values_list("choice", flat=True))
            assert len(kept) == len(set(kept)) <= 3 and set(kept) == {choice.pk for choice in chosen}
        transaction.set_rollback(True)


keys = st.text("0123456789abcdef", min_size=8, max_size=64)


@given(key=keys, ideas=st.lists(st.uuids(version=4), min_size=1, max_size=40, unique=True), late=st.uuids(version=4))
def test_an_order_is_a_permutation_and_stays_for_one_person(key, ideas, late):
    """A late idea takes a place of its own and moves no other; when ideas came plays no part."""
    order = sorted(ideas, key=lambda idea: place_of(key, idea))
    assert sorted(order) == sorted(ideas)
    assert order == sorted(reversed(ideas), key=lambda idea: place_of(key, idea))
    with_late = sorted({*ideas, late}, key=lambda idea: place_of(key, idea))
    assert [idea for idea in with_late if idea in set(ideas)] == order


def test_the_expected_place_of_an_idea_does_not_depend_on_when_it_came():
    """Over many people each idea stands on each place about as often: chi-square with 99 degrees of freedom."""
    ideas = [uuid.UUID(int=number) for number in range(10)]  # the last one came last
    people, places = 4000, Counter()
    for person in range(people):
        order = sorted(ideas, key=lambda idea: place_of(key_of(str(person)), idea))
        places.update((idea.int, place) for place, idea in enumerate(order))
    expected = people / len(ideas)
    chi = sum((places[idea, place] - expected) ** 2 / expected for idea in range(10) for place in range(10))
    assert chi < 150  # 0.1 in 1,000 fair shuffles are above it
    late = sum(place * places[9, place] for place in range(10)) / people
    assert abs(late - 4.5) < 0.2


def test_alike_ideas_count_once_for_who_picked_both(round, ideas, pmu):
    """Put together by people: 3 voices picked one of the two, 1 of them both."""
    made.pick(round, ideas[0], ideas[1])
    made.pick(round, ideas[0])
    made.pick(round, ideas[1], ideas[2])
    heard.put_together(idea=ideas[1], with_idea=ideas[0], by=pmu)
    counts = count_round(round)
    assert counts.choices[ideas[0].choice_id].total == 3 and counts.choices[ideas[1].choice_id].total == 0
    assert counts.choices[ideas[2].choice_id].total == 1
    heard.put_apart(idea=ideas[1], by=pmu)
    counts = count_round(round)
    assert [counts.choices[idea.choice_id].total for idea in ideas[:3]] == [2, 2, 1]


def test_one_that_is_told_with_another_is_not_offered(started, page, ideas, pmu):
    heard.put_together(idea=ideas[1], with_idea=ideas[0], by=pmu)
    assert "There are 7 ideas." in started.get(page).content.decode()


def test_five_thousand_ideas_cost_as_much_as_ten(round, client):
    """F2: the page to pick from asks as often for 10 ideas as for 5,000."""
    made.make_many(round, 10, answers=False)
    queries_of_picking(round)
    few = queries_of_picking(round)
    made_more(round)
    assert queries_of_picking(round) == few <= 10


def made_more(round):
    from engagement.polls.models import Choice

    Choice.objects.bulk_create(
        Choice(question=made.asked(round), text=f"Idea {n}.", sort_order=n) for n in range(11, 5001)
    )


def queries_of_picking(round):
    person, page = Client(), f"{round.address}answer/2/"
    person.post(f"{round.address}answer/", {"go": "start"})
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert person.get(page).status_code == 200
    return len(asked)
