"""A lost card has a way, and none of them tells anybody who a person is (docs/cards.md)."""

import logging
import re

import pytest
from django.conf import settings as site_settings
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from wagtail.models import ModelLogEntry

from engagement.people.roles import ADVOCACY_WORKER, PMU
from engagement.record.models import Entry
from engagement.voices import flows, limits
from engagement.voices.keys import key_of, link_token_of
from engagement.voices.limits import CARDS_A_DAY, SENT_OFTEN, TOO_MANY_CARDS
from engagement.voices.models import Card, Knock, Voice
from engagement.voices.permissions import CHANGED_SINCE, NOT_BY_YOU, TAKEN_BACK
from engagement.voices.reaching import NO_EMAIL, NO_PHONE, read_phone
from tests import factories
from tests.engagement.voices.on_pages import sent

pytestmark = pytest.mark.django_db
SAM = "sam.marker.7319@example.org"


@pytest.fixture
def finished(started, address):  # noqa: F811
    """A client that sent its answers and stands before its card."""
    sent(started, address)
    return started


@pytest.fixture
def worker(roles):
    return factories.make_user(ADVOCACY_WORKER)


@pytest.fixture
def entered(open_round, worker):
    """A voice that a worker typed in. `entered.token` opens it."""
    question = open_round.question_rows.get(kind="words")
    said = [flows.Said(question, words="Help me with the bus.")]
    voice = flows.give_voice(
        round=open_round, said=said, secret="the first secret", entered_by=worker, channel="worker"
    )
    voice.token = link_token_of("the first secret")
    return voice


def text(response):
    return response.content.decode()


# a. The same phone or computer


def test_this_phone_says_that_it_has_the_card(finished, address):  # noqa: F811
    page = text(finished.get(address))
    assert "We found a card on this phone or computer" in page and "See my card" in page
    found = text(finished.get(f"{address}card/"))
    assert "Is it your card?" in found and f'href="{address}done/"' in found
    assert Card.objects.get().code not in found and "/my-voice/lost/" in found


def test_another_phone_says_that_it_has_none(finished, address):  # noqa: F811
    page = text(Client().get(f"{address}card/"))
    assert "There is no card on this phone or computer" in page
    assert "We found a card" not in text(Client().get(address))
    assert Client().get("/have-your-say/no/no/answer/card/").status_code == 404


def test_after_finish_and_clear_it_has_none_q10(finished, address):  # noqa: F811
    finished.post(f"{address}done/", {"go": "finish"})
    assert "There is no card" in text(finished.get(f"{address}card/"))
    assert "We found a card" not in text(finished.get(address))


def test_it_is_told_on_pages_that_nothing_keeps(finished, address):  # noqa: F811
    for page in (address, f"{address}card/", f"{address}done/", f"{address}send-card/"):
        assert "no-store" in finished.get(page)["Cache-Control"]


def test_a_person_may_keep_the_card_on_their_own_phone(finished, address):  # noqa: F811
    """Else it goes after an hour, so that a shared computer holds nothing (R5)."""
    assert finished.cookies["answering"]["max-age"] == 3600
    answer = finished.post(f"{address}done/", {"go": "keep"})
    cookie = answer.cookies["answering"]
    assert answer.url == f"{address}done/?kept=yes" and cookie["path"] == address and cookie["httponly"]
    assert cookie["max-age"] == site_settings.DAYS_TO_KEEP_A_CARD * 24 * 3600
    assert "keeps your card" in text(finished.get(answer.url))
    assert "answering" not in Client().post(f"{address}done/", {"go": "keep"}).cookies


# b. Sending it


def test_the_card_goes_by_email_and_the_address_is_kept_nowhere_s8(finished, address, caplog, capsys):  # noqa: F811
    with caplog.at_level(logging.DEBUG):
        answer = finished.post(f"{address}send-card/", {"go": "email", "email": f" {SAM} "})
    assert answer.url == f"{address}done/?sent=yes" and "We sent your card." in text(finished.get(answer.url))
    card = Card.objects.get()
    letter = mail.outbox[0]
    assert letter.to == [SAM] and letter.subject == "Your card" and letter.attachments == []
    assert (
        f"{card.code[:4]} {card.code[4:]}" in letter.body and "Anyone with this link can see your words." in letter.body
    )
    token = re.search(r"http://testserver/my-voice/([\w-]{43})/$", letter.body, re.MULTILINE)[1]
    assert key_of(token) == card.link_key and Client().get(f"/my-voice/{token}/").status_code == 200
    assert "marker.7319" not in caplog.text + "".join(capsys.readouterr())
    assert not tables_with("marker.7319")
    assert "marker.7319" not in str(dict(finished.session)) + finished.cookies.output()


