"""The files themselves: what a spreadsheet makes of them, and that both forms give back what went in."""

import csv
import io
from dataclasses import fields, replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from inspections.sharing.export_row import ExportRow, headers
from inspections.sharing.files import CUT_OFF, LONGEST_CELL, as_csv, as_xlsx, harmless, writable

ROW = ExportRow(
    region_code="fells",
    region="Northern Fells",
    pdu_code="vale",
    pdu="Marlow Vale",
    round="2024",
    measure_id="score",
    measure="Score",
)
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "-", "- a bullet")
TEXT_COLUMNS = [
    name for name in (field.name for field in fields(ExportRow)) if name in ("quote", "note", "pdu", "base")
]


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> list[dict]:
    names, *lines = load_workbook(io.BytesIO(content)).active.iter_rows()
    return [{name.value: cell for name, cell in zip(names, line, strict=True)} for line in lines]


def cell(row: ExportRow, name: str):
    (line,) = read_xlsx(as_xlsx([row]))
    return line[name]


def test_csv_begins_with_the_mark_of_utf_8_and_the_headers():
    content = as_csv([ROW])
    assert content.startswith(b"\xef\xbb\xbfregion code,region,PDU code,PDU,")
    assert content.count(b"\xef\xbb\xbf") == 1


def test_file_without_rows_has_its_headers():
    assert as_csv([]).decode("utf-8-sig").strip() == ",".join(headers())
    names = [[cell.value for cell in line] for line in load_workbook(io.BytesIO(as_xlsx([]))).active.iter_rows()]
    assert names == [headers()]


def test_workbook_keeps_its_headers_in_sight():
    assert load_workbook(io.BytesIO(as_xlsx([ROW]))).active.freeze_panes == "A2"


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_made_harmless_in_both_forms(text):
    (line,) = read_csv(as_csv([replace(ROW, note=text)]))
    assert line["note"] == "'" + writable(text)
    found = cell(replace(ROW, note=text), "note")
    assert found.value == "'" + writable(text)
    assert found.data_type == "s"


@pytest.mark.parametrize("name", [field.name for field in fields(ExportRow)])
def test_every_column_is_guarded(name):
    row = replace(ROW, **{name: "=HYPERLINK(1)"})
    assert "'=HYPERLINK(1)" in read_csv(as_csv([row]))[0].values()
    assert "'=HYPERLINK(1)" in [found.value for found in read_xlsx(as_xlsx([row]))[0].values()]


@pytest.mark.parametrize("text", ["", "0", "-3", "-3.5", "38", "of 41 = 18", "'quoted'", "a@b", "1-2", "–2"])
def test_what_is_no_formula_is_left_alone(text):
    assert harmless(text) == text


def test_formula_behind_a_control_character_is_still_one():
    (line,) = read_csv(as_csv([replace(ROW, note="\x07=1")]))
    assert line["note"] == "'=1"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("value", "38", 38),
        ("value", "7.5", 7.5),
        ("value", "0", 0),
        ("n", "41", 41),
        ("count", "0", 0),
        ("interval_lower", "-3.0", -3.0),
        ("interval_upper", "59.0", 59.0),
        ("comparator", "32", 32),
        ("page", "7", 7),
        ("line", "312", 312),
        ("data_version", "3", 3),
    ],
)
def test_numbers_are_numbers_in_a_workbook(name, text, value):
    found = cell(replace(ROW, **{name: text}), name.replace("_", " "))
    assert found.data_type == "n"
    assert found.value == value


@pytest.mark.parametrize(
    ("name", "header", "text"),
    [
        ("round", "round", "2024"),
        ("inspected", "inspected date", "2024-07"),
        ("inspected", "inspected date", "2024-07-08"),
        ("value", "value", "Good"),
        ("value", "value", "1e5"),
        ("pdu_code", "PDU code", "007"),
        ("measure_id", "measure id", "2024"),
        ("quote", "quote", "2024"),
        ("note", "note", "TRUE"),
        ("note", "note", "#REF!"),
    ],
)
def test_nothing_else_becomes_a_number_a_date_or_a_truth(name, header, text):
    found = cell(replace(ROW, **{name: text}), header)
    assert found.data_type == "s"
    assert found.value == text


def test_line_break_in_a_quote_stays_in_its_cell():
    row = replace(ROW, quote='He said "no",\r\nand then\rnothing')
    (line,) = read_csv(as_csv([row]))
    assert line["quote"] == 'He said "no",\nand then\nnothing'
    assert cell(row, "quote").value == line["quote"]


def test_what_no_workbook_can_hold_is_left_out_of_both_forms():
    row = replace(ROW, note="a\x00b\x08c\x1fd\ufffee f")
    (line,) = read_csv(as_csv([row]))
    assert line["note"] == "abcde f"
    assert cell(row, "note").value == "abcde f"


def test_cell_that_is_too_long_for_a_workbook_says_so():
    row = replace(ROW, quote="x" * (LONGEST_CELL + 1))
    found = cell(row, "quote").value
    assert len(found) == LONGEST_CELL
    assert found.endswith(CUT_OFF)
    assert read_csv(as_csv([row]))[0]["quote"] == row.quote
    assert cell(replace(ROW, quote="x" * LONGEST_CELL), "quote").value == "x" * LONGEST_CELL


ANY_ROW = st.builds(
    ExportRow,
    **{
        field.name: st.text(max_size=30)
        if field.name in TEXT_COLUMNS
        else st.sampled_from(["", "0", "12", "Good", "-3.5"])
        for field in fields(ExportRow)
    },
)


@given(rows=st.lists(ANY_ROW, max_size=3))
@example(rows=[replace(ROW, note="_x000D_ & <b> ]]>")])
def test_both_forms_give_back_the_same(rows):
    """A workbook has numbers where the CSV file has their digits, and nothing where it has an empty text."""
    of_csv, of_xlsx = read_csv(as_csv(rows)), read_xlsx(as_xlsx(rows))
    assert [
        {name: "" if found.value is None else str(found.value) for name, found in line.items()} for line in of_xlsx
    ] == of_csv
    for line, row in zip(of_csv, rows, strict=True):
        texts = [getattr(row, field.name) for field in fields(ExportRow)]
        assert list(line.values()) == [harmless(writable(text)) for text in texts]
