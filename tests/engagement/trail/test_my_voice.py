"""My voice: what the short code and the long link open, and what they never do (SEAMS.md, Smaller settlements)."""

import logging

import pytest
from django.test import Client

from config.logs import WithoutTokens
from easyread.rules import ERROR, check
from engagement.polls.models import Poll
from engagement.trail.own_words import WHOSE
from engagement.voices import flows
from engagement.voices.keys import key_of, link_token_of
from engagement.voices.models import AboutYou, Answer, Card, Voice, Vote
from engagement.voices.models.voices import Provenance
from tests import factories
from tests.engagement.trail import made
from tests.engagement.voices.conftest import answer, close

pytestmark = pytest.mark.django_db


@pytest.fixture
def voice(open_round):
    """A sent voice that knows the addresses of its card: `own` by the long link, `short` by the code."""
    draft, secret = flows.start_draft(round=open_round)
    for question in open_round.question_rows.asked().ready_to_show():
        answer(draft, question, words="Please <b>listen</b>.")
    voice = flows.send_voice(secret=secret)
    voice.token = link_token_of(secret)
    voice.own, voice.short = f"/my-voice/{voice.token}/", f"/my-voice/{voice.card.code}/"
    return voice


def text(response):
    return response.content.decode()


def change_of(voice, kind):
    """The address on which the voice's answer to the question of this `kind` is changed."""
    return f"{voice.own}change/{voice.round.question_rows.get(kind=kind).public_id}/"


@pytest.mark.parametrize(
    "typed", ["{code}", " {code} ", "{code:.4}-{code}", "https://example.org/my-voice/{token}/", "{token}"]
)
def test_typing_the_code_in_any_way_opens_the_card(client, voice, typed):
    typed = typed.replace("{code:.4}-{code}", f"{voice.card.code[:4]} {voice.card.code[4:]}")
    response = client.post("/my-voice/", {"code": typed.format(code=voice.card.code, token=voice.token)})
    assert response.status_code == 302 and response.url in (voice.own, voice.short)


def test_no_code_is_told_kindly_and_what_was_typed_stays(client, voice):
    response = client.post("/my-voice/", {"code": "dog cat"})
    assert response.status_code == 400
    assert text(response).count("Type the 8 numbers on your card.") == 2 and 'value="dog cat"' in text(response)


def test_a_wrong_or_lost_card_has_its_own_page(client, voice):
    for response in (client.post("/my-voice/", {"code": "0000 0000"}), client.get("/my-voice/nonsense/"),
                     client.get(f"{voice.own}x/"), client.post("/my-voice/", {"code": "x" * 43})):  # fmt: skip
        assert response.status_code == 404
    assert "We do not know this card" in text(client.get("/my-voice/00000000/"))


def test_the_long_link_shows_own_words_but_never_a_vote_6_9(client, voice):
    page = text(client.get(voice.own))
    assert "Please &lt;b&gt;listen&lt;/b&gt;." in page and "Pictures" in page
    assert "You voted here. You can change your vote." in page
    assert "One leads" not in page and "All together" not in page


def test_the_short_code_shows_the_trail_and_no_word(client, voice):
    page = text(client.get(voice.short))
    assert "All voices heard" in page and "Hearing, deciding and acting" in page
    assert "listen&lt;" not in page and "You voted here" not in page and "take-back" not in page


def test_the_short_code_changes_nothing(client, voice):
    token = f"{voice.short}take-back/"
    assert client.get(token).url == voice.short and client.post(token).url == voice.short
    client.post(voice.short, {"show": "yes"})
    client.post(change_of(voice, "words").replace(voice.token, voice.card.code), {"words": "Changed"})
    assert Voice.objects.get().taken_back_at is None and not voice.consents.exists() and Answer.objects.count() == 5


def test_changing_words(client, voice):
    address = change_of(voice, "words")
    assert "Please &lt;b&gt;listen&lt;/b&gt;." in text(client.get(address))
    assert client.post(address, {"words": "Other words", "go": "save"}).url == f"{voice.own}?changed=yes"
    page = text(client.get(voice.own))
    assert "Other words" in page and "Please &lt;b&gt;" not in page


