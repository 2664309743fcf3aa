"""The tablet goes to the person and comes back, and neither sees the other's screens (docs/support.md)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from engagement.people.roles import PMU
from engagement.voices import flows
from engagement.voices.flows import handing_over, visiting
from engagement.voices.views.device import OVER_COOKIE
from tests.engagement.voices.support.conftest import tell

NUMBER = "7391"


@pytest.fixture
def begun(visit, worker, questions):
    """A visit in which the worker answered the first question only, with a summary of their own."""
    question = questions[0]
    told = {"choices": [question.choices.first()], "words": "I love the bus.", "summary": "She means the 71."}
    flows.save_visit_answer(support=visit, by=worker, question=question, **told)
    return visit


@pytest.fixture
def tablet(begun, signed_in):
    """The client of the worker's tablet, just handed over."""
    page = signed_in.post(link(begun), {"number": NUMBER, "again": NUMBER, "go": "give"})
    assert page.status_code == 302, page.content
    signed_in.first = page.url
    return signed_in


def link(visit, name="hand_over"):
    return reverse(f"support_{name}", args=[visit.public_id])


def answer_alone(tablet, words="My secret."):
    """Skip every question but the last, which is in own words, and go to the end. Returns the address of the end."""
    address = tablet.first
    for _ in range(3):
        address = tablet.post(address, {"go": "skip"}).url
    return tablet.post(address, {"go": "next", "words": words}).url


def test_the_person_sees_what_is_left_and_nothing_of_the_workers(tablet, begun):
    page = tablet.get(tablet.first).content.decode()
    assert "Question 1 of 4" in page  # four of five are left, and the count never changes (Q11)
    assert "I love the bus" not in page and "She means the 71" not in page and "Your list" not in page
    assert tablet.get("/support/").status_code == 302  # signed out: to sign in
    for name in ("one", "hand_over", "check"):
        assert tablet.get(link(begun, name)).url.startswith("/accounts/login/")


def test_pages_of_both_are_kept_by_no_browser(tablet, begun):
    """Back shows nothing: neither page may be kept (bfcache, no-store)."""
    for address in (tablet.first, tablet.first.replace("/1/", "/give-back/")):
        assert "no-store" in tablet.get(address)["Cache-Control"]


def test_nothing_else_of_answering_opens_on_the_tablet(tablet, begun):
    """Not sending, not About you, not clearing: the worker's draft stays as it is."""
    base = tablet.first.removesuffix("1/")
    for path in ("", "about/", "check/"):
        assert tablet.get(base + path).url.endswith("/answer/give-back/")
        assert tablet.post(base + path, {"go": "clear"}).url.endswith("/answer/give-back/")
    begun.refresh_from_db()
    assert begun.draft.answers.count() == 1 and not begun.is_sent


def test_it_comes_back_by_the_number_and_the_worker_sees_none_of_it(tablet, begun, questions):
    end = answer_alone(tablet)
    assert "My secret." in tablet.get(end).content.decode()  # the person's own screen, to check
    tablet.post(end, {"go": "finish"})
    assert "My secret." not in tablet.get(end).content.decode()
    assert tablet.get(tablet.first).url.endswith("give-back/")  # shut for whoever takes it now
    back = tablet.post(end, {"go": "back", "number": NUMBER})
    assert back.url == link(begun, "one") and back["Clear-Site-Data"] == '"cache"'
    assert OVER_COOKIE not in {name for name, kept in tablet.cookies.items() if kept.value}
    page = tablet.get(link(begun, "check")).content.decode()
    assert "The person answered this alone." in page and "My secret." not in page
    last = tablet.get(reverse("support_question", args=[begun.public_id, 5])).content.decode()
    assert "The person answered this alone" in last and "My secret." not in last
    refused = tablet.post(reverse("support_question", args=[begun.public_id, 5]), {"go": "next", "words": "Mine."})
    assert "The person answered this alone" in refused.content.decode()


