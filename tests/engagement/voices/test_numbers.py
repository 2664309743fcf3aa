"""Who was heard so far against whom a round hopes to hear: counted once a day, small numbers hidden (3.9, 3.11, P1)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.flows import count_all_so_far, count_so_far, remove_target, set_target, take_back
from engagement.voices.flows import targets as words
from engagement.voices.heard_so_far import cells_before
from engagement.voices.models import AboutYou, HeardSoFar, Target, Voice
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(home_page):
    """A round that opened 10 days ago."""
    return factories.make_round()


@pytest.fixture
def signed_in(roles):
    """The test client of a worker."""
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=factories.make_organisation("Speak Up"), user=user)
    client = Client()
    client.force_login(user)
    return client


def hear(round, count, place="", **values):
    """`count` (int) voices given yesterday."""
    values = {"given_at": timezone.now() - timedelta(days=1)} | values
    start = Voice.objects.count()
    voices = Voice.objects.bulk_create(Voice(round=round, draft_key=f"k{start + n}", **values) for n in range(count))
    if place:
        AboutYou.objects.bulk_create(AboutYou(voice=voice, place=place) for voice in voices)
    return voices


def page_of(client, round):
    """The round's page as text, held to the rules."""
    page = client.get(reverse("numbers_round", args=[round.pk])).content.decode()
    assert not errors_of(page)
    return page


def test_heard_against_hoped(signed_in, round, pmu):
    """Those furthest from what is hoped stand first, with where to go next."""
    for place, hoped in (("Thanet", 40), ("Swale", 20), ("Dover", 30)):
        set_target(round=round, by=pmu, kind="place", value=place, hoped=hoped)
    hear(round, 3, "Thanet")
    hear(round, 22, "Swale")
    hear(round, 16, "Dover")
    hear(round, 12)
    page = page_of(signed_in, round)
    order = [
        page.index(part) for part in ("Thanet", "Fewer than 8 people so far.", "We hope for 40.", "Dover", "Swale")
    ]
    assert order == sorted(order) and "Please ask more people from Thanet." in page
    assert "About 15 people so far." in page and "About 20 people so far." in page and "Reached" in page
    assert not [told for told in ("3 people", "22 people", "16 people") if told in page]


def test_nobody_and_few_look_the_same(signed_in, round, pmu):
    """Nobody at all is as small as one (3.9)."""
    set_target(round=round, by=pmu, kind="place", value="Thanet", hoped=40)
    hear(round, 20, "Swale")
    none = page_of(signed_in, round)
    hear(round, 7, "Thanet")
    count_so_far(round=round)
    assert page_of(signed_in, round).replace("7", "") == none.replace("7", "")
    assert "Fewer than 8 people so far." in none and "Nobody" not in none


def test_of_too_few_nothing_is_shown(signed_in, round, pmu):
    set_target(round=round, by=pmu, kind="group", value="autistic", hoped=20)
    hear(round, 15, speaking="autistic")
    page = page_of(signed_in, round)
    assert "We cannot show these numbers yet" in page and "About" not in page


def test_before_it_opens_nobody_has_answered(signed_in, home_page, pmu):
    page = factories.make_round(opens=5)
    set_target(round=page, by=pmu, kind="support", value="paper", hoped=20)
    assert "Nobody has answered yet." in page_of(signed_in, page) and not HeardSoFar.objects.exists()


def test_what_came_today_is_not_counted_before_tomorrow(round):
    """Nobody can watch one voice come (P1)."""
    hear(round, 9, given_at=timezone.now())
    assert count_so_far(round=round).cells["voices"] == 0
    assert count_so_far(round=round, day=factories.today(1)).cells["voices"] == 9


def test_each_way_counts_everybody_once(round):
    """Persons alone; groups stand beside them; who took it back is in none."""
    hear(round, 9, "Thanet", speaking="autistic", channel="paper")
    hear(round, 2)
    take_back(voice=hear(round, 1)[0])
    hear(round, 1, is_group=True, people_present=12)
    hear(round, 1, is_group=True, people_present=3)
    cells = cells_before(round, timezone.now())
    assert cells["voices"] == 11 == sum(cells["place"].values()) == sum(cells["support"].values())
    assert (cells["group"], cells["place"]) == ({"autistic": 9, "not_said": 2}, {"Thanet": 9, "": 2})
    assert cells["workshops"] == [1, 12, 1]


