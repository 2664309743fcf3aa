"""The pages on which people say something about one sentence: without JavaScript, once, and kindly refused."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from engagement.shaping.models import Comment, UnsentWords
from engagement.voices.flows import clear_old_drafts
from engagement.voices.keys import link_token_of
from engagement.voices.models import Voice, VoiceDraft
from engagement.voices.said import MOST_WORDS, TOO_LONG
from tests import factories
from tests.engagement.shaping.shaped import SENTENCES, make_talk, place_of, say
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(home_page):
    """An open round and the draft that it is about."""
    return make_talk()


@pytest.fixture
def address(talk):
    """The address that the draft's page links for its first sentence."""
    page, draft = talk
    return f"{page.proposal.address}draft-1/say/{place_of(draft, SENTENCES[0])}/"


def text(response):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def press(client, address, **values):
    """Open the page, press one of its buttons, and give the last response."""
    shown = client.get(address, follow=True)
    token = re.search(r'name="token" value="([\w-]+)"', shown.content.decode())[1]
    return client.post(shown.request["PATH_INFO"], {"token": token, "words": ""} | values, follow=True)


def test_a_press_on_a_sentence_says_that_it_is_hard_and_gives_a_card(client, talk, address):
    told = press(client, address, kind="hard")
    assert "Thank you. We have your words." in text(told) and "This is your card" in text(told)
    comment = Comment.objects.get()
    assert (comment.kind, comment.sentence, comment.voice.round) == ("hard", SENTENCES[0], talk[0])
    token = link_token_of(client.cookies["answering"].value)
    card = text(client.get(reverse("my_voice_card", args=[token])))
    assert SENTENCES[0] in card and "You said: This is hard to understand" in card and "We read every word" in card


def test_the_page_of_a_draft_links_each_sentence_and_holds_no_token(client, talk):
    page, draft = talk
    response = client.get(f"{page.proposal.address}draft-1/")
    raw = response.content.decode()
    for sentence in SENTENCES:
        key = place_of(draft, sentence)
        assert f'id="s-{key}"><a href="{page.proposal.address}draft-1/say/{key}/">{sentence}</a>' in raw
    assert "csrf" not in raw and not response.cookies


def test_no_links_while_nobody_asks(client, home_page):
    page, _ = make_talk(opens=-60, closes=-2)
    assert "/say/" not in client.get(f"{page.proposal.address}draft-1/").content.decode()


def test_only_the_last_draft_is_talked_about(client, talk, address):
    page, _ = talk
    made.make_draft(page.proposal, 2)
    assert "/say/" not in client.get(f"{page.proposal.address}draft-1/").content.decode()
    assert "There is a newer draft." in text(client.get(address))


def test_the_same_page_pressed_twice_is_one_word_of_one_voice(client, address):
    """R2: without a cookie too, because the secret was made with the page."""
    shown = client.get(address, follow=True)
    token = re.search(r'name="token" value="([\w-]+)"', shown.content.decode())[1]
    for _ in range(2):
        client.cookies.clear()
        client.post(shown.request["PATH_INFO"], {"token": token, "kind": "wrong", "words": "No."})
    assert Comment.objects.count() == Voice.objects.count() == 1


def test_the_next_person_on_a_tablet_starts_clean(client, address):
    press(client, address, kind="hard")
    shown = client.get(address, follow=True)
    assert "We found a card on this phone or computer" in text(shown)
    client.post(shown.request["PATH_INFO"], {"go": "new"})
    press(client, address, kind="hard")
    assert Voice.objects.count() == Comment.objects.count() == 2


def test_answers_go_on_with_the_same_voice_after_a_word_about_a_draft(client, talk, address):
    """The start page offers it; what is answered joins the same card."""
    press(client, address, kind="hard")
    start = reverse("answer", args=[talk[0].address])
    assert "Answer the questions" in text(client.get(start))
    client.post(start, {"go": "start"})
    first = Voice.objects.get()
    assert VoiceDraft.objects.get().key == first.draft_key
    client.post(reverse("answer_question", args=[talk[0].address, 5]), {"words": "More time.", "go": "next"})
    client.post(reverse("answer_check", args=[talk[0].address]))
    assert Voice.objects.get() == first and first.answers.get(words="More time.")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "say"}, "Type your words first."),
        ({"kind": "other"}, "Press 1 of the 3 buttons."),
        ({"kind": "hard", "website": "x"}, "Something went wrong. Please press the button again."),
    ],
)
def test_what_is_refused_is_told_and_what_was_typed_stays(client, address, values, sentence):
    refused = press(client, address, **{"words": "" if values["kind"] == "say" else "My words."} | values)
    assert refused.status_code == 400 and sentence in text(refused) and not Comment.objects.exists()
    assert values["kind"] == "say" or "My words." in text(refused)


def test_a_flood_is_told_kindly(client, address, settings):
    settings.COMMENTS_IN_AN_HOUR = 1
    press(client, address, kind="hard")
    assert press(client, address, kind="wrong").status_code == 429 and Comment.objects.count() == 1