def test_what_was_given_alone_is_own_words_and_stays_unseen_after_sending(tablet, begun, worker):
    end = answer_alone(tablet)
    tablet.post(end, {"go": "finish"})
    tablet.post(end, {"go": "back", "number": NUMBER})
    begun.refresh_from_db()
    tell(begun, worker, whose="observed")
    flows.save_more(support=begun, by=worker, seen_by="support worker", how_sure="sure")
    voice = flows.send_visit(support=begun, by=worker)
    answer = voice.answers.get(words="My secret.")
    assert (answer.alone, answer.whose, voice.provenance) == (True, "own_words", "observed")
    page = tablet.get(link(begun, "one")).content.decode()
    assert "The person answered this alone." in page and "My secret." not in page
    begun.refresh_from_db()
    with pytest.raises(ValidationError, match=visiting.ALONE):
        flows.correct_answer(support=begun, by=worker, question=answer.question, words="Other.")


def test_a_wrong_number_is_counted_and_then_only_signing_in_helps(tablet, begun, worker):
    end = tablet.first.replace("/1/", "/give-back/")
    for _ in range(4):
        page = tablet.post(end, {"go": "back", "number": "0000"})
        assert page.status_code == 400 and handing_over.WRONG_NUMBER in page.content.decode()
    assert handing_over.LOCKED in tablet.post(end, {"go": "back", "number": "0000"}).content.decode()
    page = tablet.post(end, {"go": "back", "number": NUMBER})
    assert page.status_code == 400 and "_auth_user_id" not in tablet.session
    elsewhere = Client()
    elsewhere.force_login(worker)
    assert "The person has the tablet" in elsewhere.get(link(begun)).content.decode()
    elsewhere.post(link(begun), {"go": "back"})
    assert tablet.get(tablet.first).url.endswith("/answer/")  # the person's screens have stopped
    assert elsewhere.get(link(begun, "check")).status_code == 200


def test_the_worker_writes_nothing_while_the_person_has_it(tablet, begun, worker, questions):
    with pytest.raises(ValidationError, match="The person has the tablet"):
        flows.save_visit_answer(support=begun, by=worker, question=questions[0], words="Other.")
    with pytest.raises(ValidationError, match="The person has the tablet"):
        flows.send_visit(support=begun, by=worker)
    with pytest.raises(ValidationError, match="The person has the tablet"):
        flows.hand_over(support=begun, by=worker, number=NUMBER)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("12", handing_over.NEEDS_NUMBER), ("12a4", handing_over.NEEDS_NUMBER), ("1111", handing_over.TOO_EASY)],
)
def test_the_number_is_4_digits_and_not_easy(begun, worker, number, sentence):
    with pytest.raises(ValidationError, match=sentence):
        flows.hand_over(support=begun, by=worker, number=number)


def test_two_numbers_that_differ_are_told(begun, signed_in):
    page = signed_in.post(link(begun), {"number": NUMBER, "again": "7392", "go": "give"})
    assert page.status_code == 400 and "These 2 numbers are not the same." in page.content.decode()


def test_staff_get_no_number_that_goes_round_their_second_step(begun, worker, roles):
    """S5: a number must never bring somebody into the admin."""
    from django.contrib.auth.models import Group

    worker.groups.add(Group.objects.get(name=PMU))
    worker = type(worker).objects.get(pk=worker.pk)
    over, _ = flows.hand_over(support=begun, by=worker, number="")
    assert over.is_locked
    with pytest.raises(ValidationError, match=handing_over.LOCKED):
        flows.take_back_by_number(over=over, number="")


def test_nobody_hands_over_another_workers_visit(begun, other_worker):
    with pytest.raises(PermissionDenied):
        flows.hand_over(support=begun, by=other_worker, number=NUMBER)


def test_nothing_left_to_ask_is_told(ready_visit, worker):
    with pytest.raises(ValidationError, match=handing_over.NOTHING_LEFT):
        flows.hand_over(support=ready_visit, by=worker, number=NUMBER)