def test_workshops_stand_beside(signed_in, round, pmu):
    set_target(round=round, by=pmu, kind="place", value="Thanet", hoped=40)
    hear(round, 20, "Thanet")
    hear(round, 1, is_group=True, people_present=12)
    page = page_of(signed_in, round)
    assert "12 people spoke in 1 workshop." in page and "We do not add them to these numbers." in page


def test_the_night_counts_anew(round, pmu):
    set_target(round=round, by=pmu, kind="place", value="Thanet", hoped=40)
    count_so_far(round=round)
    hear(round, 9)
    call_command("record_voices", verbosity=0)
    assert HeardSoFar.objects.get().cells["voices"] == 9


def test_after_closing_it_is_counted_once_more_and_never_again(round, pmu):
    """What somebody takes back later changes no number (SEAMS.md, Counting)."""
    set_target(round=round, by=pmu, kind="place", value="Thanet", hoped=40)
    voices = hear(round, 9)
    count_so_far(round=round, day=factories.today(-1))
    close(round)
    hear(round, 1, given_at=timezone.now() - timedelta(days=1))
    assert count_all_so_far(day=factories.today()) == 1
    take_back(voice=voices[0])
    assert count_all_so_far(day=factories.today(1)) == 0
    assert HeardSoFar.objects.get().cells["voices"] == 10


def test_said_again_is_said_anew(round, pmu):
    for hoped in (10, 30):
        set_target(round=round, by=pmu, kind="place", value="Thanet", hoped=hoped)
    assert Target.objects.get().hoped == 30
    remove_target(target=Target.objects.get(), by=pmu)
    assert not Target.objects.exists()


@pytest.mark.parametrize(
    "kind,value,hoped,sentence",
    [
        ("place", "Paris", 10, words.NO_SUCH),
        ("shoes", "large", 10, words.NO_SUCH),
        ("group", "not_said", 10, words.NO_SUCH),
        ("support", "online", 10, words.NO_SUCH),
        ("place", "Thanet", 0, words.NOT_ENOUGH),
        ("place", "Thanet", 10**7, words.TOO_MANY),
    ],
)
def test_what_cannot_be_hoped_for(round, pmu, kind, value, hoped, sentence):
    """Not "not said" and not "online": they are the rest, whose number must stay free (docs/numbers.md)."""
    with pytest.raises(ValidationError, match=sentence):
        set_target(round=round, by=pmu, kind=kind, value=value, hoped=hoped)


def test_only_the_unit_says_so(round):
    with pytest.raises(PermissionDenied):
        set_target(round=round, by=factories.make_user(), kind="place", value="Thanet", hoped=10)


@pytest.mark.parametrize("values", [{}, {"place": "Thanet", "group": "autistic"}, {"place": "Thanet", "hoped": 0}])
def test_one_thing_each_by_constraint(round, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(round=round, **{"hoped": 10} | values)


def test_the_unit_sets_targets_on_its_screen(client, round, pmu):
    client.force_login(pmu)
    assert round.title in client.get("/admin/targets/").content.decode()
    address = f"/admin/targets/{round.pk}/"
    page = client.post(address, {"what": "place:Thanet", "hoped": 40}, follow=True).content.decode()
    assert "We hope for 40." in page and Target.objects.get().place == "Thanet"
    client.post(f"{address}{Target.objects.get().pk}/remove/")
    assert not Target.objects.exists()
    assert client.get(reverse("numbers_round", args=[round.pk])).status_code == 200


def test_the_same_queries_for_few_and_many(signed_in, round, pmu):
    """F2, F7: a page reads what was counted in the night."""
    for place in ("Thanet", "Swale"):
        set_target(round=round, by=pmu, kind="place", value=place, hoped=40)
    counts = []
    for _ in range(3):
        with CaptureQueriesContext(connection) as used:
            page_of(signed_in, round)
        counts.append(len(used))
        hear(round, 300, "Thanet")
    assert counts[1] == counts[2] <= 25
