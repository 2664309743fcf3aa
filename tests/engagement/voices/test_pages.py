"""The pages of answering: what was given stays, what is wrong is told kindly, and what a page costs."""

import sys

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from engagement.voices.models import DraftAnswer, Voice
from tests import factories
from tests.engagement.voices.on_pages import answer_all, give

pytestmark = pytest.mark.django_db


def test_the_whole_way(started, address):
    client = started
    assert client.get(f"{address}1/").context["number"] == 1
    assert give(client, address, 1).url == f"{address}2/"
    answer_all(client, address)
    assert give(client, address, 5).url == f"{address}about/"
    response = client.post(f"{address}about/", {"go": "next", "who": ["carer"], "place": "Thanet", "publish": "on"})
    assert response.url == f"{address}check/"
    assert client.post(f"{address}check/").url == f"{address}done/"
    card = client.get(f"{address}done/").content.decode()
    voice = Voice.objects.get()
    assert f"{voice.card.code[:4]} {voice.card.code[4:]}" in card and "<svg" in card and "style=" not in card
    assert voice.answers.get(question__kind="words").words == "I want <b>more</b> time."
    assert voice.speaking == "carer" and voice.consents.count() == 1


def test_back_and_reload_show_what_was_given(started, address):
    give(started, address, 1)
    page = started.get(f"{address}1/")
    assert [option["checked"] for option in page.context["options"]] == [True, False, False]
    assert started.post(f"{address}2/", {"go": "back"}).url == f"{address}1/"


PRESSES = [("back", "4/"), ("stop", "stop/"), ("words", "5/?words=standard"), ("skip", "about/")]


@pytest.mark.parametrize("go, to", PRESSES)
def test_every_button_keeps_what_was_typed(started, address, go, to):
    assert started.post(f"{address}5/", {"go": go, "words": "Half a thou"}).url == address + to
    assert DraftAnswer.objects.get().words == "Half a thou"
    assert "Half a thou" in started.get(f"{address}5/").content.decode()


def test_the_standard_words_and_back_without_losing_answers_q8(home_page, client):
    blocks = [factories.question_block("yes_no", "Do you like the bus?", standard_text="Is public transport adequate?")]
    address = f"{factories.make_round(questions=blocks).address}answer/"
    client.post(address, {"go": "start"})
    choice = client.get(f"{address}1/").context["options"][0]["value"]
    url = client.post(f"{address}1/", {"go": "words", "choice": choice}).url
    page = client.get(url)
    assert "Is public transport adequate?" in page.content.decode() and page.context["options"][0]["checked"]
    assert client.post(url, {"go": "words", "choice": choice}).url == f"{address}1/"
    assert client.post(url, {"go": "next", "choice": choice}).url == f"{address}about/?words=standard"


def test_no_answer_is_told_kindly_at_the_top_and_beside(started, address):
    page = started.post(f"{address}1/", {"go": "next"}).content.decode()
    assert page.count("Choose your answer. Or press Skip.") == 2 and 'href="#choice-1"' in page
    page = started.post(f"{address}5/", {"go": "next", "words": "x" * 5001}).content.decode()
    assert "too long" in page and "x" * 5001 in page
    assert not DraftAnswer.objects.exists()


def test_a_choice_that_is_not_on_the_page(started, address):
    assert (
        "Choose 1 of the answers" in started.post(f"{address}1/", {"go": "next", "choice": "made-up"}).content.decode()
    )


def test_do_not_want_to_say_only_on_sensitive_ones_q5(started, address):
    values = {n: [o["value"] for o in started.get(f"{address}{n}/").context["options"]] for n in (1, 5)}
    assert "not_said" not in values[1] and values[5] == ["not_sure", "not_said"]
    started.post(f"{address}5/", {"go": "next", "choice": "not_said"})
    assert DraftAnswer.objects.get().state == "not_said"
    page = started.post(f"{address}5/", {"go": "next", "choice": "not_said", "words": "But"}).content.decode()
    assert "Please choose 1 of them" in page and "But" in page


def test_what_may_have_to_be_shared_stands_before_each_box_3_6(started, address):
    for number in range(1, 6):
        page = started.get(f"{address}{number}/").content.decode()
        assert page.index("we may have to tell someone") < page.index("<textarea")


