"""The pages of answering: addresses, cookies, the same answers in two tabs, and every wrong turn."""

import re
import sys
from http.cookies import SimpleCookie

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from engagement.voices import flows
from engagement.voices.models import DraftAnswer, Knock, Voice, VoiceDraft
from tests import factories
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(open_round):
    return f"{open_round.address}answer/"


@pytest.fixture
def started(client, address):
    """A client that pressed Start."""
    client.post(address, {"go": "start"})
    return client


def give(client, address, number, **extra):
    """Answer question `number` as its page offers it: the first choice, or words."""
    page = client.get(f"{address}{number}/")
    options = page.context["options"]
    if page.context["question"].has_choices:
        data = {"choice": options[0]["value"]}
    else:
        data = {"words": "I want <b>more</b> time."}
    return client.post(f"{address}{number}/", data | {"go": "next"} | extra)


def answer_all(client, address):
    for number in range(1, 6):
        give(client, address, number)


def sent(client, address):
    """Answer all and send; returns the page with the card."""
    answer_all(client, address)
    client.post(f"{address}check/")
    return client.get(f"{address}done/")


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


def test_the_start_says_all_before_anything_is_asked_q11(client, open_round, address):
    words = " ".join(re.sub(r"<[^>]+>", " ", client.get(address).content.decode()).split())
    for said in ("There are 5 questions.", "It takes about 10 minutes.", "You can stop at any time.",
                 "We ask what you think", "will decide.", "we may have to tell someone"):  # fmt: skip
        assert said in words
    assert words.index("we may have to tell someone") < words.index("Start", words.index("Answer the questions"))


def test_who_to_ask_stands_before_the_start_q14(home_page, client):
    plan = factories.make_proposal(contact_name="The programme team", contact_phone="03000 41 41 41")
    page = client.get(f"{factories.make_round(proposal=plan).address}answer/").content.decode()
    assert page.index("tel:0300041") < page.index('value="start"')


def test_looking_at_the_start_keeps_nothing(client, address):
    response = client.get(address)
    assert "answering" not in response.cookies and not VoiceDraft.objects.exists()
    assert "no-store" in response["Cache-Control"]


