"""Spreadsheets for tests, made in memory."""

import csv
import io
import zipfile

import pytest
from django.test import Client
from openpyxl import Workbook

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.flows.importing import begin_import, check_sheet, do_import, name_columns, upload_sheet
from tests import factories

HEAD = [
    "Number",
    "Whose words",
    "Day",
    "Do you like the bus?",
    "Which is better?",
    "What helps you?",
    "What should change?",
]


def rows(count=2, first=1):
    """`count` (int) good rows below HEAD."""
    day = factories.today().isoformat()
    return [
        [n, "Own words", day, "Yes", "All together", "Pictures; Time", f"Words of person {n}."]
        for n in range(first, first + count)
    ]


def csv_file(below, head=HEAD, encoding="utf-8", separator=","):
    """A CSV file (bytes)."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([head, *below])
    return out.getvalue().encode(encoding)


def xlsx_file(below, head=HEAD, change=None):
    """An XLSX file (bytes). `change`: a function that changes the sheet before it is saved."""
    book, out = Workbook(), io.BytesIO()
    for row in [head, *below]:
        book.active.append(row)
    if change:
        change(book.active)
    book.save(out)
    return out.getvalue()


def ods_file(below, head=HEAD, extra=""):
    """An ODS file (bytes). `extra`: XML of more rows."""
    cell = "<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>"
    lines = "".join(
        f"<table:table-row>{''.join(cell.format(value) for value in row)}</table:table-row>" for row in [head, *below]
    )
    names = " ".join(
        f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for name in ("table", "office", "text")
    )
    body = (
        f"<office:body><office:spreadsheet><table:table>{lines}{extra}</table:table></office:spreadsheet></office:body>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
        }
    )


def zipped(parts):
    """A zip file (bytes) of named parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def organisation(db):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


@pytest.fixture
def worker(roles, organisation):
    """A worker of the organisation."""
    return make_worker(organisation)


def make_worker(organisation):
    """A user who works at `organisation` (Body)."""
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user)
    return user


@pytest.fixture
def signed_in(worker):
    """The test client of the worker."""
    client = Client()
    client.force_login(worker)
    return client


@pytest.fixture
def bring(open_round, worker, organisation):
    """Bring in a file and look at every row: a function of its bytes, which returns the Import."""

    def bring(data, targets=None, **whole):
        sheet = upload_sheet(round=open_round, organisation=organisation, by=worker, name="answers.csv", data=data)
        mapping = {"columns": targets or targets_of(open_round, sheet.columns), "whole": {"channel": "paper"} | whole}
        return check_sheet(sheet=name_columns(sheet=sheet, by=worker, mapping=mapping))

    return bring


@pytest.fixture
def make(bring, worker):
    """Bring in a file and press "Do it"."""

    def make(data, targets=None, **whole):
        return do_import(sheet=begin_import(sheet=bring(data, targets, **whole), by=worker))

    return make


def targets_of(round, columns):
    """What the columns of HEAD are: dict of place to target."""
    known = {"Number": "row_id", "Whose words": "provenance", "Day": "date", "Where": "place", "Who": "who"}
    known |= {"Show": "consent:publish"}
    known |= {question.text: f"q:{question.public_id}" for question in round.question_rows.all()}
    return {str(place): known[name] for place, name in enumerate(columns) if name in known}
