"""The pages of paper: who comes in, the pile from code to code, printing, the second person, pictures, few queries."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from easyread.media.private import storage
from engagement.voices import flows
from engagement.voices.models import PaperBatch, PaperCheck, PaperCopy, PaperScan, Voice
from engagement.voices.paper.codes import lot_of, new_code, shown_code
from tests import factories, pdf
from tests.engagement.voices.paper.conftest import TYPED, client_of, filled, type_in
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db
DESK = "/support/paper/"


def at(copy, rest=""):
    """The address of a form."""
    return f"{DESK}{copy.code}/{rest}"


def text_of(response):
    """The words of a page."""
    return re.sub(r"\s+", " ", response.content.decode())


def press(client, copy, *values, **more):
    """Press "Save and next form" on a form's page."""
    step = more.pop("step", "first")
    return client.post(at(copy), filled(copy.batch, *values, **more) | {"step": step, "go": "save"}, follow=True)


def test_the_code_leads_to_the_form_and_saving_to_the_next_code(copy, worker):
    client = client_of(worker)
    page = client.post(DESK, {"code": shown_code(copy.code), "came_on": ""}, follow=True)
    assert page.redirect_chain[0][0].startswith(at(copy)) and f"Form {copy.number}" in text_of(page)
    done = press(client, copy)
    assert f"Form {copy.number} is typed in. Take the next form." in text_of(done)
    assert re.search(r'id="code"[^>]* autofocus', done.content.decode())
    assert Voice.objects.get().paper_copy == copy


def test_a_slip_in_the_code_is_said_at_once(copy, worker):
    wrong = copy.code[:-1] + str((int(copy.code[-1]) + 1) % 10)
    page = client_of(worker).post(DESK, {"code": wrong})
    assert page.status_code == 400 and "This is not a code." in text_of(page)


def test_a_missed_box_keeps_all_that_was_typed(copy, worker):
    page = press(client_of(worker), copy, "1", "", "1", "1", "Words to keep")
    assert page.status_code == 400 and "Words to keep" in text_of(page)
    copy.refresh_from_db()
    assert "Words to keep" in copy.typed.values() and copy.voice is None


def test_a_form_for_later_is_there_again(copy, worker):
    client = client_of(worker)
    client.post(at(copy), filled(copy.batch, "1", "", "", "", "") | {"go": "later"})
    assert 'value="1"' in client.get(at(copy)).content.decode() and not Voice.objects.exists()


def test_the_second_time_a_number_comes_the_page_says_what_to_do(copy, worker, second, open_round, pmu):
    flows.choose_share(round=open_round, by=pmu, one_in=0)  # or 1 form in 10 waits for its second person
    press(client_of(worker), copy)
    for who in (worker, second):
        page = press(client_of(who), copy, "2", "B", "B", "B", "B")
        assert page.status_code == 409 and "One form counts once." in text_of(page)
        assert "Put it with the forms that are finished." in text_of(page) and "more time" not in text_of(page)
    assert Voice.objects.count() == 1


def test_what_belongs_to_others_is_not_there(copy, worker, stranger, second, batch):
    """URL × owner: 404 on everything of another organisation; entries are for the typist, the lead and the Unit."""
    type_in(copy, worker)
    theirs = client_of(stranger)
    for address in (at(copy), at(copy, "entry/"), at(copy, "settle/"), f"{DESK}print/{batch.public_id}/forms.pdf"):
        assert theirs.get(address).status_code == 404
    refused = theirs.post(DESK, {"code": copy.code})
    assert refused.status_code == 400 and "We do not know this form." in text_of(refused)
    assert client_of(second).get(at(copy, "entry/")).status_code == 404
    second.works_at.update(leads=True)
    assert client_of(second).get(at(copy, "entry/")).status_code == 200


def test_the_unit_comes_in_and_sees_every_entry(copy, worker, pmu):
    type_in(copy, worker)
    client = client_of(pmu)
    page = text_of(client.get(at(copy, "entry/")))
    assert "I want more time." in page and "We never show the vote." in page and "One leads" not in page
    assert client.get(DESK).status_code == 200


