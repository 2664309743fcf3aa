"""A worker writes down A or B, an order, what a person likes, and a number: each with whose words it is (3.2)."""

import pytest
from django.urls import reverse

from engagement.voices import flows
from engagement.voices.models import Answer, DraftAnswer
from tests.engagement.voices.kinds import made
from tests.engagement.voices.support.conftest import tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(roles, home_page):
    return made.make_round()[1]


@pytest.fixture
def visit(asked, worker, organisation):
    return flows.start_visit(round=asked["order"].round, by=worker, organisation=organisation)


def values(question, *places):
    choices = list(question.choices.all())
    return [str(choices[place].public_id) for place in places]


def give(client, visit, asked):
    """Write down all four, as the pages take them."""
    pages = {kind: reverse("support_question", args=[visit.public_id, n]) for n, kind in enumerate(asked, start=1)}
    client.post(pages["either"], {"choice": values(asked["either"], 1), "go": "next"})
    assert client.post(pages["order"], {"put": values(asked["order"], 2)[0]}).url.startswith(
        f"{pages['order']}#choice-"
    )
    client.post(pages["order"], {"choice": values(asked["order"], 2, 0), "provenance": "observed", "go": "next"})
    like = values(asked["sort"], 0)[0]
    client.post(pages["sort"], {f"pile-{like}": "like", "summary": "She smiled.", "go": "next"})
    client.post(pages["number"], {"number": "12 hours", "go": "next"})
    return pages


def test_each_kind_is_written_down_checked_sent_and_put_right(signed_in, visit, asked, worker):
    pages = give(signed_in, visit, asked)
    html = signed_in.get(pages["order"]).content.decode()
    assert 'aria-pressed="true"' in html and 'value="observed" checked' in html
    assert all(f'value="{go}"' in html for go in ("next", "skip", "back", "stop", "words", "give", "worried"))
    tell(visit, worker)
    flows.save_more(support=visit, by=worker, seen_by="Her sister", how_sure="sure")
    html = signed_in.get(reverse("support_check", args=[visit.public_id])).content.decode()
    for line in ("2 workers", "1. A job", "2. Going swimming", "Going swimming: I like it", "She smiled.", "12 hours"):
        assert f"<p>{line}</p>" in html
    flows.send_visit(support=visit, by=worker)
    html = signed_in.get(reverse("support_one", args=[visit.public_id])).content.decode()
    assert "<p>1. A job</p>" in html and "<p>12 hours</p>" in html
    change = reverse("support_change", args=[visit.public_id, asked["order"].public_id])
    page = signed_in.get(change)
    assert [thing["label"] for thing in page.context["in_order"]] == ["A job", "Going swimming"]
    pressed = signed_in.post(change, {"choice": values(asked["order"], 2, 0), "put": values(asked["order"], 2)[0]})
    assert [thing["label"] for thing in pressed.context["in_order"]] == ["Going swimming"]
    signed_in.post(change, {"choice": values(asked["order"], 0), "provenance": "observed", "go": "save"})
    answer = Answer.objects.get(question=asked["order"], is_current=True)
    assert [row.choice.text for row in answer.chosen.all()] == ["Going swimming"] and answer.provenance == "observed"


def test_a_mistake_keeps_what_was_written_q13(signed_in, visit, asked):
    page = reverse("support_question", args=[visit.public_id, 4])
    html = signed_in.post(page, {"number": "lots", "summary": "He said lots.", "go": "next"}).content.decode()
    assert html.count("Type a number here, such as 12. Or press Skip.") == 2 and 'href="#number"' in html
    assert 'value="lots"' in html and "He said lots." in html and not DraftAnswer.objects.exists()


def test_a_number_of_the_persons_own_needs_no_words(signed_in, visit, asked, worker):
    """ONLY_SUMMARY is for an answer that holds a summary and nothing of the person."""
    give(signed_in, visit, asked)
    page = reverse("support_question", args=[visit.public_id, 4])
    signed_in.post(page, {"number": "12", "summary": "He counted.", "go": "next"})
    tell(visit, worker)
    flows.save_more(support=visit, by=worker, seen_by="Her sister", how_sure="sure")
    voice = flows.send_visit(support=visit, by=worker)
    assert voice.answers.get(question=asked["number"]).number == 12


def test_pages_of_each_kind_cost_few_queries_f2(signed_in, visit, asked, django_assert_max_num_queries):
    pages = give(signed_in, visit, asked)
    for page in (*pages.values(), reverse("support_check", args=[visit.public_id])):
        with django_assert_max_num_queries(25):
            assert signed_in.get(page).status_code == 200


def test_a_person_with_the_tablet_puts_in_order_alone_q5(signed_in, visit, asked):
    """The same presses on the tablet that was handed over; the worker sees none of it."""
    signed_in.post(
        reverse("support_hand_over", args=[visit.public_id]), {"number": "7391", "again": "7391", "go": "give"}
    )
    base = f"{asked['order'].round.address}answer/"
    pressed = signed_in.post(f"{base}2/", {"put": values(asked["order"], 2)[0]})
    assert pressed.url.startswith(f"{base}2/#choice-")
    signed_in.post(f"{base}4/", {"number": "9", "go": "next"})
    end = f"{base}give-back/"
    html = signed_in.get(end).content.decode()
    assert "<p>1. A job</p>" in html and "<p>9 hours</p>" in html
    signed_in.post(end, {"go": "finish"})
    signed_in.post(end, {"go": "back", "number": "7391"})
    html = signed_in.get(reverse("support_check", args=[visit.public_id])).content.decode()
    assert html.count("The person answered this alone.") == 2 and "1. A job" not in html and "9 hours" not in html
