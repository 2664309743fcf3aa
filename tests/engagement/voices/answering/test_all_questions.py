"""All questions on one page, for those who want it: the same unsent answers, and nothing that is right is lost."""

import sys

import pytest
from django.db import OperationalError
from django.utils import timezone

from engagement.voices import flows
from engagement.voices.models import Attachment, DraftAnswer, Voice, VoiceDraft
from tests import factories
from tests.engagement.voices.test_easy_words import errors_of

from .conftest import give

pytestmark = pytest.mark.django_db


def first_of_each(client, address, **extra):
    """What somebody presses who takes the first choice of each question, and types in the last."""
    data = {"go": "save", "q5-words": "I want more time."}
    for row in client.get(f"{address}all/").context["rows"]:
        if row["question"].kind != "words":
            data[f"q{row['place']}-choice"] = row["fields"]["options"][0]["value"]
    return data | extra


def wrong_in(page):
    """The fields with an error on a page, in their order."""
    return [error["id"] for row in page.context["rows"] for error in row["errors"]]


def test_one_press_stores_all_of_it(started, address):
    assert started.post(f"{address}all/", first_of_each(started, address)).url == f"{address}all/?saved=yes"
    assert DraftAnswer.objects.count() == 5 and set(DraftAnswer.objects.values_list("state", flat=True)) == {"answered"}
    page = started.get(f"{address}all/?saved=yes").content.decode()
    assert "We saved your answers." in page and page.count(" checked") == 4 and "I want more time." in page
    assert not errors_of(page.replace("I want more time.", ""))


def test_it_is_the_same_draft_as_one_question_a_page(started, address):
    give(started, address, 1)
    assert started.get(f"{address}all/").content.decode().count(" checked") == 1
    started.post(f"{address}all/", {"go": "all", "q5-words": "Half a thou"})
    assert "Half a thou" in started.get(f"{address}5/").content.decode()
    assert started.post(f"{address}all/", {"go": "all"}).url == f"{address}1/"  # and back to one on each page
    data = first_of_each(started, address, go="next")
    assert started.post(f"{address}all/", data).url == f"{address}about/"
    started.post(f"{address}about/", {"go": "skip"})
    assert started.post(f"{address}check/").url == f"{address}done/"
    assert Voice.objects.get().answers.count() == 5 and Voice.objects.get().votes.count() == 1


def test_what_is_right_is_stored_beside_what_is_wrong_q13(started, address):
    """The error stands beside its question and at the top; what was typed stays; the others are safe."""
    data = first_of_each(started, address, **{"q5-words": "x" * 5001, "q1-choice": "nonsense"})
    page = started.post(f"{address}all/", data)
    html = page.content.decode()
    assert wrong_in(page) == ["q1-choice-1", "q5-words"]
    assert 'href="#q5-words"' in html and 'id="q5-words-error"' in html and "x" * 5001 in html
    assert "We saved all your other answers." in html
    assert set(DraftAnswer.objects.values_list("question__kind", flat=True)) == {"one", "several", "faces"}


def test_an_empty_page_is_no_mistake_and_an_emptied_answer_is_no_answer_q5(started, address):
    assert started.post(f"{address}all/", {"go": "save"}).status_code == 302 and not DraftAnswer.objects.exists()
    started.post(f"{address}all/", {"go": "save", "q5-words": "Hello"})
    started.post(f"{address}all/", {"go": "save", "q5-words": ""})
    assert not DraftAnswer.objects.exists()  # nobody pressed Skip


def test_a_picture_alone_stays_an_answer(started, address, open_round):
    question = open_round.question_rows.get(kind="words")
    draft = VoiceDraft.objects.get()
    Attachment.objects.create(draft=draft, question=question, kind="picture", file="x", width=1, height=1, bytes=1)
    flows.save_answer(draft=draft, question=question)
    started.post(f"{address}all/", {"go": "save", "q5-words": ""})
    assert DraftAnswer.objects.get().state == "answered"


