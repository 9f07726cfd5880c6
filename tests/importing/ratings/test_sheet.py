"""Workbooks: cells as people and programs write them, the sheet's own row numbers, and nothing hidden that is lost."""

import datetime
import io
import json
import zipfile

import openpyxl
import pytest

from inspections.importing.extract import NotReadable
from inspections.importing.ratings.reading import read_ratings, table_form
from inspections.importing.ratings.sheet import read_workbook
from tests.importing.ratings.files import (
    COLUMNS,
    LEEDS,
    ROWS,
    SHEET,
    shipped,
    table,
    with_part,
    with_shared_strings,
    workbook,
)

RELATIONS = "xl/_rels/workbook.xml.rels"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DAY = datetime.datetime(2024, 10, 24)  # noqa: DTZ001 a spreadsheet knows no zones
FIRST = datetime.datetime(2024, 10, 1)  # noqa: DTZ001
NEW_YEAR = datetime.datetime(2024, 1, 1)  # noqa: DTZ001


def cell(column: str, value: object, *, shown_as: str = "") -> str:
    """What is read of one cell."""

    def change(book: openpyxl.Workbook) -> None:
        if shown_as:
            book.active.cell(2, COLUMNS.index(column) + 1).number_format = shown_as

    [row] = read_ratings(workbook(LEEDS | {column: value}, change=change).content).rows
    assert row.complaints == ()
    return row.cells[column]


def test_a_workbook_is_read_as_the_csv_of_its_cells():
    book, text = read_ratings(workbook(*ROWS).content), read_ratings(shipped().content)

    assert book.rows == text.rows
    assert (book.form, text.form) == ("xlsx", "csv")
    assert book.sha256 != text.sha256


def test_texts_in_a_part_of_their_own_are_found():
    content = with_shared_strings(workbook(*ROWS).content)

    assert b"<is>" not in zipfile.ZipFile(io.BytesIO(content)).read(SHEET)
    assert read_ratings(content).rows == read_ratings(shipped().content).rows


