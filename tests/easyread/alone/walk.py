"""The walk through the site alone, run in a process of its own by test_alone.py. Each step says what it proved."""

import json
import re
import sys
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402
from leaflets.blocks import LeafletBlocks  # noqa: E402
from leaflets.models import LeafletPage  # noqa: E402
from wagtail.models import Locale, Page, PageViewRestriction  # noqa: E402

from easyread.models import EasyReadCheck, Film, Picture, PlainerWord  # noqa: E402
from easyread.printing import forget  # noqa: E402
from easyread.printing.pages import key_of_page  # noqa: E402
from easyread.wording import errors_of  # noqa: E402
from easyread.workflow import ensure_workflow  # noqa: E402

ADDRESS = "/bins/"


def every_block():
    """One of each block with its own preview, and pictures of the bank, as a page keeps them."""
    pictures = list(Picture.objects.exclude(idea="").order_by("pk")[:3])
    blocks = []
    for kind, block in LeafletBlocks().child_blocks.items():
        raw = block.get_prep_value(block.to_python(block.meta.preview_value))
        if isinstance(raw, dict) and "picture" in raw:
            raw["picture"] = pictures[len(blocks) % 3].pk
        if kind == "video":
            raw["film"] = film().pk
        blocks.append({"type": kind, "value": raw})
    return blocks


def film():
    """A film as its row is kept; no step opens its file."""
    return Film.objects.create(
        title="Bins", file="films/aa/none.mp4", content_type="video/mp4", bytes=1, seconds=65, captions="WEBVTT\n"
    )


def person(name, *groups, **values):
    """A user with the `groups` of these names, and a browser where they are signed in."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", first_name=name.title(), **values)
    user.groups.add(*(Group.objects.get_or_create(name=group)[0] for group in groups))
    browser = Client()
    browser.force_login(user)
    return user, browser


def seen(browser, address, status=200):
    """The text at an `address`, and every static file that it names is there."""
    answer = browser.get(address)
    text = answer.content.decode() if not answer.streaming else ""
    assert answer.status_code == status, (address, answer.status_code, text[:2000])
    missing = [name for name in re.findall(r'(?:src|href)="/static/([^"#?]+)', text) if not finders.find(name)]
    assert not missing, (address, missing)
    return text


def style_is_whole(path):
    """The style at `path` and all that it imports are there."""
    text = Path(finders.find(path)).read_text()
    return all(finders.find(f"easyread/{name}") for name in re.findall(r'@import url\("([^"]+)"\)', text))


def set_up():
    """What README.md's first steps do. Returns the page at the root of the site."""
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", "easyread", "leaflets", check=True, dry_run=True, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("load_pictures", verbosity=0)
    assert Picture.objects.exclude(idea="").count() > 100
    home = Page.objects.get(depth=2)
    checkers, editors = (Group.objects.get_or_create(name=name)[0] for name in ("Checkers", "Editors"))
    ensure_workflow(page=home, checkers=checkers, editors=editors)
    return home


def write(home, author, browser):
    """An editor writes a page with every block, and the help says what is hard. Returns the page."""
    seen(browser, reverse("wagtailadmin_pages:add", args=["leaflets", "leafletpage", home.pk]))
    page = LeafletPage(title="Your bins", slug="bins", owner=author, live=False)
    page.easy_read, page.standard = every_block(), [{"type": "text", "value": "<p>Waste collection.</p>"}]
    home.add_child(instance=page)
    page.save_revision(user=author)
    text = seen(browser, edit_address(page))
    assert "data-easyread-writing" in text and "easyread/editor/problems.js" in text and "easyread/staff.css" in text
    for name in ("bring_in", "side_by_side"):
        seen(browser, reverse(f"easyread_{name}", args=[page.pk]))
    return page


def ask_the_check(browser):
    """The address that is asked while somebody types: our rule, a word of the site's list, a rule of the site's own."""
    PlainerWord.objects.create(words="hub", instead="meeting place")
    words = {"name": "easy_read-0-value-words", "text": "The hub is closed.", "kind": "opening", "picture": True}
    body = {"fields": [{"name": "title", "text": "You don't pay for bins."}, words]}
    answer = browser.post(reverse("easyread_while_writing"), json.dumps(body), content_type="application/json").json()
    rules = {name: [one["rule"] for one in found] for name, found in answer["problems"].items()}
    assert rules == {"title": ["contraction"], words["name"]: ["jargon", "opening"]}, rules