def test_words_typed_when_it_closed_meanwhile_are_not_lost(client, talk, address):
    page, _ = talk
    shown = client.get(address, follow=True)
    type(page).objects.filter(pk=page.pk).update(closes_on=factories.today(-1))
    told = client.post(shown.request["PATH_INFO"], {"kind": "say", "words": "Marker words."})
    assert "You cannot say something about this now" in text(told) and "Marker words." in text(told)
    assert not Comment.objects.exists()


def test_an_unknown_sentence_draft_or_plan_is_told(client, talk, address):
    page, _ = talk
    plan = page.proposal.address
    assert "The draft does not say this any more." in text(client.get(f"{plan}draft-1/say/{'0' * 12}/"))
    assert client.get(f"{plan}draft-9/say/{'0' * 12}/").status_code == 404
    assert client.get(f"/have-your-say/nothing/draft-1/say/{'0' * 12}/").status_code == 404
    assert client.get(reverse("answer_say", args=[page.address, 9, "0" * 12])).status_code == 404


def test_words_are_escaped_everywhere(client, talk, address, pmu):
    told = press(client, address, kind="say", words="<script>1</script>")
    assert "<script>1" not in told.content.decode()
    client.force_login(pmu)
    comment = Comment.objects.get()
    screen = client.get(reverse("drafts:place", args=[comment.draft_id, comment.place])).content.decode()
    assert "<script>1" not in screen and "&lt;script&gt;1" in screen


def test_how_many_found_it_hard_is_public_only_after_closing_and_from_8_on(client, talk):
    """SEAMS.md, Counting."""
    page, draft = talk
    for _ in range(8):
        say(page, draft)
    for _ in range(7):
        say(page, draft, SENTENCES[1], kind="wrong")
    address = f"{page.proposal.address}draft-1/"
    assert "voices said" not in text(client.get(address))
    type(page).objects.filter(pk=page.pk).update(closes_on=factories.today(-1))
    page.refresh_from_db()
    page.save()
    told = text(client.get(address))
    assert "8 voices said: this is hard." in told and "7" not in told.split("What this draft says")[1].split("Help")[0]
    type(page).objects.filter(pk=page.pk).update(small_round=True)
    page.refresh_from_db()
    page.save()
    assert "voices said" not in text(client.get(address))


def words_on(client, address):
    """What stands in the box of the page (str)."""
    shown = client.get(address, follow=True).content.decode()
    return html.unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", shown, re.S)[1])


@pytest.mark.parametrize(
    ("go", "leads_to"),
    [("ask", "/answer/ask/"), ("look", "/look/"), ("not_safe", "/help/not-safe/"), ("back", "/draft-1/")],
)
def test_no_press_in_the_page_loses_a_typed_word_q10(client, address, go, leads_to):
    told = press(client, address, go=go, words="The bus is <late>.")
    assert leads_to in told.request["PATH_INFO"]
    assert words_on(client, address) == "The bus is <late>."
    assert "We have not sent them yet." in text(client.get(address, follow=True))
    assert not Comment.objects.exists() and not Voice.objects.exists()


def test_the_page_to_ask_someone_leads_back_to_the_sentence_and_its_words(client, address):
    back = press(client, address, go="ask", words="Wait.").context["back_href"]
    assert "/answer/say/1/" in back and words_on(client, back) == "Wait."


def test_words_that_are_sent_or_emptied_or_cleared_are_kept_no_more(client, talk, address):
    press(client, address, go="ask", words="One.")
    press(client, address, kind="say", words="One.")
    assert not UnsentWords.objects.exists() and Comment.objects.get().words == "One."
    press(client, address, go="ask", words="Two.")
    press(client, address, go="back", words="")
    assert not UnsentWords.objects.exists()
    press(client, address, go="ask", words="Three.")
    client.post(reverse("answer_done", args=[talk[0].address.strip("/")]), {"go": "clear"})
    assert not UnsentWords.objects.exists() and words_on(client, address) == ""


def test_another_person_on_the_device_keeps_their_own_words_and_sees_nobody_elses(client, address):
    press(client, address, go="ask", words="Mine.")
    press(client, address, go="new", words="Mine.")  # only pressed: the words in the box are the first person's
    assert words_on(client, address) == "" and not UnsentWords.objects.exists()
    press(client, address, go="ask", words="Mine.")
    press(client, address, go="new", words="I am Ann.")
    assert words_on(client, address) == "I am Ann." and UnsentWords.objects.count() == 1


def test_words_that_nobody_came_back_to_go_after_30_days(client, address):
    press(client, address, go="ask", words="Old.")
    clear_old_drafts(now=timezone.now() + timedelta(days=29))
    assert UnsentWords.objects.exists()
    clear_old_drafts(now=timezone.now() + timedelta(days=31))
    assert not UnsentWords.objects.exists()


def test_too_many_words_stay_in_the_page_but_hold_nobody_who_is_not_safe(client, address):
    long = "a" * (MOST_WORDS + 1)
    told = press(client, address, go="ask", words=long)
    assert long in told.content.decode() and TOO_LONG in text(told)
    assert press(client, address, go="not_safe", words=long).request["PATH_INFO"] == "/help/not-safe/"