def test_one_cookie_that_only_these_pages_get(client, address):
    cookie = client.post(address, {"go": "start"}).cookies["answering"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (address, True, "Lax")
    assert cookie["max-age"] == settings.DAYS_TO_COME_BACK * 24 * 3600
    assert VoiceDraft.objects.get().key != cookie.value


def test_start_twice_goes_on_with_the_same_answers(started, address):
    give(started, address, 1)
    assert started.post(address, {"go": "on"}).url == f"{address}2/"
    assert VoiceDraft.objects.count() == 1


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


def test_sending_nothing_is_told_kindly(started, address):
    response = started.post(f"{address}check/")
    assert response.status_code == 200 and "not answered a question yet" in response.content.decode()
    assert not Voice.objects.exists()


def test_two_tabs_send_one_voice(started, address):
    answer_all(started, address)
    other = Client()
    other.cookies = SimpleCookie(started.cookies.output(header="", sep=";"))
    other.cookies["answering"] = started.cookies["answering"].value
    assert started.post(f"{address}check/").url == f"{address}done/"
    assert other.post(f"{address}check/").url == f"{address}done/"
    assert other.post(f"{address}3/", {"go": "next", "words": "more"}).url == f"{address}done/"
    assert Voice.objects.count() == 1


def test_a_reload_of_send_is_one_voice(started, address):
    answer_all(started, address)
    for _ in range(3):
        started.post(f"{address}check/")
    codes = {started.get(f"{address}done/").context["card"]["code"] for _ in range(3)}
    assert Voice.objects.count() == 1 and len(codes) == 1


def test_finish_and_clear_starts_clean_for_the_next_person_6_2(started, address):
    first = sent(started, address).context["card"]["code"]
    response = started.post(f"{address}done/")
    assert response["Clear-Site-Data"] == '"cache"' and response.cookies["answering"].value == ""
    assert started.get(f"{address}done/").url == address
    assert "This phone or computer is clear" in started.get(response.url).content.decode()
    started.post(address, {"go": "start"})
    assert sent(started, address).context["card"]["code"] != first
    assert Voice.objects.count() == 2


def test_another_person_starts_new_although_nobody_cleared(started, address):
    sent(started, address)
    assert "Are you another person?" in started.get(address).content.decode()
    started.post(address, {"go": "new"})
    assert not any(option["checked"] for option in started.get(f"{address}1/").context["options"])
    sent(started, address)
    assert Voice.objects.count() == 2


def test_clearing_unsent_answers(started, address):
    give(started, address, 1)
    started.post(address, {"go": "clear"})
    assert not VoiceDraft.objects.exists()


def test_the_cookie_lasts_one_hour_after_sending(started, address):
    answer_all(started, address)
    assert started.post(f"{address}check/").cookies["answering"]["max-age"] == 3600


def test_without_answers_on_this_device(client, address):
    for page in ("1/", "about/", "check/", "done/"):
        assert client.get(address + page).url == address
    response = client.post(f"{address}5/", {"go": "next", "words": "My long thought"})
    assert response.status_code == 409 and "My long thought" in response.content.decode()
    assert client.post(f"{address}check/").status_code == 409


def test_the_secret_of_one_round_opens_no_other(started, address, open_round):
    other = factories.make_round(proposal=open_round.proposal)
    started.cookies["answering"]["path"] = "/"
    assert started.get(f"{other.address}answer/1/").url == f"{other.address}answer/"


@pytest.mark.parametrize(
    "opens, closes, words", [(3, 9, "You cannot answer yet"), (-9, -3, "You cannot answer any more")]
)
def test_not_open_and_closed_have_plain_pages(home_page, client, opens, closes, words):
    address = f"{factories.make_round(opens=opens, closes=closes).address}answer/"
    assert words in client.get(address).content.decode()
    assert words in client.post(address, {"go": "start"}).content.decode()
    assert not VoiceDraft.objects.exists()


def test_closing_in_the_middle(started, address, open_round):
    give(started, address, 1)
    close(open_round)
    assert give(started, address, 2).url == f"{address}3/"
    VoiceDraft.objects.update(saved_at=timezone.now() - timezone.timedelta(days=1))
    response = started.post(f"{address}5/", {"go": "next", "words": "Too late, dear"})
    page = response.content.decode()
    assert "You cannot answer any more" in page and "Too late, dear" in page
    assert "You cannot answer any more" in started.post(f"{address}check/").content.decode()


def test_a_question_that_ended_meanwhile_keeps_its_number(started, address, open_round):
    open_round.question_rows.filter(kind="several").update(ended_at=timezone.now())
    page = started.get(f"{address}3/")
    assert "We do not ask this question any more" in page.content.decode()
    assert (page.context["number"], page.context["total"]) == (3, 5)
    assert started.get(f"{address}4/").context["total"] == 5


def test_unknown_addresses(client, started, address, open_round):
    for wrong in ("/have-your-say/no/no/answer/", "/tell-us/answer/", f"{address}9/", f"{address}0/"):
        assert client.get(wrong).status_code == 404
    assert client.post("/have-your-say/no/no/answer/check/").status_code == 404
    type(open_round).objects.filter(pk=open_round.pk).update(live=False)
    assert Client().get(address).status_code == 404


def test_tell_us_has_the_same_pages(home_page, client):
    import json

    from engagement.proposals.models import RoundPage

    page = RoundPage(
        title="Tell us something", slug="tell-us", kind="tell_us", promise="ask", opens_on=factories.today(-1),
        questions=json.dumps([factories.question_block("words", "What do you want to tell us?")]),
    )  # fmt: skip
    page.live = False
    home_page.add_child(instance=page)
    factories.make_live(page)
    assert client.get("/tell-us/answer/").status_code == 200
    client.post("/tell-us/answer/", {"go": "start"})
    client.post("/tell-us/answer/1/", {"go": "next", "words": "Buses"})
    client.post("/tell-us/answer/check/")
    assert client.get("/tell-us/answer/done/").status_code == 200


def test_a_machine_that_fills_the_hidden_box_gets_nothing(client, address):
    response = client.post(address, {"go": "start", "website": "http://x"})
    assert response.status_code == 400 and "press the button again" in response.content.decode()
    assert not VoiceDraft.objects.exists()


def test_30_people_on_one_address_pass_and_ten_times_are_told_kindly_s6(open_round, address):
    for _ in range(30):
        assert Client().post(address, {"go": "start"}).status_code == 302
    assert Knock.objects.get().count == 30 and "127.0.0.1" not in str(Knock.objects.values())
    statuses = [Client().post(address, {"go": "start"}).status_code for _ in range(100)]
    assert statuses.count(429) == 10
    assert "wait a little" in Client().post(address, {"go": "start"}).content.decode()
    assert VoiceDraft.objects.count() == 120


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


def test_a_voice_taken_back_shows_no_card_any_more(started, address):
    sent(started, address)
    flows.take_back(voice=Voice.objects.get())
    response = started.get(f"{address}done/", follow=True)
    assert response.redirect_chain and "You took back what you said" in response.content.decode()


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