def tables_with(marker):
    """The tables of the whole database in whose rows `marker` (str) stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [table] if marker in str(cursor.fetchall()) else []
    return found


def test_a_wrong_address_is_told_kindly_and_stays(finished, address):  # noqa: F811
    for typed, go, sentence in (("sam at home", "email", NO_EMAIL), ("a@b.org\nBcc: x@y.org", "email", NO_EMAIL),
                                ("020 7946 0000", "phone", NO_PHONE)):  # fmt: skip
        page = finished.post(f"{address}send-card/", {"go": go, go: typed})
        assert page.status_code == 400 and text(page).count(sentence) == 2
    assert "020 7946 0000" in text(page) and not mail.outbox and not Knock.objects.filter(count__gt=1).exists()


def test_when_it_cannot_be_sent_the_address_is_in_no_log_s8(finished, address, settings, caplog):  # noqa: F811
    settings.EMAIL_BACKEND = "tests.engagement.voices.test_lost_cards.Broken"
    with caplog.at_level(logging.DEBUG):
        page = finished.post(f"{address}send-card/", {"go": "email", "email": SAM})
    assert page.status_code == 503 and "We could not send your card now." in text(page)
    assert SAM in text(page)  # what was typed stays in the page
    assert "marker.7319" not in caplog.text and "SMTPRecipientsRefused" in caplog.text


class Broken:
    """A mail server that refuses, and names the address as such servers do."""

    def __init__(self, *args, **kwargs):
        pass

    def send_messages(self, messages):
        from smtplib import SMTPRecipientsRefused

        raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"No such user")})


def test_one_card_is_not_sent_for_ever_s6(finished, address):  # noqa: F811
    pages = [finished.post(f"{address}send-card/", {"go": "email", "email": SAM}) for _ in range(CARDS_A_DAY + 1)]
    assert [page.status_code for page in pages] == [302] * CARDS_A_DAY + [429]
    assert SENT_OFTEN in text(pages[-1]) and len(mail.outbox) == CARDS_A_DAY


def test_one_place_does_not_send_for_ever_s6(open_round, settings):
    settings.CARDS_IN_AN_HOUR = 2
    for number in range(3):
        card = Card(link_key=f"{number}", code="1", pictures=[])
        if number < 2:
            limits.count_card("192.0.2.7", card)
    with pytest.raises(ValidationError, match=TOO_MANY_CARDS):
        limits.count_card("192.0.2.7", card)
    assert "192.0.2.7" not in str(list(Knock.objects.values()))


def test_a_text_only_where_texts_are_set_up(finished, address, settings, capsys):  # noqa: F811
    assert "Send it by text" in text(finished.get(f"{address}send-card/"))
    finished.post(f"{address}send-card/", {"go": "phone", "phone": "07700 900 123"})
    assert "Text to +447700900123: Your code is" in capsys.readouterr().out and not mail.outbox
    settings.SEND_TEXT = "engagement.people.texts.not_set_up"
    page = text(finished.get(f"{address}send-card/"))
    assert "Send it by text" not in page and "Send it by email" in page
    finished.post(f"{address}send-card/", {"go": "phone", "phone": "07700 900 123"})
    assert "Text to" not in capsys.readouterr().out


def test_no_mail_to_the_console_of_a_real_site_s8(finished, address, settings):  # noqa: F811
    """Without a mail server the card would be printed into the server's log."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    settings.SEND_TEXT, settings.DEMO_ALLOWED = "engagement.people.texts.not_set_up", False
    assert "Send me my card" not in text(finished.get(f"{address}done/"))
    assert finished.post(f"{address}send-card/", {"go": "email", "email": SAM}).url == f"{address}done/"


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700-900123", "0044 (7700) 900 123"])
def test_a_phone_number_in_any_format(typed):
    assert read_phone(typed) == "+447700900123"


def test_without_a_card_nothing_is_sent(client, address):  # noqa: F811
    assert client.post(f"{address}send-card/", {"go": "email", "email": SAM}).url == f"{address}done/"
    assert not mail.outbox


def test_forms_need_their_token(address):  # noqa: F811
    assert Client(enforce_csrf_checks=True).post(f"{address}send-card/", {"go": "email"}).status_code == 403


# d. The worker who helped


def test_the_worker_gives_a_new_card_and_the_old_link_stops(client, entered, worker):
    assert client.get(f"/my-voice/{entered.token}/").status_code == 200
    before, facts = Card.objects.get(), Entry.objects.count()
    token = flows.give_new_card(voice=entered, by=worker)
    card = Card.objects.get()
    assert client.get(f"/my-voice/{entered.token}/").status_code == 404
    page = text(client.get(f"/my-voice/{token}/"))
    assert "Help me with the bus." in page and "You got a new card on" in page
    assert (card.code, card.pictures) == (before.code, before.pictures) and card.renewed_on
    assert token not in str(Card.objects.values()) and Entry.objects.count() == facts
    entry = ModelLogEntry.objects.get(action="voices.new_card")
    assert entry.user == worker and token not in str(entry.data) and "bus" not in f"{entry.label}{entry.data}"


