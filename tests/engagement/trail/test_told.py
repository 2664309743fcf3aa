"""Tell us something in public: read in time, themes, who answers, cards, open data; nothing unread, nobody found."""

import json
import re
import uuid

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from engagement.bodies.models import Worker
from engagement.heard import flows as heard
from engagement.heard import in_time
from engagement.heard.models import Theme
from engagement.people.roles import ADVOCACY_WORKER
from engagement.trail.told import reading_of
from engagement.voices import flows as voices
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer
from home.models import WhoToAsk
from tests import factories
from tests.engagement import telling
from tests.engagement.trail import made
from tests.engagement.trail.test_public_words import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    """Tell us something, open since long."""
    return telling.make_tell_us()


@pytest.fixture
def told(home_page):
    """What people told us, with a debt in each state."""
    WhoToAsk.objects.create(site=Site.objects.get())
    return telling.Told()


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


# --- The page


def test_the_page_says_when_we_read_and_what_we_may_share(client, page):
    html = text(client, "/tell-us/")
    assert "We read everything within 5 working days." in html and "Fewer than 8 things wait now." in html
    assert "We may have to tell others." in html and 'href="/tell-us/answer/"' in html
    assert "We are late" not in html
    assert "We may have to tell others." in text(client, "/tell-us/answer/")


def test_before_it_is_public_a_kind_page_says_so(client, home_page):
    html = text(client, "/tell-us/")
    assert "You cannot tell us here yet." in html and "csrfmiddlewaretoken" not in html
    assert 'href="/tell-us/"' in text(client, "/")


def test_the_menu_and_the_home_page_lead_there(client, page):
    html = text(client, "/")
    assert html.count('href="/tell-us/"') == 2
    assert 'href="/tell-us/" aria-current="page"' in text(client, "/tell-us/")


def test_lateness_shows_and_few_are_not_counted_3_9(client, page):
    telling.tell(page, days=-30, read=False)
    html = text(client, "/tell-us/")
    assert "We are late" in html and "We did not read some things in time." in html
    assert not re.search(r"\b1 thing", html)
    for _number in range(11):
        telling.tell(page, days=-30, read=False)
    cache.clear()
    assert "About 10 things are late." in text(client, "/tell-us/")


@pytest.mark.parametrize(
    ("count", "words"), [(0, "Fewer than 8"), (7, "Fewer than 8"), (8, "About 10"), (12, "About 10"), (13, "About 15")]
)
def test_nobody_can_watch_one_persons_words_come_in(page, monkeypatch, count, words):
    monkeypatch.setattr("engagement.trail.told.how_reading_stands", lambda page: {"waiting": count, "late": count})
    reading = reading_of(page)
    assert reading["words"][-1] == f"{words} things wait now."
    assert bool(reading["late"]) == bool(count)


# --- Themes


def test_nothing_unpublished_shows_anywhere(client, page):
    voice = telling.tell(page, "Secret words.")
    theme = telling.make_told(page, [voice], published=False, title="Hidden theme")
    made.make_quote(theme, voice.said)
    debt = telling.make_debt(theme)
    telling.begin_plan(theme)
    for address in (
        "/tell-us/",
        "/tell-us/results/",
        debt.body.address,
        "/api/debts",
        theme.started.get().proposal.address,
    ):
        html = text(client, address)
        assert "Hidden theme" not in html and "Secret words." not in html, address
    assert client.get(theme.address).status_code == 404


def test_a_theme_taken_down_is_gone_everywhere(client, told, pmu):
    theme = told.themes[0]
    heard.take_down_theme(theme=theme, by=pmu, reason="It shows who said it.")
    cache.clear()
    for address in ("/tell-us/results/", told.body.address, told.plan.address, "/api/debts"):
        assert "Theme 0" not in text(client, address), address
    assert client.get(theme.address).status_code == 404


def test_few_are_a_few_people_and_8_are_counted(client, page):
    few = telling.make_told(page, [telling.tell(page) for _ in range(7)])
    many = telling.make_told(page, [telling.tell(page) for _ in range(8)])
    assert "A few people said this." in text(client, few.address) and "7" not in sentences(client, few)
    assert "there were 8 voices." in text(client, many.address)


def sentences(client, theme):
    """What a theme's page says of how many, as text."""
    html = text(client, theme.address)
    return " ".join(re.findall(r"<p>([^<]*(?:said this|voices)[^<]*)</p>", html))


def test_whose_words_show_where_nobody_can_be_found_3_2(client, page):
    voices = [telling.tell(page) for _ in range(9)] + [telling.tell(page, provenance="summary") for _ in range(8)]
    theme = telling.make_told(page, voices)
    assert "About 10 used their own words." in text(client, theme.address)
    theme.counts.by_others = 7
    theme.counts.save()
    cache.clear()
    assert "used their own words" not in text(client, theme.address)


