"""The lists of words that staff keep: who may change them, and that the check knows a change at once (W1 to W4, W7)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from easyread.label import label_of
from easyread.lists import site_lists
from easyread.models import CommunityWord, GlossaryWord, KnownInitials, OneThing, PlainerWord
from easyread.rules import NO_LISTS
from easyread.wording import errors_in_words
from engagement.people.roles import CHECKER, PMU
from tests import factories
from tests.easyread.test_checking import check, checker, info, workflow  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db


def test_all_lists_in_one_query(django_assert_num_queries):
    assert site_lists() == NO_LISTS
    CommunityWord.objects.create(words="chaperone", why="Asked for by a group.")
    KnownInitials.objects.create(words="KCHFT", stands_for="Kent Community Health")
    PlainerWord.objects.create(words="hub", instead="meeting place")
    OneThing.objects.create(words="group", leave_out="band")
    GlossaryWord.objects.create(words="hospice", meaning="It is a home for people who will die soon.")
    with django_assert_num_queries(1):
        lists = site_lists()
    assert lists.community == ("chaperone",) and lists.initials == ("KCHFT",)
    assert lists.plainer == (("hub", "meeting place"),) and lists.one_thing == (("group", "band"),)
    assert lists.glossary == (("hospice", "It is a home for people who will die soon."),)
    assert site_lists() is lists  # what hangs on equal lists is made once


def test_a_change_counts_at_once():
    assert [one.text for one in errors_in_words("The KCHFT is here.")] == ["KCHFT"]
    row = KnownInitials.objects.create(words="KCHFT")
    assert errors_in_words("The KCHFT is here.") == []
    row.delete()
    assert len(errors_in_words("The KCHFT is here.")) == 1


def test_W2_a_page_that_explains_the_word_has_no_error():
    GlossaryWord.objects.create(words="hospice", meaning="A kind home.")
    assert [one.id for one in errors_in_words("We have a hospice.")] == ["W2"]
    assert errors_in_words("We have a hospice.\nIt means a kind home.") == []


@pytest.mark.parametrize(
    "row",
    [
        CommunityWord(words=" , "),
        PlainerWord(words="hub", instead="Hub"),
        OneThing(words="group", leave_out="group"),
        GlossaryWord(words="hospice", meaning="It's a home; nobody leaves."),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_kindly(row):
    with pytest.raises(ValidationError):
        row.full_clean()


def test_a_word_stands_in_a_list_once():
    CommunityWord.objects.create(words="respite")
    with pytest.raises(ValidationError, match="in the list already"):
        CommunityWord(words=" Respite ").full_clean()
    with pytest.raises(ValidationError, match="community"):
        PlainerWord(words="RESPITE", instead="rest").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        CommunityWord.objects.create(words="RESPITE")


def test_a_meaning_may_use_its_own_word():
    row = GlossaryWord(words="  safeguarding   lead ", meaning="A safeguarding lead keeps people safe.")
    row.full_clean()
    assert row.words == "safeguarding lead"


def test_the_programme_unit_keeps_the_lists_and_nobody_else_does(client, roles):
    client.force_login(factories.make_user(PMU))
    assert "Words we use" in client.get("/admin/").content.decode()
    for model in (CommunityWord, PlainerWord, GlossaryWord, KnownInitials, OneThing):
        name = f"wagtailsnippets_easyread_{model._meta.model_name}"
        assert client.get(reverse(f"{name}:list")).status_code == 200
        assert client.get(reverse(f"{name}:add")).status_code == 200
    address = reverse("wagtailsnippets_easyread_plainerword:add")
    answer = client.post(address, {"words": "hub", "instead": "hub"})
    assert "Write 2 different words." in answer.content.decode() and not PlainerWord.objects.exists()
    client.post(address, {"words": "hub", "instead": "meeting place"})
    assert site_lists().plainer == (("hub", "meeting place"),)
    client.force_login(factories.make_user(CHECKER))
    assert client.get(address).status_code == 302


def test_a_list_that_changes_later_takes_no_label_away(info, checker):  # noqa: F811
    """What a version had when people checked it is kept with the check (docs/checking.md)."""
    check(info, checker)
    info.refresh_from_db()
    assert label_of(info)
    GlossaryWord.objects.create(words=info.title.split()[0], meaning="A kind home.")
    assert label_of(info)