def test_three_values_that_are_not_answers_q5(started, address):
    started.post(f"{address}all/", {"go": "save", "q5-choice": "not_said"})
    assert DraftAnswer.objects.get().state == "not_said"
    started.post(f"{address}all/", {"go": "save", "q5-choice": "not_sure"})
    assert DraftAnswer.objects.get().state == "not_sure"


def test_every_kind_can_be_answered_here(home_page, client):
    blocks = [
        factories.question_block("either", "A or B?", choices=["A", "B"]),
        factories.question_block("order", "In which order?", choices=["Bus", "Car", "Bike"]),
        factories.question_block("sort", "What do you like?", choices=["Tea", "Cake"]),
        factories.question_block("number", "How much?", unit="pounds"),
    ]
    address = f"{factories.make_round(questions=blocks).address}answer/"
    client.post(address, {"go": "start"})
    rows = client.get(f"{address}all/").context["rows"]
    bus = rows[1]["fields"]["things"][1]["value"]
    tea = rows[2]["fields"]["things"][0]
    data = {"q1-choice": rows[0]["fields"]["options"][0]["value"], tea["name"]: "like", "q4-number": "£1,200"}
    response = client.post(f"{address}all/", data | {"q2-put": bus})
    assert response.url == f"{address}all/#q2-choice-2"  # a press on a thing saves and comes back to it
    assert DraftAnswer.objects.count() == 4
    page = client.post(f"{address}all/", {"q4-number": "lots", "go": "save"})
    assert wrong_in(page) == ["q4-number"] and "lots" in page.content.decode()


def test_a_question_with_a_page_of_its_own_is_linked(started, address, open_round):
    open_round.question_rows.filter(kind="words").update(takes_picture=True)
    page = started.get(f"{address}all/").content.decode()
    assert "Answer with a picture or by speaking" in page
    response = started.post(f"{address}all/", {"go": "at-5", "q5-words": "Look"})
    assert response.url == f"{address}5/" and DraftAnswer.objects.get().words == "Look"
    assert started.post(f"{address}all/", {"go": "at-99"}).status_code == 302
    assert started.post(f"{address}all/", {"go": "at-x"}).url == f"{address}all/?saved=yes"


def test_a_question_that_ended_says_so_and_keeps_its_number(started, address, open_round):
    open_round.question_rows.filter(kind="several").update(ended_at=timezone.now())
    page = started.get(f"{address}all/")
    assert "We do not ask this question any more." in page.content.decode() and len(page.context["rows"]) == 5


def test_back_after_sending_and_a_draft_that_is_gone_keep_the_words(started, address):
    data = first_of_each(started, address, go="next")
    started.post(f"{address}all/", data)
    started.post(f"{address}check/")
    assert started.post(f"{address}all/", data).url == f"{address}done/"  # Back, and the same button again (R2)
    assert Voice.objects.count() == 1
    other = type(started)()
    response = other.post(f"{address}all/", {"q5-words": "My long thought"})
    assert response.status_code == 409


def test_a_full_disk_keeps_what_was_typed_r3(started, address, monkeypatch):
    def full(**_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(sys.modules["engagement.voices.views.all_questions"], "save_answers", full)
    response = started.post(f"{address}all/", {"q5-words": "My long thought"})
    assert response.status_code == 503 and "My long thought" in response.content.decode()


def test_the_same_queries_for_few_and_many_questions_f2(home_page, client, django_assert_max_num_queries):
    for count in (3, 30):
        blocks = [factories.question_block("one", f"Which {n}?", choices=["A", "B"]) for n in range(count)]
        address = f"{factories.make_round(questions=blocks).address}answer/"
        client.post(address, {"go": "start"})
        client.get(f"{address}all/")
        with django_assert_max_num_queries(10):
            rows = client.get(f"{address}all/").context["rows"]
        data = {f"q{row['place']}-choice": row["fields"]["options"][0]["value"] for row in rows}
        for _ in range(2):
            with django_assert_max_num_queries(12):
                client.post(f"{address}all/", data)
        with django_assert_max_num_queries(10):
            client.get(f"{address}all/")
    assert DraftAnswer.objects.count() == 33


def test_the_tablet_of_a_worker_has_no_such_page(client, address):
    assert client.get(f"{address}all/").url == address
