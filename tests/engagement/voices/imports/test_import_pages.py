"""The pages of an import: who comes in, the whole way, and every wrong turn."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from engagement.voices.imports import background
from engagement.voices.models import Import, ImportedRow, ImportFile, ImportProblem, Voice
from tests.engagement.voices.imports.conftest import HEAD, csv_file, make_worker, rows, targets_of
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


def send(client, round, data, name="answers.csv"):
    """Choose a file for a round. Returns the response."""
    return client.post(reverse("import_new", args=[round.pk]), {"file": SimpleUploadedFile(name, data)})


def mapped(round, **whole):
    """What the columns page sends."""
    return (
        {f"column-{place}": target for place, target in targets_of(round, HEAD).items()} | {"channel": "paper"} | whole
    )


def readable(response):
    """The page as text, held to the rules of Easy Read; what stands in the file is not ours."""
    page = response.content.decode()
    assert not errors_of(re.sub(r'<div class="field-help" id="column-.*?</div>', "", page, flags=re.DOTALL))
    return page


def test_the_whole_way(signed_in, open_round):
    """Choose the round and the file, name the columns, look, do it, see what was made."""
    assert open_round.title in readable(signed_in.get("/support/import/"))
    readable(signed_in.get(reverse("import_new", args=[open_round.pk])))
    place = send(signed_in, open_round, csv_file(rows(2))).url
    page = readable(signed_in.get(place))
    assert "What are the columns?" in page and "Words of person 1." in page
    looked = signed_in.post(f"{place}columns/", mapped(open_round), follow=True)
    assert "Look at it, then do it" in readable(looked) and not Voice.objects.exists()
    made = readable(signed_in.post(f"{place}do/", follow=True))
    assert "This is done" in made and "Row 3" in made and Voice.objects.count() == 2
    assert str(Voice.objects.first().support.public_id) in made
    undone = readable(signed_in.post(f"{place}undo/", {"reason": "Wrong file."}, follow=True))
    assert "You took all of it back." in undone and not Voice.objects.standing().exists()


def test_what_is_wrong_stands_row_by_row(signed_in, open_round):
    below = rows(60)
    for row in below:
        row[3] = "Perhaps"
    place = send(signed_in, open_round, csv_file(below)).url
    page = readable(signed_in.post(f"{place}columns/", mapped(open_round), follow=True))
    assert "Row 2, column “Do you like the bus?”" in page and "Row 61" not in page and "Do it</" not in page
    assert "Row 61" in signed_in.get(f"{place}?page=2").content.decode()
    assert signed_in.post(f"{place}do/", follow=True).status_code == 200 and not Voice.objects.exists()


def test_what_was_not_said_is_asked_for(signed_in, open_round):
    place = send(signed_in, open_round, csv_file(rows(1))).url
    page = signed_in.post(f"{place}columns/", mapped(open_round, channel=""))
    assert page.status_code == 400 and "Say how the answers came." in readable(page)


def test_the_columns_are_known_the_next_time(signed_in, open_round):
    place = send(signed_in, open_round, csv_file(rows(1))).url
    signed_in.post(f"{place}columns/", mapped(open_round))
    again = signed_in.get(send(signed_in, open_round, csv_file(rows(2))).url)
    chosen = [
        value for row in again.context["rows"] for _, group in row["groups"] for value, _, is_it in group if is_it
    ]
    assert chosen == list(targets_of(open_round, HEAD).values())
    fewer = signed_in.get(send(signed_in, open_round, csv_file([row[:5] for row in rows(3)], HEAD[:5])).url)
    assert fewer.context["missing"] == HEAD[5:] and "Some columns are missing" in readable(fewer)


def test_columns_are_guessed_by_their_names(signed_in, open_round):
    page = signed_in.get(send(signed_in, open_round, csv_file(rows(1), ["ID", *HEAD[1:]])).url)
    chosen = [value for row in page.context["rows"] for _, group in row["groups"] for value, _, is_it in group if is_it]
    assert chosen[0] == "row_id" and chosen[1] == "provenance" and chosen[3].startswith("q:")


@pytest.mark.parametrize(
    "data,sentence", [(b"", "Choose a file."), (b"\xd0\xcf\x11\xe0", "Please save it as a new Excel file.")]
)
def test_a_file_that_cannot_be_read(signed_in, open_round, data, sentence):
    page = send(signed_in, open_round, data) if data else signed_in.post(reverse("import_new", args=[open_round.pk]))
    assert page.status_code == 400 and sentence in readable(page) and not ImportFile.objects.exists()


def test_a_file_can_be_taken_away(signed_in, open_round):
    place = send(signed_in, open_round, csv_file(rows(1))).url
    page = signed_in.post(f"{place}clear/", follow=True)
    assert "This file is gone." in readable(page) and not Import.objects.exists() and not ImportFile.objects.exists()


def test_others_meet_404(signed_in, open_round, organisation):
    place = send(signed_in, open_round, csv_file(rows(1))).url
    other = Client()
    other.force_login(make_worker(organisation))
    for part in ("", "columns/", "do/", "undo/", "clear/"):
        assert other.get(f"{place}{part}").status_code == 404 == other.post(f"{place}{part}").status_code
    assert place not in other.get("/support/import/").content.decode()


def test_a_long_file_is_done_in_the_background(signed_in, open_round, monkeypatch):
    """Until then a page says so (202); pressing again does nothing twice."""
    queued = []
    monkeypatch.setattr(background, "AT_ONCE", 10)
    monkeypatch.setattr(background, "ROWS_AT_ONCE", 1)
    monkeypatch.setattr(background, "run_later", type("Later", (), {"enqueue": staticmethod(queued.append)}))
    place = send(signed_in, open_round, csv_file(rows(2))).url
    page = signed_in.post(f"{place}columns/", mapped(open_round), follow=True)
    assert page.status_code == 202 and "You can go away and come back." in readable(page)
    background.run(queued.pop())
    signed_in.post(f"{place}do/")
    signed_in.post(f"{place}do/")
    assert len(queued) == 1 and signed_in.get(place).status_code == 202
    background.run(queued[0])
    background.run(queued[0])
    assert Voice.objects.count() == 2 and "This is done" in signed_in.get(place).content.decode()


def test_a_fault_in_the_background_is_told(signed_in, open_round, monkeypatch):
    place = send(signed_in, open_round, csv_file(rows(1))).url
    monkeypatch.setitem(background.FLOWS, Import.State.CHECKING, lambda sheet: 1 / 0)
    page = readable(signed_in.post(f"{place}columns/", mapped(open_round), follow=True))
    assert "Something went wrong on our side." in page and "Nothing was made." in page


@pytest.mark.parametrize("state", ["checked", "done"])
def test_few_queries_with_ten_thousand_rows(signed_in, open_round, worker, organisation, state):
    """F2: at most 25, however many rows there are."""
    sheet = Import.objects.create(
        round=open_round, organisation=organisation, by=worker, name="a", file_hash="0" * 64, state=state,
        wrong=10_000, done_at=open_round.first_published_at,
    )  # fmt: skip
    ImportProblem.objects.bulk_create(ImportProblem(of=sheet, row=n, sentence="It is wrong.") for n in range(10_000))
    address = reverse("import_one", args=[sheet.public_id])
    signed_in.get(address)
    with CaptureQueriesContext(connection) as used:
        assert signed_in.get(address).status_code == 200
    assert len(used) <= 25 and not ImportedRow.objects.exists()
