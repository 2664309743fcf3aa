"""The menu of the admin: everything of ours that somebody may open is in it, and nothing of Wagtail's own."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from engagement.people.menu import TOGETHER, is_ours
from engagement.people.roles import CHECKER, SECRETARY
from tests import factories

pytestmark = pytest.mark.django_db


def request_of(rf, user):
    """A request by somebody. The addresses are read first: they put most items in the menu."""
    request = rf.get(reverse("wagtailadmin_home"))
    request.user = user
    return request


def menu_of(rf, user):
    """Somebody's menu: (dict of name → MenuItem, with those below a word; the list of words that are seen first)."""
    request = request_of(rf, user)
    items = admin_menu.menu_items_for_request(request)
    below = [one for item in items if hasattr(item, "menu") for one in item.menu.menu_items_for_request(request)]
    return {item.name: item for item in [*items, *below]}, [item.label for item in items]


def test_each_part_of_ours_that_somebody_may_open_is_in_their_menu(rf, pmu, home_page):
    """A1: nobody can use what they cannot find. People to phone and paper forms were once left out."""
    request = request_of(rf, pmu)
    may_open = {item.name for item in admin_menu.registered_menu_items if is_ours(item) and item.is_shown(request)}
    found, _ = menu_of(rf, pmu)
    assert may_open <= found.keys()
    assert {"drafts", "workshops", "felt-true", "targets", "calls", "ease", "paper-forms"} <= found.keys()
    assert {"films", "read-aloud", "pages-to-record"} <= found.keys()


def test_wagtails_own_parts_are_for_an_administrator_alone(rf, pmu, home_page):
    """T5: few words."""
    found, labels = menu_of(rf, pmu)
    assert not {"explorer", "documents", "reports", "settings"} & found.keys()
    assert "Pictures" not in labels and "Pictures and sound" in labels
    everything, _ = menu_of(rf, factories.make_user(is_superuser=True, is_staff=True))
    assert found.keys() <= everything.keys() | {name for _, name, *_ in TOGETHER}
    assert "settings" in everything


def test_what_belongs_together_stands_under_one_word_only_where_there_are_two(rf, roles, home_page):
    """T5: a word that leads to one thing only would be one press too many."""
    _, labels = menu_of(rf, factories.make_user(CHECKER))
    assert "Easy or hard" in labels and "Who takes part" not in labels


def test_a_secretary_sees_what_they_do(rf, roles, home_page, client):
    """A1: their own 2 parts, in the page that they get."""
    secretary = factories.make_user(SECRETARY)
    found, _ = menu_of(rf, secretary)
    assert {"answers-owed", "outcomes"} <= found.keys() and "felt-true" not in found
    client.force_login(secretary)
    assert json.dumps("Answers owed")[1:-1] in client.get("/admin/").content.decode()