def test_choices_are_turned_round_for_people_but_scales_never_q3(home_page):
    round = factories.make_round(
        questions=[
            factories.question_block("one", "Which?", choices=["A", "B", "C"]),
            factories.question_block("faces", "How?"),
        ]
    )
    orders, scales = set(), set()
    for _ in range(45):  # so that all three come, but for 1 time in 10 million
        client = Client()
        client.post(f"{round.address}answer/", {"go": "start"})
        pages = [client.get(f"{round.address}answer/{n}/").context["options"] for n in (1, 2)]
        again = client.get(f"{round.address}answer/1/").context["options"]
        assert again == pages[0]
        orders.add("".join(option["label"][0] for option in pages[0]))
        scales.add("".join(option["meaning"] for option in pages[1]))
    assert orders == {"ABCI", "BCAI", "CABI"} and scales == {"goodokbadnot_sure"}


def test_check_shows_all_and_a_change_comes_back(started, address):
    give(started, address, 1)
    page = started.get(f"{address}check/").content.decode()
    assert "You have not answered this." in page and f"{address}1/?to=check" in page
    choice = started.get(f"{address}1/").context["options"][1]["value"]
    assert started.post(f"{address}1/?to=check", {"go": "next", "choice": choice}).url == f"{address}check/"
    assert "No" in [row["answer"][0] for row in started.get(f"{address}check/").context["rows"]]


def test_a_question_that_ended_meanwhile_keeps_its_number(started, address, open_round):
    open_round.question_rows.filter(kind="several").update(ended_at=timezone.now())
    page = started.get(f"{address}3/")
    assert "We do not ask this question any more" in page.content.decode()
    assert (page.context["number"], page.context["total"]) == (3, 5)
    assert started.get(f"{address}4/").context["total"] == 5


def test_forms_need_their_token(address):
    assert Client(enforce_csrf_checks=True).post(address, {"go": "start"}).status_code == 403


def test_words_are_escaped_wherever_they_stand_s1(started, address):
    started.post(f"{address}5/", {"go": "next", "words": "<script>alert(1)</script></textarea><img src=x onerror=y>"})
    for page in (f"{address}5/", f"{address}check/"):
        html = started.get(page).content.decode()
        assert "<script>alert" not in html and "<img src=x" not in html and "&lt;script&gt;" in html


def test_queries_f2(started, address, django_assert_max_num_queries):
    started.get(f"{address}1/")
    for page in ("", "1/", "4/", "5/", "about/", "check/"):
        with django_assert_max_num_queries(10):
            started.get(address + page)
    with django_assert_max_num_queries(10):
        give_now = started.get(f"{address}2/").context["options"][0]["value"]
    with django_assert_max_num_queries(10):
        started.post(f"{address}2/", {"go": "next", "choice": give_now})
    answer_all(started, address)
    with django_assert_max_num_queries(12):
        started.post(f"{address}check/")
    with django_assert_max_num_queries(10):
        started.get(f"{address}done/")


def test_many_questions_cost_no_more_queries_f2(home_page, client, django_assert_max_num_queries):
    blocks = [factories.question_block("one", f"Which {n}?", choices=["A", "B"]) for n in range(30)]
    address = f"{factories.make_round(questions=blocks).address}answer/"
    client.post(address, {"go": "start"})
    client.get(address)  # the very first page makes rows that are made once, such as whom to ask
    for page in ("1/", "check/"):
        with django_assert_max_num_queries(10):
            client.get(address + page)


def test_a_full_disk_is_told_plainly_and_keeps_what_was_typed_r3(started, address, monkeypatch):
    def full(**_):
        raise OperationalError("database or disk is full")

    answer_all(started, address)
    monkeypatch.setattr(sys.modules["engagement.voices.views.question"], "save_answer", full)
    monkeypatch.setattr(sys.modules["engagement.voices.views.check"], "send_voice", full)
    response = started.post(f"{address}5/", {"go": "next", "words": "My long thought"})
    assert response.status_code == 503 and "could not save" in response.content.decode()
    assert "My long thought" in response.content.decode()
    response = started.post(f"{address}check/")
    assert response.status_code == 503 and "press Send again" in response.content.decode()
    monkeypatch.undo()
    assert started.post(f"{address}check/").url == f"{address}done/"


def test_a_vote_that_was_written_anew_is_asked_again(started, address, open_round):
    """The author changes the choices after this person chose, and before anybody voted."""
    from tests.engagement.polls.test_sync_questions import raw, republish

    answer_all(started, address)
    blocks = raw(open_round)
    other = factories.question_block("one", "Which is better?", choices=["C", "D"], poll="weigh")
    blocks[1]["value"] = other["value"]
    republish(open_round, blocks)
    page = started.post(f"{address}check/").content.decode()
    assert "We changed a vote while you were answering." in page and not Voice.objects.exists()
    give(started, address, 2)
    assert started.post(f"{address}check/").url == f"{address}done/"