def test_numbered_forms_are_printed_with_their_own_codes(open_round, worker):
    client = client_of(worker)
    page = client.post(f"{DESK}round/{open_round.pk}/", {"go": "print", "count": "2"}, follow=True)
    assert "Your forms have their numbers" in text_of(page)
    batch = PaperBatch.objects.get()
    data = client.get(f"{DESK}print/{batch.public_id}/forms.pdf").getvalue()
    assert pdf.problems_of(data) == set()  # D1
    pages, copies = pdf.pages_of(data), list(batch.copies.all())
    half = len(pages) // 2
    for copy, own in zip(copies, (pages[:half], pages[half:]), strict=True):
        assert all(
            f"Page {n} of {half}. Form {copy.number}. Code: {shown_code(copy.code)}" in text
            for n, text in enumerate(own, start=1)
        )
    for wrong in ("0", "31", "many", ""):
        refused = client.post(f"{DESK}round/{open_round.pk}/", {"go": "print", "count": wrong})
        assert refused.status_code == 400 and "Choose a number from 1 to 30." in text_of(refused)


def test_the_unit_prints_for_an_organisation_which_then_types_them_in(open_round, pmu, worker, organisation):
    post = {"go": "print", "count": "1", "organisation": str(organisation.public_id)}
    client_of(pmu).post(f"{DESK}round/{open_round.pk}/", post)
    copy = PaperCopy.objects.get()
    assert copy.organisation == organisation and client_of(worker).get(at(copy)).status_code == 200


def test_nobody_prints_for_another_organisation(open_round, worker, stranger, organisation):
    post = {"go": "print", "count": "1", "organisation": str(organisation.public_id)}
    client_of(stranger).post(f"{DESK}round/{open_round.pk}/", post)
    assert PaperCopy.objects.get().organisation != organisation


def test_what_another_person_half_typed_is_not_shown(copy, worker, second):
    client_of(worker).post(at(copy), filled(copy.batch, "1", "", "", "", "Half a form") | {"go": "later"})
    page = text_of(client_of(second).get(at(copy)))
    assert "Another person began to type this form" in page and "Half a form" not in page


@pytest.mark.parametrize("name", ["group-sheet", "cards"])
def test_sheets_for_a_group_can_be_read_by_everybody(open_round, worker, name):
    """D1, D4."""
    data = client_of(worker).get(f"{DESK}round/{open_round.pk}/{name}.pdf").getvalue()
    assert pdf.problems_of(data) == set()
    assert len(pdf.square_codes_of(data)) == len(pdf.pages_of(data))
    words = pdf.words_of(data)
    assert ("One leads" in words) and ("How many people are here" in words) == (name == "group-sheet")


def test_the_second_person_and_what_is_different(copy, worker, second, all_checked):
    press(client_of(worker), copy)
    client = client_of(second)
    page = client.get(at(copy))
    assert "You are the second person" in text_of(page) and "more time" not in text_of(page)
    page = press(client, copy, "2", *TYPED[1:], step="second")
    assert page.redirect_chain[-1][0] == at(copy, "settle/")
    assert "The first person typed: Yes" in text_of(page) and "The second person typed: No" in text_of(page)
    key = copy.batch.asked[0]["key"]
    assert client.post(at(copy, "settle/"), {}).status_code == 400
    done = client.post(at(copy, "settle/"), {key: "second"}, follow=True)
    assert f"Form {copy.number} is settled." in text_of(done)
    rows = copy.batch.round.voices.get().answers.filter(question__kind="yes_no").order_by("pk")
    assert [row.is_current for row in rows] == [False, True]
    assert client.get(at(copy, "settle/")).status_code == 404


def test_both_the_same_goes_straight_to_the_next_code(copy, worker, second, all_checked):
    press(client_of(worker), copy)
    page = press(client_of(second), copy, step="second")
    assert "you both typed the same" in text_of(page) and PaperCheck.objects.get().settled_at


def test_who_may_choose_how_many_are_checked(open_round, worker, pmu, organisation):
    """The Unit any number; who leads an organisation more, never fewer; a worker none."""
    address = f"{DESK}round/{open_round.pk}/"
    post = {"go": "share", "one_in": "5"}
    assert client_of(worker).post(address, post).status_code == 400
    worker.works_at.update(leads=True)
    assert client_of(worker).post(address, post).status_code == 302
    refused = client_of(worker).post(address, post | {"one_in": "20"})
    assert "The Programme Management Unit chooses" in text_of(refused)
    assert client_of(pmu).post(address, post | {"one_in": "0"}).status_code == 302


def photo():
    """A photo of a form, with a place hidden in it."""
    image, data = Image.new("RGB", (40, 60), "white"), BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    image.save(data, "JPEG", exif=exif)
    return SimpleUploadedFile("form.jpg", data.getvalue(), content_type="image/jpeg")


