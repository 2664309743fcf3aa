"""A page that people answered is not deleted, and the admin says so kindly (SEAMS.md, Questions)."""

import pytest

from engagement.proposals.models import RoundPage
from tests import factories

pytestmark = pytest.mark.django_db


def test_one_page(admin_client, voice):
    response = admin_client.post(f"/admin/pages/{voice.round_id}/delete/", follow=True)
    assert response.status_code == 200
    assert b"people have answered here" in response.content
    assert RoundPage.objects.filter(pk=voice.round_id).exists()


def test_the_plan_above_it(admin_client, voice):
    plan = voice.round.get_parent()
    response = admin_client.post(f"/admin/pages/{plan.pk}/delete/", follow=True)
    assert b"people have answered here" in response.content
    assert RoundPage.objects.filter(pk=voice.round_id).exists()


def test_several_pages_at_once(admin_client, voice):
    empty = factories.make_round(proposal=voice.round.proposal)
    url = f"/admin/bulk/wagtailcore/page/delete/?id={voice.round_id}&id={empty.pk}&next=/admin/"
    response = admin_client.post(url, follow=True)
    assert b"people have answered here" in response.content
    assert RoundPage.objects.filter(pk__in=[voice.round_id, empty.pk]).count() == 2


def test_a_page_that_was_never_live_goes(admin_client, home_page):
    draft = factories.make_round(publish=False)
    admin_client.post(f"/admin/pages/{draft.pk}/delete/")
    assert not RoundPage.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("address", ["/admin/pages/{0}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={0}"])
def test_a_live_page_nobody_answered_stays(admin_client, open_round, address):
    for page in (open_round, open_round.get_parent()):
        response = admin_client.post(address.format(page.pk), follow=True)
        assert b"Take it down first, and keep it" in response.content
    assert RoundPage.objects.filter(pk=open_round.pk).exists()
