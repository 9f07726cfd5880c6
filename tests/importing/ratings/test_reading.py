"""Tables as CSV: however they are parted and headed, the cells are the same; and what tells them from a report."""

import re
from pathlib import Path

import pytest

from inspections.importing.ratings.reading import read_ratings, table_form
from inspections.importing.ratings.rows import COLUMNS as NAMED
from inspections.importing.reference import REFERENCE_DIR
from tests.importing.ratings.bad_tables import BAD_TABLES
from tests.importing.ratings.files import COLUMNS, LEEDS, ROWS, shipped, table, workbook

UTF_8_MARK = b"\xef\xbb\xbf"


def test_every_cell_of_the_shipped_table_is_read_as_it_stands():
    rows = read_ratings(shipped().content).rows

    assert [row.cells for row in rows] == ROWS
    assert [row.number for row in rows] == list(range(2, 17))
    assert {row.complaints for row in rows} == {()}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", UTF_8_MARK])
@pytest.mark.parametrize("line_end", [b"\r\n", b"\n"])
def test_marks_line_ends_and_what_parts_the_cells_change_nothing(delimiter, mark, line_end):
    content = mark + table(*ROWS, delimiter=delimiter).content.replace(b"\r\n", line_end)

    assert table_form(content)
    assert read_ratings(content).rows == read_ratings(shipped().content).rows


def test_headings_may_be_in_plain_words():
    content = table(LEEDS | {"overall_rating": "Good"}).content
    header, rest = content.split(b"\r\n", 1)
    plain = header.replace(b"_", b" ").title() + b"\r\n" + rest

    assert plain != content
    assert table_form(plain)
    assert read_ratings(plain).rows == read_ratings(content).rows


def test_columns_may_stand_in_any_order_and_empty_ones_between():
    columns = [*reversed(COLUMNS[:5]), "", *COLUMNS[5:], ""]

    assert read_ratings(table(LEEDS, columns=columns).content).rows[0].cells == (
        read_ratings(table(LEEDS).content).rows[0].cells
    )


@pytest.mark.parametrize("written", ["Requires improvement", "Requires Improvement", "REQUIRES IMPROVEMENT"])
def test_a_rating_has_the_word_of_the_scale_whatever_its_capitals(written):
    [row] = read_ratings(table(LEEDS | {"overall_rating": written, "note": "good"}).content).rows

    assert (row.cells["overall_rating"], row.cells["note"], row.complaints) == ("Requires improvement", "good", ())


def test_line_ends_and_doubled_spaces_in_a_cell_are_one_space():
    [row] = read_ratings(table(LEEDS | {"note": " Two\r\nlines,  and more\u00a0"}).content).rows

    assert row.cells["note"] == "Two lines, and more"


def test_a_cell_of_two_lines_is_one_row_of_a_person():
    rows = read_ratings(table(LEEDS | {"note": "Two\nlines"}, LEEDS | {"pdu": "York"}).content).rows

    assert [row.number for row in rows] == [2, 3]


@pytest.mark.parametrize("named", ["overall_rating score", "overall_rating, score", "overall_rating;score"])
def test_press_fields_may_be_parted_by_spaces_or_signs(named):
    cells = {"overall_rating": "Good", "score": "3", "press_fields": named, "press_url": "https://press.example/"}
    [row] = read_ratings(table(LEEDS | cells).content).rows

    assert (row.press_fields, row.complaints) == (["overall_rating", "score"], ())


# --- A table or a report ----------------------------------------------------------------------------------------------


def test_reports_and_other_files_are_no_tables():
    report = (REFERENCE_DIR / "doncaster-2024.txt").read_bytes()
    others = [b"", b"   ", b"%PDF-1.7", b"<html>", b"\x89PNG", b"pdu,round\n", report, b"\xd0\xcf\x11\xe0 an old text"]

    assert [table_form(content) is not None for content in others] == [False] * len(others)


def test_tables_are_tables_good_or_bad():
    bad = ["zip bomb", "a text document", "cut off", "protected by a password", "CSV with NUL", "negative count"]
    tables = [shipped().content, workbook(LEEDS).content, *(BAD_TABLES[name].make() for name in bad)]

    assert [table_form(content) is not None for content in tables] == [True] * len(tables)


def test_the_document_on_tables_names_every_column_and_its_example_is_one():
    text = (Path(__file__).parents[3] / "docs" / "ratings-table.md").read_text(encoding="utf-8")
    in_table = {name for line in text.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line)}
    example = "\n".join(line.strip() for line in text.splitlines() if line.startswith(("    region,", "    Northern")))
    [row] = read_ratings(example.encode()).rows

    assert set(NAMED) <= in_table
    assert row.complaints == ()
