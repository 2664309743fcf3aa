"""Wagtail's own API for writing is no way round the checkers either, for a site that has it (T9)."""

import pytest
from wagtail.models import APIToken, Page

from easyread.label import label_of
from home.models import InfoPage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.easyread.urls_of_wagtails_api")]


@pytest.fixture
def info(home_page):
    """A live plain page that was checked, with a newer draft that nobody checked."""
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    factories.publish_checked(page)
    page = InfoPage.objects.get(pk=page.pk)
    page.title = "Changed"
    page.save_revision()
    return page


@pytest.fixture
def send(client):
    """A function that sends something as an administrator. Returns the response."""
    _, key = APIToken.create_token(user=factories.make_user(is_superuser=True), name="Test")
    client.raise_request_exception = False

    def send(method, address, **body):
        headers = {"Authorization": f"Bearer {key}"}
        return getattr(client, method)(f"/api/v3/{address}", body, content_type="application/json", headers=headers)

    return send


def now(page):
    return InfoPage.objects.get(pk=page.pk)


def test_nothing_goes_live_or_comes_down_by_it(info, send, open_round):
    open_round.title = "Changed"
    open_round.save_revision()
    for page in (info, open_round):
        for action in ("publish", "unpublish"):
            answer = send("post", f"pages/{page.pk}/actions/{action}/")
            assert answer.status_code >= 400, (action, answer.content)
    assert now(info).title == "About us" and label_of(now(info))
    assert Page.objects.get(pk=open_round.pk).live and label_of(type(open_round).objects.get(pk=open_round.pk))


def test_an_edit_with_publish_stays_a_draft_or_is_refused(info, send):
    body = {"meta": {"type": "home.InfoPage", "action": "publish"}, "title": "Sent in"}
    assert send("patch", f"pages/{info.pk}/", **body).status_code >= 400
    assert now(info).title == "About us" and label_of(now(info))


def test_copies_have_no_label_and_there_is_no_alias(info, send):
    assert send("post", f"pages/{info.pk}/actions/copy/", slug="copy", keep_live=True).status_code < 400
    copy = InfoPage.objects.get(slug="copy")
    assert label_of(copy) is None
    assert send("post", f"pages/{info.pk}/actions/create_alias/", slug="alias").status_code >= 400
    assert not Page.objects.filter(slug="alias").exists()


def test_an_earlier_version_put_back_by_it_is_a_draft_without_a_check(info, send):
    send("post", f"pages/{info.pk}/actions/revert/", revision_id=info.live_revision_id)
    newest = now(info).latest_revision
    assert newest.pk != info.live_revision_id
    assert send("post", f"pages/{info.pk}/actions/publish/").status_code >= 400
    assert now(info).live_revision_id == info.live_revision_id
