"""The help stands in the forms of Easy Read words, and nowhere on the public site (CODE.md 4: one engine)."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db


def test_pages_bodies_meetings_drafts_and_outcomes_have_it(client, home_page, pmu):
    give_rights()
    client.force_login(pmu)
    round_page = factories.make_round()
    body = round_page.proposal.decided_by
    for address in (
        reverse("wagtailadmin_pages:edit", args=[round_page.pk]),
        reverse("bodies:edit", args=[body.pk]),
        reverse("meetings:add"),
        reverse("drafts:add"),
    ):
        shown = client.get(address).content.decode()
        assert "data-easyread-writing" in shown and "easyread/editor/start" in shown, address
    shown = client.get(reverse("easyread_take_down", args=[round_page.pk])).content.decode()
    assert "data-easyread-address" in shown and "easyread/editor/start" in shown


def test_the_public_site_ships_none_of_it(client, home_page, open_round):
    for page in Page.objects.live().specific():
        assert "easyread/editor" not in client.get(page.get_url() or "/").content.decode()
    assert "easyread/editor" not in client.get("/").content.decode()