def test_another_worker_may_not(entered, roles):
    for user in (factories.make_user(ADVOCACY_WORKER), factories.make_user()):
        with pytest.raises(PermissionDenied, match=NOT_BY_YOU):
            flows.give_new_card(voice=entered, by=user)
    assert Card.objects.get().link_key == key_of(entered.token)


def test_one_who_is_no_worker_any_more_may_not(entered, worker):
    worker.groups.clear()
    with pytest.raises(PermissionDenied):
        flows.give_new_card(voice=entered, by=worker)


def test_not_the_worker_once_the_person_changed_it_but_the_pmu(entered, worker, pmu):
    """A new card would show the worker words that the person wrote alone."""
    question = entered.round.question_rows.get(kind="words")
    flows.change_answer(voice=entered, question=question, words="Something private")
    entered.refresh_from_db()
    with pytest.raises(PermissionDenied, match=CHANGED_SINCE):
        flows.give_new_card(voice=entered, by=worker)
    assert flows.give_new_card(voice=entered, by=pmu)


def test_nobody_gives_a_card_to_what_was_sent_alone(finished, pmu):
    """The short code is no proof: other people may have seen it."""
    admin = factories.make_user(is_superuser=True)
    for user in (pmu, admin):
        with pytest.raises(PermissionDenied, match=NOT_BY_YOU):
            flows.give_new_card(voice=Voice.objects.get(), by=user)


def test_no_new_card_for_what_was_taken_back(entered, worker):
    flows.take_back(voice=entered)
    with pytest.raises(ValidationError, match=TAKEN_BACK):
        flows.give_new_card(voice=entered, by=worker)


def test_the_old_phone_says_that_there_is_a_newer_card(finished, address, pmu):  # noqa: F811
    Voice.objects.update(entered_by=pmu)
    flows.give_new_card(voice=Voice.objects.get(), by=pmu)
    page = text(finished.get(f"{address}done/"))
    assert "You have a newer card" in page and "code-card" not in page
    assert finished.get(f"{address}send-card/").url == f"{address}done/"
    assert "Their card does not work here any more." in text(finished.get(address))
    assert "There is no card" in text(finished.get(f"{address}card/"))


# e. The Programme Management Unit on the phone


def test_the_unit_gives_a_card_for_what_staff_typed_in(client, entered, pmu):
    client.force_login(pmu)
    page = client.post("/admin/new-card/", {"code": entered.card.code, "sure": "on", "email": SAM})
    assert "This is the new card." in text(page) and "We emailed it." in text(page)
    assert "no-store" in page["Cache-Control"] and "Help me with the bus." not in text(page)
    token = re.search(r"/my-voice/([\w-]{43})/", mail.outbox[0].body)[1]
    assert f"/my-voice/{token}/" in text(page) and Card.objects.get().link_key == key_of(token)
    assert not tables_with("marker.7319")


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"code": "00000000", "sure": "on"}, "We do not know this code."),
        ({"code": "dog", "sure": "on"}, "Type the 8 numbers of the card."),
        ({"code": "{code}"}, "Please answer this."),
        ({"code": "{code}", "sure": "on", "email": "x"}, NO_EMAIL),
    ],
)
def test_the_unit_is_told_kindly_what_is_missing(client, entered, pmu, typed, sentence):
    client.force_login(pmu)
    typed = {name: value.format(code=entered.card.code) for name, value in typed.items()}
    assert sentence in text(client.post("/admin/new-card/", typed))
    assert Card.objects.get().link_key == key_of(entered.token)


def test_the_unit_cannot_open_what_was_sent_alone(client, finished, pmu):
    client.force_login(pmu)
    page = text(client.post("/admin/new-card/", {"code": Card.objects.get().code, "sure": "on"}))
    assert "We cannot know who they are" in page and "This is the new card." not in page


# f. Nothing left


def test_the_page_of_a_lost_card_names_every_way(client, open_round):
    page = text(client.get("/my-voice/lost/"))
    assert f'href="{open_round.address}answer/card/"' in page and open_round.title in page
    for sentence in ("This worker can give you a new card.", "So you are counted 2 times.",
                     "We cannot know which words are yours.", "You can ask us not to show some words."):  # fmt: skip
        assert sentence in page
    for before in ("/my-voice/", "/my-voice/00000000/"):
        assert 'href="/my-voice/lost/"' in text(client.get(before))


def test_the_page_of_a_lost_card_lists_what_a_phone_may_hold(client, home_page, django_assert_max_num_queries):
    closed, old = (factories.make_round(opens=-days - 90, closes=-days) for days in (3, 400))
    coming = factories.make_round(opens=3, closes=90)
    client.get("/my-voice/lost/")
    with django_assert_max_num_queries(10):
        page = text(client.get("/my-voice/lost/"))
    assert closed.address in page and old.address not in page and coming.address not in page


def test_pmu_has_the_permission(pmu):
    assert pmu.has_role(PMU) and pmu.has_perm("voices.give_new_card")
