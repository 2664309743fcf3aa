"""The checkers' own screens, and those that put a live page right or take it down."""

import pytest
from django.urls import reverse

from easyread import flows
from easyread.label import label_of
from easyread.models import EasyReadCheck
from engagement.people.roles import CHECKER
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def info(home_page, roles):
    """A live plain page that is with the checkers."""
    give_rights()
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


@pytest.fixture
def checker(client, info):
    user = factories.make_user(CHECKER)
    client.force_login(user)
    return client


def test_a_checker_finds_looks_and_says(checker, info):
    pk = EasyReadCheck.objects.get().pk
    assert "About us" in checker.get(reverse("easyread_checks")).content.decode()
    seen = checker.get(reverse("easyread_check_page", args=[pk])).content.decode()
    assert "<h1>About us</h1>" in seen and reverse("easyread_check", args=[pk]) in seen
    answer = checker.post(reverse("easyread_check", args=[pk]), {"verdict": "good", "may_say_name": "yes"}, follow=True)
    assert "You said that this page is good." in answer.content.decode()
    assert label_of(InfoPage.objects.get(pk=info.pk)).name == "Sam Example"


def test_a_no_without_words_is_told_beside_them(checker, info):
    pk = EasyReadCheck.objects.get().pk
    answer = checker.post(reverse("easyread_check", args=[pk]), {"verdict": "hard", "may_say_name": "no"})
    assert flows.NEEDS_WORDS in answer.content.decode()
    assert EasyReadCheck.objects.get().status == "in_progress"


def test_the_unit_puts_right_and_takes_down_with_a_reason(client, info, pmu):
    client.force_login(pmu)
    info.title = "About all of us"
    info.save_revision(user=pmu)
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[info.pk])).content.decode()
    assert reverse("easyread_put_right", args=[info.pk]) in editor
    assert reverse("easyread_take_down", args=[info.pk]) in editor
    for name, status in (("easyread_put_right", 200), ("easyread_take_down", 410)):
        address = reverse(name, args=[info.pk])
        assert client.post(address, {"reason": " "}).status_code == 200  # the form, which asks for it again
        client.post(address, {"reason": "The phone number was wrong."}, follow=True)
        answer = client.get("/about/")
        assert answer.status_code == status and "The phone number was wrong." in answer.content.decode()