@pytest.mark.parametrize("value", [6, 6.0, "6", " 6 "])
def test_a_number_is_one_however_it_is_held(value):
    assert cell("recommendations", value) == "6"


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (DAY, "dd/mm/yyyy", "2024-10-24"),
        (DAY, "mmm-yy", "2024-10-24"),
        (FIRST, "dd/mm/yyyy", "2024-10-01"),
        (FIRST, "mmm-yy", "2024-10"),
        (FIRST, "[$-809]mmmm\\ yyyy", "2024-10"),
        (FIRST, '"day of" mmmm yyyy', "2024-10"),
        (FIRST, "yyyy", "2024-10"),
        (NEW_YEAR, "yyyy", "2024"),
        (NEW_YEAR, "mmm-yy", "2024-01"),
        (datetime.date(2024, 10, 24), "", "2024-10-24"),
        (2024, "", "2024"),
        ("2024-10", "", "2024-10"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(value, shown_as, text):
    assert cell("published", value, shown_as=shown_as) == text


def test_a_round_may_be_a_number():
    assert cell("round", 2025) == "2025"


def test_what_is_read_can_be_carried_as_json():
    raw = read_workbook(workbook(LEEDS | {"published": DAY, "score": 3.0}).content)

    assert json.loads(json.dumps(raw)) == raw


# --- Rows and sheets --------------------------------------------------------------------------------------------------


def test_rows_have_the_numbers_of_the_sheet():
    def change(book):
        book.active.insert_rows(1, 3)
        book.active.insert_rows(5, 2)

    assert [
        row.number for row in read_ratings(workbook(LEEDS, LEEDS | {"pdu": "York"}, change=change).content).rows
    ] == [
        7,
        8,
    ]


def test_hidden_rows_and_columns_are_read_like_the_others():
    def change(book):
        book.active.row_dimensions[2].hidden = True
        book.active.column_dimensions["G"].hidden = True

    [row] = read_ratings(workbook(LEEDS | {"overall_rating": "Good"}, change=change).content).rows
    assert row.cells["overall_rating"] == "Good"


def test_the_first_sheet_with_the_columns_is_read():
    def change(book):
        book.create_sheet("About", 0).append(["These are our ratings", "of 2025"])

    table = read_ratings(workbook(LEEDS, change=change).content)
    assert (len(table.rows), table.notes) == (1, ())


def test_another_sheet_with_the_columns_is_named_and_not_read():
    def change(book):
        book.copy_worksheet(book.active).title = "Last year"

    table = read_ratings(workbook(LEEDS, change=change).content)
    assert len(table.rows) == 1
    assert table.notes == ("Sheet “Last year” has the columns of a table too, and is not read.",)


def test_a_table_on_a_hidden_sheet_is_not_guessed_at():
    def change(book):
        book.active.sheet_state = "hidden"
        book.create_sheet("Shown").append(["nothing"])

    with pytest.raises(NotReadable, match="The table is on sheet “Ratings”, which is hidden: show it first"):
        read_ratings(workbook(LEEDS, change=change).content)


def test_a_sheet_that_is_wrong_about_its_size_is_read_whole():
    content = workbook(LEEDS, LEEDS | {"pdu": "York"}).content
    wrong = with_part(content, SHEET, b'ref="A1:B2"', instead_of=b'ref="A1:Y3"')

    assert b'ref="A1:B2"' in zipfile.ZipFile(io.BytesIO(wrong)).read(SHEET)
    assert read_ratings(wrong).rows == read_ratings(content).rows


def test_cells_that_are_only_coloured_are_blank():
    def change(book):
        for number in range(3, 500):
            book.active.cell(number, 90).fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")

    assert len(read_ratings(workbook(LEEDS, change=change).content).rows) == 1


# --- Cells that hold no value -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value", "complaint"),
    [
        ("overall_rating", '="Good"', "cell G2 holds a formula, not a value"),
        ("score", "=1+2", "cell H2 holds a formula, not a value"),
        ("note", '=HYPERLINK("https://evil.example/")', "cell Y2 holds a formula, not a value"),
        ("note", "=cmd|' /C calc'!A0", "cell Y2 holds a formula, not a value"),
        ("score", "#REF!", "cell H2 holds the error #REF!, not a value"),
        ("score", True, "score is “True”, no whole number from 0 to 99"),
        ("score", 2.5, "score is “2.5”, no whole number from 0 to 99"),
    ],
)
def test_a_formula_or_an_error_is_named_by_its_cell(column, value, complaint):
    [row] = read_ratings(workbook(LEEDS | {column: value}).content).rows

    assert row.complaints == (complaint,)


def test_a_text_that_looks_like_a_formula_is_refused_like_in_a_csv():
    def change(book):
        book.active.cell(2, 25).value = "=1+2"
        book.active.cell(2, 25).data_type = "s"

    [book] = read_ratings(workbook(LEEDS, change=change).content).rows
    [text] = read_ratings(table(LEEDS | {"note": "=1+2"}).content).rows
    assert book.complaints == text.complaints == ("note holds a formula, not a value",)


def test_a_row_of_formulas_alone_is_not_taken_for_a_blank_one():
    def change(book):
        book.active.cell(3, 7).value = "=G2"

    first, second = read_ratings(workbook(LEEDS, change=change).content).rows
    assert (first.complaints, second.number) == ((), 3)
    assert second.complaints[0] == "cell G3 holds a formula, not a value"


def test_macros_and_links_to_other_files_are_not_opened():
    content = workbook(LEEDS).content
    for name in ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/media/image1.png"):
        content = with_part(content, name, b"not looked at")
    rels = b'<Relationship Id="x" Type="%s/externalLink" Target="/xl/externalLinks/externalLink1.xml"/></Relationships>'
    content = with_part(content, RELATIONS, rels % OFFICE, instead_of=b"</Relationships>")
    link = b'</sheets><externalReferences><externalReference xmlns:r="%s" r:id="x"/></externalReferences>'
    content = with_part(content, "xl/workbook.xml", link % OFFICE, instead_of=b"</sheets>")

    assert read_ratings(content).rows == read_ratings(workbook(LEEDS).content).rows


def test_what_tells_a_workbook_from_a_report_is_its_content():
    assert table_form(workbook(LEEDS).content)