def test_words_show_only_when_read_and_agreed_to(client, page):
    voice = telling.tell(page, "Please show me.")
    theme = telling.make_told(page, [voice])
    made.make_quote(theme, voice.said)
    assert "Please show me." in text(client, theme.address)
    Answer.objects.update(held_out=True)
    cache.clear()
    assert "Please show me." not in text(client, theme.address)


def test_the_way_of_a_debt_can_be_walked_both_ways(client, page):
    theme = telling.make_told(page, [telling.tell(page)])
    first = telling.make_debt(theme, factories.make_body("The board"))
    given = telling.make_answer(first, "not_ours", confirmed=False)
    telling.make_answer(telling.make_debt(theme, given.whose, came_from=first), "no", reason="There is no room.")
    html = text(client, theme.address)
    assert "This is not ours to decide" in html and f"Now {given.whose.plain_name} must answer." in html
    assert "The board handed this on." in html and "There is no room." in html
    assert "They have not said yet that it is right." in html
    assert given.whose.address in html and first.body.address in html
    assert theme.address in text(client, first.body.address) and theme.address in text(client, given.whose.address)


def test_a_late_answer_shows_on_the_page_and_on_the_body(client, page):
    theme = telling.make_told(page, [telling.tell(page)])
    debt = telling.make_debt(theme, due=-1)
    assert "The answer is late" in text(client, theme.address)
    assert "This is late" in text(client, debt.body.address)
    telling.make_answer(debt, days=0)
    cache.clear()
    assert "This answer was late." in text(client, theme.address)
    assert "This is late" not in text(client, debt.body.address)


def test_a_plan_says_that_it_began_with_what_people_told_us(client, told):
    html = text(client, told.plan.address)
    assert "This plan began with what people told us" in html and told.themes[0].address in html
    assert told.plan.address in text(client, told.themes[0].address)


def test_long_lists_have_pages(client, page):
    for number in range(15):
        telling.make_told(page, [telling.tell(page)], title=f"Theme {number}", days=-number - 1)
    first, second = text(client, "/tell-us/results/"), text(client, "/tell-us/results/?page=2")
    assert first.count('<li><article class="card') + first.count('<li><div class="card') or "Theme 0" in first
    assert "Theme 14" not in first and "Theme 14" in second


def test_a_private_page_is_private_in_all_its_pages(client, told):
    PageViewRestriction.objects.create(page=Page.objects.get(pk=told.page.pk), restriction_type="login")
    for address in ("/tell-us/", "/tell-us/results/", told.themes[0].address):
        assert client.get(address).status_code == 302, address


def test_what_is_taken_down_shows_nothing(client, told):
    Page.objects.filter(pk=told.page.pk).update(live=False)
    assert client.get(told.themes[0].address).status_code == 404
    assert "Theme 0" not in text(client, told.body.address)
    assert json.loads(text(client, "/api/debts"))["count"] == 0


# --- Words, queries, everybody the same


def test_every_page_is_easy_read(client, told):
    for name, address in told.addresses.items():
        if "standard" not in name:
            assert faults(text(client, address)) == [], name


def queries_of(client, address):
    cache.clear()
    Site.get_site_root_paths()
    with CaptureQueriesContext(connection) as caught:
        text(client, address)
    return len(caught)


def test_no_page_needs_more_than_10_queries_however_much_there_is(client, told, settings):
    """F2"""
    settings.PAGE_CACHE_SECONDS = 0
    before = {name: queries_of(client, address) for name, address in told.addresses.items()}
    assert {name: count for name, count in before.items() if count > 10} == {}
    for number in range(12):
        theme = telling.make_told(told.page, [telling.tell(told.page)], title=f"More {number}")
        telling.make_answer(telling.make_debt(theme, told.body), "not_ours")
        telling.make_debt(told.themes[5])
        made.make_quote(told.themes[5], telling.tell(told.page).said)
        telling.begin_plan(told.themes[0])
        telling.begin_plan(theme, told.plan)
    assert {name: queries_of(client, address) for name, address in told.addresses.items()} == before


def test_everybody_gets_the_same_and_no_token(client, told):
    for name, address in told.addresses.items():
        html = text(client, address)
        assert "csrfmiddlewaretoken" not in html and "<script>" not in html, name
        assert len(re.findall(r"<h1[ >]", html)) == 1, name
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (name, levels)


# --- The card


def card_of(voice):
    """A voice with a card, and the address of its long link."""
    from engagement.voices.keys import key_of
    from engagement.voices.models import Card

    token = link_token_of(f"secret-{voice.pk}")
    Card.objects.create(
        voice=voice, code=f"{10_000_000 + voice.pk}", link_key=key_of(token), pictures=["bus", "cat", "dog"]
    )
    return f"/my-voice/{token}/"


