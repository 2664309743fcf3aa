"""Whom people can ask stands on every page, and each site of one installation names its own (Q14)."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from config.context import who_to_ask
from home.models import WhoToAsk

pytestmark = pytest.mark.django_db


def asked(host):
    return who_to_ask(RequestFactory().get("/", HTTP_HOST=host))


def test_the_only_site_is_asked_for_in_one_query_f2(home_page, django_assert_num_queries):
    WhoToAsk.objects.create(site=Site.objects.get(), phone="01234 1")
    with django_assert_num_queries(1):
        assert asked("anything.example.org").phone == "01234 1"


def test_each_of_two_sites_names_its_own(home_page):
    other = Site.objects.create(hostname="other.example.org", root_page=home_page, site_name="Other")
    WhoToAsk.objects.create(site=Site.objects.get(is_default_site=True), phone="01234 1")
    assert asked("other.example.org").phone == ""  # it has not said anything yet, and the first speaks for itself alone
    WhoToAsk.objects.filter(site=other).update(phone="01234 2")
    assert asked("other.example.org").phone == "01234 2" and asked("localhost").phone == "01234 1"


def test_before_there_is_a_site_nobody_is_named(db):
    Site.objects.all().delete()
    assert asked("localhost").phone == ""
