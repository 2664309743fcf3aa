"""Every kind of file, and every way in which one can be broken: told kindly, quickly, and never worked out."""

import time
import tracemalloc

import pytest
from django.core.exceptions import ValidationError

from engagement.voices.imports import cells, csv_files, sheets, zips
from engagement.voices.imports.sheets import head_of, letter_of, rows_of
from tests.engagement.voices.imports.conftest import HEAD, csv_file, ods_file, rows, xlsx_file, zipped


def all_rows(data):
    """Every row of a file as lists of str, with the numbers of the rows."""
    return [(number, list(map(str, found))) for number, found in rows_of(data)]


def refused(data, sentence):
    with pytest.raises(ValidationError) as refusal:
        list(rows_of(data))
    assert refusal.value.messages == [sentence]


def ods_cell(attributes):
    """The one cell with these attributes in an ODS file."""
    cell = f"<table:table-cell {attributes}><text:p>a</text:p></table:table-cell>"
    return list(rows_of(ods_file([], ["A"], f"<table:table-row>{cell}</table:table-row>")))[1][1][0]


@pytest.mark.parametrize("make", [csv_file, xlsx_file, ods_file])
def test_the_same_rows_from_each_kind_of_file(make):
    below = [[str(cell) for cell in row] for row in rows(3)]
    assert all_rows(make(below)) == list(enumerate([HEAD, *below], start=1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_that_tools_write(encoding):
    data = csv_file([["Zoë’s café costs £5"]], ["What should change?"], encoding)
    assert all_rows(data)[1] == (2, ["Zoë’s café costs £5"])


@pytest.mark.parametrize("data", [b"a\n\x81\x8d\x8f", b"a\n\x00\x01\x02\x03", b"\xff\xfe\x00\xd8\x00"])
def test_letters_that_nobody_can_read(data):
    refused(data, csv_files.UNKNOWN_LETTERS)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator(separator):
    assert all_rows(csv_file([["1, 2; 3", "x"]], ["One", "Two"], separator=separator))[1] == (2, ["1, 2; 3", "x"])


def test_the_line_of_excel_that_says_the_separator():
    assert all_rows(b"sep=;\nA;B\n1;2\n")[0][1] == ["A", "B"]


def test_a_quote_mark_that_is_not_closed():
    refused(b'A,B\n"' + b"x" * 70_000, csv_files.BROKEN_QUOTES)


def test_lines_within_a_cell_keep_the_number_of_the_row():
    assert all_rows(b'A\n"one\ntwo"\nthree\n') == [(1, ["A"]), (2, ["one\ntwo"]), (3, ["three"])]


def test_a_formula_is_told_and_never_worked_out():
    data = xlsx_file([["=1+1", 5, '=HYPERLINK("http://x")']], ["A", "B", "C"])
    found = list(rows_of(data))[1][1]
    assert [getattr(cell, "sentence", "") for cell in found] == [cells.FORMULA, "", cells.FORMULA]
    formula = "table:formula='of:=1+1' office:value-type='float' office:value='2'"
    assert ods_cell(formula).sentence == cells.FORMULA


def test_a_sign_of_a_formula_in_csv_is_words():
    assert all_rows(b"A\n=1+1\n")[1][1] == ["=1+1"]


def test_joined_cells_are_told_with_their_place():
    data = xlsx_file([["a", "b"], ["c", "d"]], ["A", "B"], lambda sheet: sheet.merge_cells("A2:A3"))
    assert list(rows_of(data))[1][1][0].sentence == cells.JOINED
    assert ods_cell("table:number-rows-spanned='2'").sentence == cells.JOINED


def test_a_fault_that_the_spreadsheet_shows():
    def change(sheet):
        sheet["A2"].value, sheet["A2"].data_type = "#REF!", "e"

    assert list(rows_of(xlsx_file([["a"]], ["A"], change)))[1][1][0].sentence == cells.BROKEN


def test_numbers_days_and_yes_as_people_see_them():
    from datetime import date, datetime

    found = all_rows(xlsx_file([[1.0, 2.5, date(2027, 3, 4), datetime(2027, 3, 4, 5), True]], list("ABCDE")))[1][1]
    assert found == ["1", "2.5", "2027-03-04", "2027-03-04", "Yes"]


@pytest.mark.parametrize(
    "data,sentence",
    [
        (b"", sheets.EMPTY),
        (b"  \n ", sheets.EMPTY),
        (b"\xd0\xcf\x11\xe0rest", sheets.OLD_EXCEL),
        (b"PK\x03\x04broken", zips.NOT_A_ZIP),
        (zipped({"word/document.xml": "<a/>"}), sheets.NO_SHEET),
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<b/>"}), zips.NOT_A_ZIP),
        (b"x" * (sheets.MOST_BYTES + 1), sheets.TOO_BIG),
        (",".join(["a"] * 201).encode() + b"\n1", sheets.TOO_MANY_COLUMNS),
    ],
)
def test_files_that_cannot_be_taken(data, sentence):
    refused(data, sentence)


def test_a_file_with_names_alone():
    with pytest.raises(ValidationError, match=sheets.ONLY_NAMES):
        head_of(b"A,B\n")


def test_a_zip_bomb_is_not_unpacked():
    began = time.monotonic()
    refused(
        zipped({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b" " * (zips.UNPACKED + 1)}),
        zips.TOO_BIG_UNPACKED,
    )
    assert time.monotonic() - began < 5


def test_entities_are_not_opened():
    """An XML bomb within ODS: no part of it is made larger."""
    bomb = "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'>]><a>&b;</a>"
    refused(zipped({"mimetype": zips.ODS, "content.xml": bomb}), zips.NOT_A_ZIP)


def test_a_million_rows_are_refused_quickly_and_flat():
    """10^6 rows: the answer comes after 20,001 of them, and no more is held."""
    data = b"A,B\n" + b"1,2\n" * 1_000_000
    tracemalloc.start()
    began = time.monotonic()
    refused(data, sheets.TOO_MANY_ROWS)
    took, peak = time.monotonic() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 5 and peak < 60_000_000


def test_a_row_very_far_down():
    def change(sheet):
        sheet["A900000"] = "x"

    refused(xlsx_file([["a"]], ["A"], change), sheets.TOO_MANY_ROWS)


def test_names_of_columns_are_there_once():
    columns, below = head_of(csv_file([["1", "2", "3", "4"]], ["A", "", "A"]))
    assert columns == ["A", "Column B", "A (2)", "Column D"] and below == [["1", "2", "3", "4"]]
    assert [letter_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