def read(public):
    """Everybody reads the page, its standard words, its PDF and who made the pictures. Returns how many queries."""
    text = seen(public, ADDRESS)
    assert "We are still checking this page." in text and "Why we ask you" in text and "It opens at 9am." in text
    assert style_is_whole("easyread/easyread.css")
    with CaptureQueriesContext(connection) as queries:
        seen(public, ADDRESS)
        asked = len(queries)
    assert asked <= 10, asked
    assert "Waste collection." in seen(public, f"{ADDRESS}standard/")
    paper = public.get(f"{ADDRESS}paper/")
    assert paper["Content-Type"] == "application/pdf" and b"".join(paper).startswith(b"%PDF"), paper
    assert "CC BY" in seen(public, "/pictures/") and "sentences" in seen(public, "/listen/recordings.json")
    return asked


def read_privately(public, browser, page):
    """The PDF of a private page is for those who may see the page, and is kept nowhere."""
    forget(key_of_page(page))
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert public.get(f"{ADDRESS}paper/").status_code == 302
    assert b"".join(browser.get(f"{ADDRESS}paper/")).startswith(b"%PDF")
    assert not list((settings.MEDIA_ROOT / "print").rglob("*.pdf"))
    restriction.delete()


def check(browser, page):
    """A checker says of each part that it is good; the page then has the label."""
    waiting = EasyReadCheck.objects.get(status="in_progress")
    assert "Your bins" in seen(browser, reverse("easyread_checks"))
    assert "You are checking this page." in seen(browser, reverse("easyread_check_page", args=[waiting.pk]))
    seen(browser, reverse("easyread_check", args=[waiting.pk]))
    address = browser.post(reverse("easyread_check", args=[waiting.pk])).url
    while "/end/" not in address:
        assert "How is th" in seen(browser, address)
        address = browser.post(address, {"verdict": "good", "go": "next"}).url
    assert "May we say your name on the page?" in seen(browser, address)
    assert browser.post(address, {"may_say_name": "yes"}).status_code == 302
    for name in ("easyread_my_time", "easyread_checks"):
        seen(browser, reverse(name))
    assert not errors_of(LeafletPage.objects.get(pk=page.pk))


def change(author, browser, page):
    """An editor changes the page, and must say why: the version that is live then was not checked."""
    page = LeafletPage.objects.get(pk=page.pk)
    page.title = "Your bins now"
    page.save_revision(user=author)
    text = seen(browser, edit_address(page))
    assert 'name="action-publish"' not in text and "Put this page right at once" in text
    right = reverse("easyread_put_right", args=[page.pk])
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w*)"', seen(browser, right)))
    assert browser.post(right, hidden | {"reason": "The day was wrong."}).status_code == 302
    for name in ("easyread_remarks", "easyread_pay", "films:index", "readings:index", "wagtailadmin_home"):
        seen(browser, reverse(name))


def take_down(browser, public, page):
    """The page comes down with a reason that everybody can read."""
    down = reverse("easyread_take_down", args=[page.pk])
    seen(browser, down)
    assert browser.post(down, {"reason": "It was wrong."}).status_code == 302
    seen(public, f"{ADDRESS}paper/", 410)
    assert not list((settings.MEDIA_ROOT / "print").rglob("*.pdf"))
    text = seen(public, ADDRESS, 410)
    assert "It was wrong." in text and "Phone us: 01234 567 890" in text  # a template of the site's own


def write_german(home, browser):
    """A page in another language is not judged by English rules."""
    page = LeafletPage(title="Die Müllabfuhr kommt nicht (z. B. §7)", slug="muell", live=False)
    page.locale = Locale.objects.create(language_code="de")
    home.add_child(instance=page)
    page.save_revision()
    assert errors_of(page) == [] and "data-easyread-writing" not in seen(browser, edit_address(page))
    page.locale = Locale.get_default()
    assert errors_of(page) != []


def edit_address(page):
    """Where editors write a `page` (str)."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def step(words):
    """Say what was proved."""
    print(words, flush=True)


def main():
    """The whole walk."""
    setup_test_environment()
    home = set_up()
    step("set up")
    author, editor = person("author", is_superuser=True)
    _, checker = person("chris", "Checkers")
    public = Client()
    page = write(home, author, editor)
    ask_the_check(editor)
    step("written, with the help")
    seen(public, f"{ADDRESS}paper/", 404)
    page.get_latest_revision().publish(user=author)
    step(f"public, in {read(public)} queries")
    read_privately(public, editor, page)
    check(checker, page)
    assert "Chris checked this page on" in seen(public, ADDRESS)
    step("checked by people, with the label")
    change(author, editor, page)
    text = seen(public, ADDRESS)
    assert "Your bins now" in text and "We are still checking this page." in text and "The day was wrong." in text
    assert "checked this page on" not in text
    step("changed, and without the label")
    take_down(editor, public, page)
    step("taken down, and says why")
    write_german(home, editor)
    step("another language is not judged")
    assert not {name for name in sys.modules if name.split(".")[0] in {"home", "engagement", "config"}}
    assert settings.INSTALLED_APPS[-1] == "easyread"
    step("nothing else was here")


main()