def test_the_card_leads_from_read_to_the_plan(client, page, pmu):
    voice = telling.tell(page, "The bus is late.", read=False, days=-1)
    own = card_of(voice)
    assert "We read it by" in text(client, own)
    heard.read_answer(answer=voice.said, by=pmu, may_show=True)
    theme = telling.make_told(page, [voice], published=False, title="Late buses")
    html = text(client, own)
    assert "We read it by" not in html and "Late buses" not in html
    heard.publish_theme(theme=Theme.objects.get(), by=pmu)
    debt = telling.make_debt(theme, factories.make_body("The board"), sent=0)
    assert "Waiting for an answer" in text(client, own)
    given = telling.make_answer(debt, "not_ours", days=0)
    telling.make_answer(telling.make_debt(theme, given.whose, came_from=debt, sent=0), days=0)
    plan = telling.begin_plan(theme)
    html = text(client, own)
    for words in ("Your words are part of this.", "This is not ours to decide", "Yes, we will do it", plan.title):
        assert words in html
    assert plan.address in html and theme.address in html
    assert faults(html) == []


def test_words_read_too_late_say_so_on_the_card(client, page):
    own = card_of(telling.tell(page, read=False, days=-30))
    html = text(client, own)
    assert "We had to read it by" in html and "This is late" in html and faults(html) == []


def test_the_short_code_shows_the_trail_and_never_whose_words(client, told):
    card_of(told.voices[0])
    html = text(client, f"/my-voice/{told.voices[0].card.code}/")
    assert "We read everything within 5 working days." in html and "/tell-us/results/" in html
    assert "Theme 0" not in html and "I say 0" not in html and "Your words are part of this." not in html


def test_many_themes_need_no_more_queries_on_the_card(client, told):
    own = card_of(told.voices[0])
    needed = []
    for number in range(12):
        theme = telling.make_told(told.page, [told.voices[0]], title=f"More {number}")
        telling.make_answer(telling.make_debt(theme, told.body), "not_ours")
        telling.begin_plan(theme)
        needed.append(queries_of(client, own) if number in (3, 11) else None)
    assert needed[3] == needed[11] <= 10


# --- With support


def test_a_worker_and_a_group_tell_us_too(page, roles):
    """The same way as in every round (docs/support.md)."""
    worker = Worker.objects.create(
        organisation=factories.make_organisation(), user=factories.make_user(ADVOCACY_WORKER)
    )
    begin = {"round": page, "by": worker.user, "organisation": worker.organisation}
    visit, words = voices.start_visit(**begin), telling.words_question(page)
    voices.save_visit_answer(support=visit, by=worker.user, question=words, words="I want a bench.")
    voices.save_whose(support=visit, by=worker.user, whose="own_words")
    voices.save_how(support=visit, by=worker.user, explained=["pictures"], showed=["said"])
    voices.send_visit(support=visit, by=worker.user)
    group = voices.start_group(**begin, held_on=factories.today(), present=12)
    choice = page.question_rows.get(kind="one").choices.first()
    voices.tap_hand(session=group, by=worker.user, choice=choice, step=1, token=uuid.uuid4())
    voices.send_group(session=group, by=worker.user)
    assert sorted(page.voices.values_list("channel", "is_group")) == [("group", True), ("worker", False)]
    assert in_time.told_and_unread(page).get().words == "I want a bench."


# --- Open data


def test_the_open_data_holds_each_debt_with_its_answers(client, told):
    page = json.loads(text(client, "/api/debts"))
    assert page["count"] == len(told.debts) + 1
    by_state = {item["state"]: item for item in page["items"]}
    assert set(by_state) == {"waiting", "late", "yes", "some", "no", "not_ours", "not_yet"}
    handed = by_state["not_ours"]
    later = next(item for item in page["items"] if item["came_from"])
    assert later["came_from"] == handed["id"] and handed["handed_on"] == later["id"]
    assert handed["answers"][0]["whose"]["id"] == later["body"]["id"]
    assert by_state["no"]["answers"][0]["reason"] == ["We want that too."]
    assert page["items"][0]["theme"]["began_plans"] == [str(told.plan.public_id)]
    assert page["items"][0]["theme"]["how_many"] == ["A few people said this."] and page["items"][0]["example"] is None


def test_the_open_data_needs_as_many_queries_for_many(client, told):
    def queries():
        cache.clear()
        with CaptureQueriesContext(connection) as caught:
            text(client, "/api/debts")
        return len(caught)

    before = queries()
    for number in range(12):
        theme = telling.make_told(told.page, [telling.tell(told.page)], title=f"More {number}")
        telling.make_answer(telling.make_debt(theme, told.body), "not_ours")
        telling.begin_plan(theme)
    assert queries() == before <= 10


def test_made_up_things_say_so(client, told):
    type(told.page).objects.update(made_up=True)
    assert json.loads(text(client, "/api/debts"))["items"][0]["example"] == "Example. This did not happen."
    for address in ("/tell-us/", "/tell-us/results/", told.themes[0].address, told.body.address):
        assert "Example. This did not happen." in text(client, address), address