def test_changing_a_vote_never_shows_the_old_one(client, voice):
    page = client.get(change_of(voice, "one"))
    assert not any(option["checked"] for option in page.context["options"])
    other = Poll.objects.get().question.choices.get(text="All together")
    client.post(change_of(voice, "one"), {"choice": str(other.public_id)})
    assert Poll.objects.get().count_by_choice()[other.pk] == 1 and Poll.objects.get().count_total_votes() == 1


def test_adding_words_to_a_vote_keeps_the_vote(client, voice):
    client.post(change_of(voice, "one"), {"words": "Because it is fair."})
    assert Poll.objects.get().count_total_votes() == 1 and Vote.objects.filter(is_current=True).count() == 1
    assert "Because it is fair." in text(client.get(voice.own))


def test_a_wrong_change_is_told_kindly_and_stays(client, voice):
    page = text(client.post(change_of(voice, "words"), {"words": "x" * 5001}))
    assert page.count("Your words are too long") == 2 and "x" * 5001 in page
    assert Answer.objects.count() == 5


def test_an_answer_can_be_taken_away(client, voice):
    client.post(change_of(voice, "words"), {"go": "skip"})
    assert "You skipped this." in text(client.get(voice.own))


def test_agreeing_and_taking_it_back(client, voice):
    client.post(voice.own, {"show": "yes"})
    assert "You said yes." in text(client.get(voice.own))
    client.post(voice.own, {"show": "no"})
    assert "You said no." in text(client.get(voice.own))


def test_taking_back_asks_first(client, voice):
    assert "Please be sure" in text(client.get(f"{voice.own}take-back/"))
    assert Voice.objects.get().taken_back_at is None
    page = text(client.post(f"{voice.own}take-back/", follow=True))
    assert "You took back what you said" in page and "do not count any more" in page
    assert "You took back what you said" in text(client.get(voice.short))
    assert "You took back what you said" in text(client.post(change_of(voice, "words"), {"words": "x"}))


def test_after_closing_nothing_changes_but_words_can_go(client, voice):
    close(voice.round)
    page = text(client.get(voice.own))
    assert "You cannot change your answers any more." in page and "/change/" not in page and "You voted here." in page
    assert "You cannot change your answers any more" in text(client.post(change_of(voice, "words"), {"words": "Late"}))
    assert "stay in the count" in text(client.get(f"{voice.own}take-back/"))
    assert "stay in the count" in text(client.post(f"{voice.own}take-back/", follow=True))
    assert Poll.objects.get().count_total_votes() == 1


def test_a_question_of_another_round_is_unknown(client, voice):
    other = factories.make_round(proposal=voice.round.proposal).question_rows.first()
    assert client.get(f"{voice.own}change/{other.public_id}/").status_code == 404


def test_nothing_is_kept_by_a_cache_or_a_search_engine(client, voice):
    response = client.get(voice.own)
    assert "no-store" in response["Cache-Control"] and response["X-Robots-Tag"] == "noindex"


def test_forms_need_their_token(voice):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"{voice.own}take-back/").status_code == 403
    assert Voice.objects.get().taken_back_at is None


def test_no_token_is_written_to_a_log_s8(voice, caplog):
    caplog.handler.addFilter(WithoutTokens())
    with caplog.at_level(logging.DEBUG):
        Client(enforce_csrf_checks=True).post(f"{voice.own}take-back/")
        Client().get(f"{voice.own}nowhere/")
        Client().get(f"/my-voice/{voice.token}x/")
    assert "/my-voice/…" in caplog.text and voice.token not in caplog.text


def test_the_console_hides_tokens_in_every_settings(settings):
    assert "without_tokens" in settings.LOGGING["handlers"]["console"]["filters"]
    assert settings.LOGGING["loggers"]["django.server"]["handlers"] == ["console"]  # runserver names every address


