"""Who made the pictures: maker, licence with its link, changed or not, for every picture people can meet (P7)."""

import json

import pytest

from easyread.credits import by_maker
from easyread.models import Picture
from home.models import InfoPage
from tests import factories

pytestmark = pytest.mark.django_db


def make_picture(title="Bus", picture_set="openmoji", **values):
    """A Picture row without a real file behind it."""
    given = {"author": "Ann Artist", "licence": "CC BY-SA 4.0", "licence_url": "https://example.org/by-sa/"} | values
    return Picture.objects.create(title=title, picture_set=picture_set, file="bus.svg", width=72, height=72, **given)


def test_each_picture_says_who_made_it_and_how_it_may_be_used(client, home_page):
    make_picture(source="OpenMoji 17: bus", changed=True)
    text = client.get("/pictures/").content.decode()
    for words in (
        "Bus",
        "Made by Ann Artist.",
        "OpenMoji 17: bus.",
        'href="https://example.org/by-sa/"',
        "CC BY-SA 4.0",
    ):
        assert words in text
    assert "Somebody changed this picture." in text


def test_40_on_a_page_and_few_queries(client, home_page, django_assert_max_num_queries):
    """F2, F8: however many pictures there are."""
    for number in range(90):
        make_picture(f"Picture {number:02}")
    client.get("/pictures/")
    with django_assert_max_num_queries(10):
        text = client.get("/pictures/?page=2").content.decode()
    assert text.count("<h3>") == 40 and "Page 2 of 3" in text
    assert len(text.encode()) < 60_000


def test_a_photo_is_shown_only_once_a_live_page_uses_it(client, home_page, settings):
    """P7: people in a photo that nobody used yet may not have agreed to be seen."""
    settings.TASKS = settings.TASKS | {"default": settings.TASKS["papers"]}  # Wagtail notes at once where it is used
    photo = make_picture("Sam at the day centre", picture_set="own-photos")
    assert "Sam at the day centre" not in client.get("/pictures/").content.decode()
    blocks = json.dumps([{"type": "picture_and_words", "value": {"picture": photo.pk, "words": "Hello."}}])
    page = home_page.add_child(instance=InfoPage(title="Us", slug="us", easy_read=blocks, live=False))
    assert "Sam at the day centre" not in client.get("/pictures/").content.decode()
    page.save_revision().publish()
    assert "Sam at the day centre" in client.get("/pictures/").content.decode()


def test_an_empty_bank_says_so(client):
    factories.make_home()
    assert "There are no pictures yet." in client.get("/pictures/").content.decode()


def test_makers_are_put_together_for_print():
    """P7: each maker once, with every name of a picture and those that were changed."""
    bus, cat = make_picture("Bus"), make_picture("Cat", changed=True)
    own = make_picture("Plan", author="Our Voice, Our Decision", licence="CC BY 4.0")
    makers = by_maker([cat, bus, own, bus])
    assert [(one.author, one.titles, one.changed) for one in makers] == [
        ("Ann Artist", ["Bus", "Cat"], ["Cat"]),
        ("Our Voice, Our Decision", ["Plan"], []),
    ]
