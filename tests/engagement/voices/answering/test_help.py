"""One Help on every page of answering, in one place, and nothing that was typed is lost by a press in it (Q14, Q18)."""

import re

import pytest
from django.db import OperationalError

from engagement.voices.models import DraftAnswer, VoiceDraft
from engagement.voices.views import question as question_view  # noqa: F401
from tests import factories

from .conftest import answer_all, give

pytestmark = pytest.mark.django_db
STEPS = ("", "practice/", "1/", "5/", "all/", "about/", "check/", "stop/", "ask/?page=2", "5/picture/")


def strip_of(page):
    """The strip at the top of a page: what stands before its main part."""
    return page[page.index('<nav class="help-strip"') : page.index("<main")]


def test_help_stands_first_on_every_step_and_holds_the_same_q14(started, address):
    """WCAG 3.2.6: Help, "I am not safe" and "Leave this site quickly" in one order, before anything else."""
    for step in STEPS:
        page = started.get(address + step).content.decode()
        strip = strip_of(page)
        order = [strip.index(words) for words in ("<summary>", "Ask someone", "Make it work for me")]
        assert order == sorted(order), step
        assert strip.index("</details>") < strip.rindex("I am not safe") < strip.index("Leave this site quickly"), step
        assert "site-footer" not in page and "site-nav" not in page, step


def test_help_holds_stop_ask_not_safe_look_and_phone_q14(started, address):
    from wagtail.models import Site

    from home.models import WhoToAsk

    who = WhoToAsk.for_site(Site.objects.get(is_default_site=True))
    who.phone = "03000 41 41 41"
    who.save()
    help_menu = strip_of(started.get(f"{address}1/").content.decode()).split("</details>")[0]
    for words in ("Stop for now", "Ask someone", "I am not safe", "Make it work for me", "tel:03000414141",
                  "Read it in standard words", "See all questions on 1 page"):  # fmt: skip
        assert words in help_menu
    assert "Stop for now" not in strip_of(started.get("/come-back/x/").content.decode())


@pytest.mark.parametrize(
    "go, to",
    [
        ("ask", "ask/?page=5"),
        ("not_safe", "/help/not-safe/"),
        ("look", "/look/?back="),
        ("words", "5/?words=standard"),
        ("all", "all/"),
        ("stop", "stop/"),
    ],
)
def test_each_press_stores_first_q14(started, address, go, to):
    """Q10, 6.1: whatever is pressed, the half sentence is there afterwards."""
    response = started.post(f"{address}5/", {"go": go, "words": "Half a thou"})
    assert response.url.startswith(to if to.startswith("/") else address + to)
    assert DraftAnswer.objects.get().words == "Half a thou"
    assert started.post(f"{address}5/", {"go": go, "words": ""}).status_code == 302  # an empty page is no mistake


def test_the_look_leads_back_to_the_same_question(started, address):
    url = started.post(f"{address}5/?to=check", {"go": "look"}).url
    assert started.get(url).status_code == 200 and f"{address}5/" in started.get(url).content.decode()


@pytest.mark.parametrize("step", ["1/", "about/", "all/", "check/", "practice/"])
def test_who_is_not_safe_gets_there_whatever_they_gave_q18(started, address, step, client):
    wrong = {"go": "not_safe", "choice": "nonsense", "q1-choice": "nonsense", "place": "Paris"}
    assert started.post(address + step, wrong).url == "/help/not-safe/"
    VoiceDraft.objects.all().delete()  # sent or cleared in another tab
    assert started.post(address + step, wrong).url == "/help/not-safe/"


def test_who_is_not_safe_gets_there_when_the_disk_is_full_q18(started, address, monkeypatch):
    def full(**_):
        raise OperationalError("database or disk is full")

    import sys

    monkeypatch.setattr(sys.modules["engagement.voices.views.question"], "save_answer", full)
    assert started.post(f"{address}5/", {"go": "not_safe", "words": "x"}).url == "/help/not-safe/"


