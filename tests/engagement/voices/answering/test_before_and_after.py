"""One question a page, nothing forced, who helped, and whose view it is (Q1, Q5, Q10, Q13, Q15, Q17)."""

import re

import pytest

from engagement.voices.about import HELPED
from engagement.voices.models import AboutYou, DraftAnswer, Voice

from .conftest import answer_all, give

pytestmark = pytest.mark.django_db


def send(client, address, **about):
    """Tell something on "About you", and send."""
    client.post(f"{address}about/", {"go": "next"} | about)
    return client.post(f"{address}check/")


def test_one_question_a_page_and_back_is_always_there_q1(started, address):
    """Q1: one question, one main heading, big buttons, Back on every page, and what was given is kept."""
    give(started, address, 1)
    for number in range(1, 6):
        page = started.get(f"{address}{number}/").content.decode()
        assert len(re.findall(r"<h1", page)) == 1 and 'value="back"' in page and 'value="skip"' in page
    assert started.post(f"{address}2/", {"go": "back"}).url == f"{address}1/"
    assert " checked" in started.get(f"{address}1/").content.decode()


def test_every_question_can_be_left_out_q5(started, address):
    """Q5: Skip, "I am not sure" and "I do not want to say" are three things, and none is asked to be explained."""
    for number in range(1, 5):
        assert started.post(f"{address}{number}/", {"go": "skip"}).url == f"{address}{number + 1}/"
    started.post(f"{address}5/", {"go": "next", "choice": "not_said"})
    assert set(DraftAnswer.objects.values_list("state", flat=True)) == {"skipped", "not_said"}


def test_any_answer_can_be_changed_before_sending_once_q13(started, address):
    answer_all(started, address)
    page = started.get(f"{address}check/").content.decode()
    assert page.count("Change") >= 5 and f"{address}1/?to=check" in page
    assert started.post(f"{address}5/?to=check", {"go": "next", "words": "Another"}).url == f"{address}check/"
    send(started, address), started.post(f"{address}check/")
    assert Voice.objects.get().answers.get(question__kind="words").words == "Another"


@pytest.mark.parametrize("helped", [value for value, _ in HELPED] + [""])
def test_did_someone_help_you_is_never_a_reason_to_refuse_q15(started, address, helped):
    answer_all(started, address)
    assert "Did someone help you?" in started.get(f"{address}about/").content.decode()
    assert send(started, address, helped=helped).url == f"{address}done/"
    told = AboutYou.objects.filter(voice__taken_back_at=None).values_list("helped", flat=True)
    assert list(told) == ([helped] if helped not in ("", "not_say") else [])


def test_a_carers_own_view_is_a_kind_of_its_own_q17(started, address):
    """Q17: never counted as the person's, and the carer can stop and come back."""
    give(started, address, 1)
    assert started.post(f"{address}2/", {"go": "stop"}).url == f"{address}stop/"
    answer_all(started, address)
    send(started, address, who=["carer"], whose="someone_else")
    voice = Voice.objects.get()
    assert voice.provenance == "someone_else" and voice.speaking == "carer"


def test_no_time_limit_and_no_loss_q10(started, address):
    """Q10: each press is kept, in two tabs too: the newest counts, and both go on."""
    first, second = started, type(started)()
    second.cookies = first.cookies
    first.post(f"{address}5/", {"go": "next", "words": "From the first tab"})
    second.post(f"{address}5/", {"go": "next", "words": "From the second tab"})
    assert "From the second tab" in first.get(f"{address}check/").content.decode()
    second.post(f"{address}all/", {"go": "save", "q5-words": "From the page of all"})
    assert "From the page of all" in first.get(f"{address}5/").content.decode()


def test_back_after_sending_and_a_lost_reply_are_one_voice_r2(started, address):
    """R2: Send pressed again, from an old tab and after Back, shows the same card; nothing is sent twice."""
    answer_all(started, address)
    send(started, address)
    code = started.get(f"{address}done/").context["card"]["code"]
    for step, data in (("check/", {}), ("5/", {"go": "next", "words": "x"}), ("about/", {"go": "next"}),
                       ("all/", {"go": "next", "q5-words": "x"}), ("stop/", {"go": "card"}),
                       ("check/", {"go": "send"})):  # fmt: skip
        response = started.post(address + step, data)
        assert response.status_code == 302 and response.url == f"{address}done/", step
    assert started.get(f"{address}done/").context["card"]["code"] == code and Voice.objects.count() == 1