def test_what_happens_next_is_never_what_has_happened_q16(client, voice):
    """Once what we heard is published, the card does not promise it any more."""
    assert "Then we say what we heard." in text(client.get(voice.own))
    close(voice.round)
    made.publish_heard(voice.round)
    page = text(client.get(voice.own))
    assert "Then we say what we heard." not in page and 'id="next"' in page and "See what we heard" in page


@pytest.mark.parametrize("rows", [5, 20])
def test_queries_are_few_and_do_not_grow_f2(home_page, client, rows, django_assert_max_num_queries):
    """A plan with drafts, themes, replies, actions and their updates, of `rows` rows each."""
    story = made.Story(rows)
    voice = Answer.objects.filter(themes__isnull=False).first().voice
    Card.objects.create(voice=voice, code="12345678", link_key=key_of("x" * 43), pictures=["bus", "tree", "key"])
    Voice.objects.filter(round=voice.round).update(speaking="carer")
    client.get(f"/my-voice/{'x' * 43}/")  # the first reader makes rows that are made once
    for address in (f"/my-voice/{'x' * 43}/", "/my-voice/12345678/", f"/my-voice/{'x' * 43}/take-back/"):
        with django_assert_max_num_queries(10):
            page = text(client.get(address))
    own = text(client.get(f"/my-voice/{'x' * 43}/"))
    assert story and page and "Your words are part of this" in own and "What happens because of it" in own


def test_queries_of_the_other_pages_f2(client, voice, django_assert_max_num_queries):
    client.get(voice.own)
    for address in (voice.own, voice.short, change_of(voice, "words"), change_of(voice, "one"), f"{voice.own}card/"):
        with django_assert_max_num_queries(10):
            client.get(address)


def test_what_a_person_told_about_themselves_is_theirs_to_see_and_to_remove_3_7(client, voice):
    assert "You told us nothing about you." in text(client.get(voice.own))
    AboutYou.objects.create(voice=voice, who=["carer", "autistic"], place="Dover", helped="read")
    Voice.objects.update(speaking="several")
    page = text(client.get(voice.own))
    assert all(told in page for told in ("I am a carer", "I am autistic", "Dover", "They read it to me"))
    assert "Dover" not in text(client.get(voice.short))
    client.post(voice.short, {"about": "remove"})
    assert AboutYou.objects.exists()
    assert client.post(voice.own, {"about": "remove"}).url == f"{voice.own}?changed=yes"
    assert not AboutYou.objects.exists() and Voice.objects.get().speaking == "not_said"
    assert "Please &lt;b&gt;listen&lt;/b&gt;." in text(client.get(voice.own)) and Poll.objects.get().count_total_votes()


def test_what_was_told_can_be_removed_after_closing_too(client, voice):
    AboutYou.objects.create(voice=voice, place="Dover")
    close(voice.round)
    client.post(voice.own, {"about": "remove"})
    assert not AboutYou.objects.exists() and Voice.objects.get().taken_back_at is None


def test_the_card_again_to_print_or_to_photograph(client, voice):
    page = text(client.get(f"{voice.own}card/"))
    assert f"{voice.card.code[:4]} {voice.card.code[4:]}" in page and "<svg" in page and voice.own in page
    assert "listen&lt;" not in page and client.get(f"{voice.short}card/").url == voice.short


def test_a_supporters_summary_stands_apart_from_the_persons_words_3_2(client, voice):
    voice.answers.filter(question__kind="words").update(summary="Wants to be heard")
    page = text(client.get(voice.own))
    said = page.index("Please &lt;b&gt;listen"), page.index("The person who helped you wrote:"), page.index("Wants to")
    assert list(said) == sorted(said) and "They are your own words." in page


@pytest.mark.parametrize("provenance", Provenance.values)
def test_the_person_sees_whose_words_we_took_them_for_3_2(provenance):
    assert not [p for p in check(WHOSE[provenance]) if p.level == ERROR]
