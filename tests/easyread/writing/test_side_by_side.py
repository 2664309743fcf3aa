"""Standard text and Easy Read side by side: what is covered, what is not yet, and what an editor says (issue 7)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from easyread.covering import not_covered, rows_of
from easyread.covering.sharing import Told
from easyread.flows.covering import IS_GONE, say_covered
from easyread.models import Covering
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db

STANDARD = "Dogs may travel. Residents will utilise a new card. Parking costs £5."


@pytest.fixture
def page(home_page, pmu):
    give_rights()
    page = InfoPage(
        title="Buses",
        slug="buses",
        live=False,
        easy_read=factories.easy_read("The bus goes on Monday.\nYou can use a new card."),
        standard=factories.standard(STANDARD),
    )
    home_page.add_child(instance=page).save_revision()
    return page


@pytest.mark.parametrize(
    "sentence, told, covers",
    [
        ("The bus service operates on Mondays.", "The bus goes on Monday.", True),  # 2 of 4 main words
        ("The bus service operates on Mondays.", "The bus is red.", False),
        ("Residents will utilise a new card.", "You can use a new card.", True),  # a plainer word counts
        ("The decision was made in 2027.", "They decided it in 2027.", True),  # endings do not count; numbers do
        ("It is so.", "It is so.", False),  # nothing to go by: a person must say
    ],
)
def test_the_guess_goes_by_main_words(sentence, told, covers):
    assert bool(Told([told]).best(sentence)) == covers


def test_each_standard_sentence_is_covered_or_not_yet(page):
    rows = rows_of(page)
    assert [bool(row.told) for row in rows] == [False, True, False]
    assert not_covered(page) == 2


def test_an_editor_says_it_and_it_goes_with_exactly_these_words(page, pmu):
    first, _, last = rows_of(page)
    say_covered(page=page, fingerprint=first.fingerprint, verdict="covered", words="The bus goes on Monday.", by=pmu)
    say_covered(page=page, fingerprint=last.fingerprint, verdict="left_out", words="It is on another page.", by=pmu)
    assert not_covered(page) == 0
    page.standard = page.standard.stream_block.to_python([{"type": "text", "value": "<p>Parking costs £6.</p>"}])
    assert not_covered(page) == 1


def test_left_out_needs_a_reason(page, pmu):
    row = rows_of(page)[0]
    with pytest.raises(ValidationError, match="Say why we leave this out."):
        say_covered(page=page, fingerprint=row.fingerprint, verdict="left_out", words=" ", by=pmu)
    with pytest.raises(ValidationError, match=IS_GONE):
        say_covered(page=page, fingerprint="0" * 64, verdict="covered", by=pmu)
    with pytest.raises(IntegrityError), transaction.atomic():
        Covering.objects.create(page=page, fingerprint="1", sentence="A.", verdict="left_out")


def test_the_screen_shows_both_keeps_what_is_said_and_takes_it_back(client, page, pmu):
    client.force_login(pmu)
    address = reverse("easyread_side_by_side", args=[page.pk])
    shown = client.get(address).content.decode()
    assert "2 sentences are not in the Easy Read yet." in shown and "It looks covered" in shown
    key = rows_of(page)[0].fingerprint
    short = {"sentence": key, f"{key[:8]}-verdict": "left_out", f"{key[:8]}-words": ""}
    assert "Say why we leave this out." in client.post(address, short).content.decode()
    client.post(address, short | {f"{key[:8]}-words": "People know it."})
    assert Covering.objects.get().why == "People know it." and Covering.objects.get().made_by == pmu
    assert "People know it." in client.get(address).content.decode()
    client.post(address, {"sentence": key, "go": "back"})
    assert not Covering.objects.exists()


def test_bad_input_is_no_fault(client, page, pmu):
    client.force_login(pmu)
    address = reverse("easyread_side_by_side", args=[page.pk])
    for sent in ({}, {"sentence": "x"}, {"sentence": "x", "go": "back"}, {"sentence": "\x00" * 9}):
        assert client.post(address, sent).status_code in (200, 302)


def test_many_sentences_take_the_same_few_queries_f2(client, page, pmu, django_assert_max_num_queries):
    client.force_login(pmu)
    page.standard = page.standard.stream_block.to_python(
        [{"type": "text", "value": f"<p>{'Parking costs £5. ' * 60}</p>"}]
    )
    page.save_revision()
    with django_assert_max_num_queries(25):
        client.get(reverse("easyread_side_by_side", args=[page.pk]))


def test_the_editor_says_how_many_are_not_covered_yet(client, page, pmu):
    client.force_login(pmu)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "2 sentences of the standard version are not in the Easy Read yet." in shown
    assert InfoPage.objects.get(pk=page.pk).live is False