def test_the_warning_stands_before_the_box_q18(started, address):
    """Q18: not to write names, and what we may have to tell, before the first thing that can be typed in."""
    for step, box in (("5/", "<textarea"), ("all/", '<textarea name="q5-words"')):
        page = started.get(address + step).content.decode()
        assert page.index("do not write anyone") < page.index("we may have to tell") < page.index(box)


def test_help_on_the_pages_about_you_and_check_keeps_what_was_told(started, address):
    started.post(f"{address}about/", {"go": "ask", "place": "Thanet"})
    assert VoiceDraft.objects.get().about["place"] == "Thanet"
    give(started, address, 1)
    for go, to in (("stop", "stop/"), ("ask", "ask/?page=check"), ("back", "about/"), ("all", "all/")):
        assert started.post(f"{address}check/", {"go": go}).url == address + to
    assert VoiceDraft.objects.exists()  # nothing was sent


def test_the_enter_key_presses_next_and_not_the_help(started, address):
    """The first button of the form, in the order of the page, is the one that goes on."""
    for step, value in (("1/", "next"), ("about/", "next"), ("check/", "send"), ("all/", "save")):
        page = started.get(address + step).content.decode()
        first = re.search(r'<button type="submit" form="answer" name="go" value="(\w+)"', page)
        assert first[1] == value


def test_a_question_that_ended_still_has_its_help(started, address, open_round):
    from django.utils import timezone

    open_round.question_rows.filter(kind="several").update(ended_at=timezone.now())
    assert "Ask someone" in started.get(f"{address}3/").content.decode()
    assert started.post(f"{address}3/", {"go": "ask"}).url == f"{address}ask/?page=3"


def test_queries_of_every_step_f2(started, address, django_assert_max_num_queries):
    """F2 on every page of answering, and on every press."""
    started.get(address)
    answer_all(started, address)
    for step in STEPS:
        with django_assert_max_num_queries(10):
            started.get(address + step)
    for step, data in (("1/", {"go": "ask"}), ("practice/", {"go": "next", "choice": "yes"}), ("stop/", {"go": "card"}),
                       ("about/", {"go": "look"}), ("check/", {"go": "ask"})):  # fmt: skip
        with django_assert_max_num_queries(10):
            started.post(address + step, data)


def test_the_start_page_says_all_of_it_q11(client, address, open_round):
    """Q11: how many, how long, what happens next, who to ring, that you can stop and come back, before Start."""
    words = " ".join(re.sub(r"<[^>]+>", " ", client.get(address).content.decode()).split())
    for said in ("There are 5 questions.", "It takes about 10 minutes.", "You can stop at any time.",
                 "You can come back within 30 days.", "We read every word.", "They want to decide by",
                 "Phone 01632 960 111", "you can practise with 1 question", "ask us to phone you"):  # fmt: skip
        assert said in words, said
        assert words.index(said) < words.rindex("Start")


def test_the_count_never_changes_midway_q11(started, address, open_round):
    """Q1, Q11: one question a page; the practice is not counted, and a question that comes later neither."""
    assert started.get(f"{address}practice/").context.get("number") is None
    open_round.question_rows.create(kind="words", text="One more?", sort_order=9)
    for number in range(1, 6):
        page = started.get(f"{address}{number}/")
        assert f"Question {number} of 5" in page.content.decode() and page.content.decode().count("<h1") == 1
    assert started.get(f"{address}6/").status_code == 404
    assert len(started.get(f"{address}all/").context["rows"]) == 5


def test_thank_you_says_what_happens_next_and_by_when_q16(finished, address, open_round):
    page = finished.get(f"{address}done/").content.decode()
    assert "Thank you. We have your answers." in page and "We say what we heard" in page
    assert "People can answer until" in page and "They want to decide by" in page


def test_thank_you_says_when_it_is_late_q16(finished, address, open_round):
    plan = open_round.proposal
    type(plan).objects.filter(pk=plan.pk).update(decide_on=factories.today(-3))
    page = finished.get(f"{address}done/").content.decode()
    assert "They wanted to decide by" in page and "This is late" in page