def test_a_photo_is_kept_clean_and_only_for_few(copy, worker, second, stranger, pmu):
    """3.5, S3: written anew; the typist, the lead and the Unit alone see it."""
    type_in(copy, worker)
    client = client_of(worker)
    assert "We keep the picture with this form." in text_of(
        client.post(at(copy, "entry/"), {"file": photo()}, follow=True)
    )
    scan = PaperScan.objects.get()
    address = at(copy, f"entry/{scan.public_id}/")
    shown = client.get(address)
    assert (
        shown.status_code == 200 and b"SECRET" not in shown.getvalue() and shown["X-Content-Type-Options"] == "nosniff"
    )
    assert "no-store" in shown["Cache-Control"]
    assert [client_of(who).get(address).status_code for who in (second, stranger, pmu)] == [404, 404, 200]
    refused = client.post(at(copy, "entry/"), {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 words")})
    assert refused.status_code == 400 and PaperScan.objects.count() == 1


def test_a_photo_goes_on_its_day_and_when_the_voice_is_taken_back(copy, worker, django_capture_on_commit_callbacks):
    """3.8."""
    voice = type_in(copy, worker)
    copy.refresh_from_db()
    first = flows.add_scan(copy=copy, by=worker, file=photo())
    second = flows.add_scan(copy=copy, by=worker, file=photo())
    PaperScan.objects.filter(pk=first.pk).update(keep_until=timezone.localdate() - timedelta(days=1))
    half = copy.batch.copies.last()
    flows.keep_typed(copy=half, by=worker, typed={half.batch.asked[0]["key"]: "1"})
    with django_capture_on_commit_callbacks(execute=True):
        call_command("remove_old_scans")
    assert PaperCopy.objects.get(pk=half.pk).typed  # its round is open
    assert not storage().exists(first.name) and storage().exists(second.name)
    with django_capture_on_commit_callbacks(execute=True):
        flows.take_back(voice=voice)
    assert not storage().exists(second.name) and not PaperScan.objects.exists()


def test_every_sentence_of_the_pages_passes_the_rules(batch, worker, second, all_checked):
    """W, S, N: workers read Easy Read too."""
    first, last = batch.copies.first(), batch.copies.last()
    for copy in (first, last):
        type_in(copy, worker)
    flows.check_form(copy=last, by=second, typed=filled(batch, "2", *TYPED[1:]))
    pages = [
        (worker, DESK),
        (worker, f"{DESK}round/{batch.round_id}/"),
        (worker, at(first)),
        (worker, at(first, "entry/")),
    ]
    pages += [(second, at(first)), (second, at(last, "settle/")), (second, at(batch.copies.all()[1]))]
    found = [fault for who, address in pages for fault in errors_of(client_of(who).get(address).content.decode())]
    keys_to_press = (" X ", " / ", " = ")  # a key is no Roman numeral; the numbered boxes are no sentence
    assert [fault for fault in found if not any(key in fault[-1] for key in keys_to_press)] == []


@pytest.mark.parametrize("count", [200, pytest.param(10_000, marks=pytest.mark.slow)])
def test_as_many_queries_for_ten_thousand_forms(batch, worker, second, all_checked, count):
    """F2: at most 25, and the same for 3 and 10,000."""
    pages = [DESK, f"{DESK}round/{batch.round_id}/", at(batch.copies.first()), at(batch.copies.last(), "entry/")]
    type_in(batch.copies.last(), worker)

    def cost(address):
        client = client_of(worker)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = [[cost(address) for address in pages] for _ in range(2)][-1]  # the first one also fills what is kept
    add_forms(batch, second, count)
    many = [cost(address) for address in pages]
    assert few == many and max(many) <= 25


def add_forms(batch, typist, count):
    """So many forms more, each typed in by `typist`."""
    codes = {new_code() for _ in range(count)}
    voices = Voice.objects.bulk_create(
        [Voice(round=batch.round, draft_key=code, channel="paper", entered_by=typist) for code in codes]
    )
    PaperCopy.objects.bulk_create(
        PaperCopy(
            batch=batch,
            round=batch.round,
            organisation=batch.organisation,
            number=number,
            code=voice.draft_key,
            lot=lot_of(voice.draft_key),
            voice=voice,
            typed_by=typist,
            typed_at=timezone.now(),
            came_on=factories.today(),
        )
        for number, voice in enumerate(voices, start=100)
    )
