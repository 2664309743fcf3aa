"""Within one press on every page: "I am not safe" and "Leave this site quickly" (Q18, 6)."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import expect

from engagement.people import roles
from tests import factories
from tests.crawl import lacks_way_out, walk

ERRORS = ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html"]
ERRORS += ["easyread/too_big.html", "easyread/no_pdf.html"]
# What is printed, previews inside the editor, and the kit's frame, for which the site has its own (docs/front-end.md).
NO_PAGE = ("easyread/print/", "wagtailcore/shared/", "easyread/block_preview.html", "easyread/base.html")


def shell_of_every_template():
    """Each template that is a whole page of its own, as (name, text)."""
    folders = [Path(settings.BASE_DIR) / part for part in ("site", "home", "easyread", "engagement")]
    for path in (path for folder in folders for path in folder.rglob("templates/**/*.html")):
        text, name = path.read_text(), str(path).split("/templates/")[1]
        if "<!doctype" in text.lower() and not name.startswith(NO_PAGE):
            yield name, text


def test_every_frame_of_a_page_has_both():
    """No page is made from a frame without them: base.html and the two that stand alone, nothing else."""
    assert {name for name, _ in shell_of_every_template()} == {"base.html", "500.html", "503.html"}


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_page(name):
    assert lacks_way_out(render_to_string(name)) == []


def answering(client, round):
    """Every page of answering a `round`, as (address, html); a voice is sent on the way."""
    base = f"{round.address}answer/"
    yield base, client.get(base).content.decode()
    client.post(base, {"go": "start"})
    for part in ("1/", "5/", "about/", "check/", "practice/", "all/", "help/", "stop/"):
        answer = client.get(f"{base}{part}", follow=True)
        if answer.status_code == 200:
            yield part, answer.content.decode()
    client.post(f"{base}1/", {"go": "next", "choice": round.question_rows.order_by("pk").first().choices.first().pk})
    client.post(f"{base}check/", {"go": "send"})
    yield "done/", client.get(f"{base}done/", follow=True).content.decode()


@pytest.mark.django_db
def test_every_page_of_answering_helping_and_signing_in(open_round, roles_worker):
    """Also the pages of workers, who sit beside the person, and the shared tablet's."""
    pages = dict(answering(Client(), open_round))
    for path in ("/accounts/login/", "/my-voice/", "/my-voice/lost/", "/my-meetings/", "/look/", "/pictures/"):
        pages[path] = Client().get(path).content.decode()
    of_workers = walk(roles_worker, "/support/", 14)
    pages |= {path: response.content.decode() for path, (response, links) in of_workers.items() if links}
    assert len(pages) > 20
    assert {path: lacking for path, html in pages.items() if (lacking := lacks_way_out(html))} == {}


@pytest.fixture
def roles_worker(roles_made):
    """A worker of an organisation, signed in."""
    from engagement.bodies.models import Worker

    client, user = Client(), factories.make_user(roles.ADVOCACY_WORKER)
    Worker.objects.create(organisation=factories.make_organisation(), user=user, leads=True)
    client.force_login(user)
    return client


@pytest.fixture
def roles_made(db):
    return roles.ensure_roles()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_leaving_forgets_the_page(open_round, desktop):
    """Q18, R5: the page that was left is not behind the Back button, and nothing of it stays in the tab."""
    desktop.route(
        "https://www.google.co.uk/", lambda route: route.fulfill(body="<h1>Elsewhere</h1>", content_type="text/html")
    )
    desktop.goto("/look/")
    desktop.goto(f"{open_round.address}answer/")
    desktop.evaluate("() => sessionStorage.setItem('listening', location.pathname)")
    desktop.locator(".leave a").click()
    expect(desktop.get_by_role("heading", name="Elsewhere")).to_be_visible()
    desktop.go_back()
    expect(desktop).to_have_url(re.compile("/look/"))
    assert desktop.evaluate("() => sessionStorage.length") == 0
