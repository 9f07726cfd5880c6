"""The command that records a table of ratings: what it prints where, and when it writes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from inspections.models import Edition
from tests.importing.ratings.files import LEEDS, SHIPPED, table, workbook
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
GOOD = LEEDS | {"overall_rating": "Good"}


def run(*arguments: object, **options: object) -> tuple[str, str]:
    """What is said on standard output, and on standard error."""
    out, err = StringIO(), StringIO()
    call_command("import_ratings", *map(str, arguments), stdout=out, stderr=err, no_color=True, **options)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    def written(*rows: dict[str, str]):
        path = tmp_path / "ratings.csv"
        path.write_bytes(table(*rows).content)
        return path

    return written


def test_every_row_is_told_with_its_number_and_the_drafts_are_counted(file):
    out, err = run(file(GOOD, LEEDS | {"pdu": "York"}))

    assert out.splitlines() == [
        "2 rows: 2 new.",
        "Row 2: new, Leeds, 2025",
        "  overall rating: new: Good (as published in the inspectorate's press release)",
        "Row 3: new, York, 2025",
    ]
    assert err == "ratings.csv: 2 drafts recorded.\n"
    assert Edition.objects.count() == 2


def test_a_dry_run_tells_the_same_and_writes_nothing(file):
    path, before = file(GOOD), row_counts()
    out, err = run(path, dry_run=True)

    assert row_counts() == before
    assert err == ""
    assert run(path)[0] == out


def test_again_it_names_the_drafts(file):
    run(file(GOOD))
    out, err = run(file(GOOD))

    assert "Row 2: unchanged, Leeds, 2025, edition 1 (draft)\n  recorded from this file before" in out
    assert err == "ratings.csv: nothing to record.\n"


def test_a_refused_row_is_told_in_its_place_and_in_one_line(file, capsys):
    before = row_counts()
    with pytest.raises(CommandError) as refused:
        call_command("import_ratings", str(file(GOOD, GOOD | {"pdu": "Nowhere"})), no_color=True)

    assert str(refused.value) == (
        "ratings.csv: nothing recorded. 1 of 2 rows are refused. Row 3: no delivery unit Nowhere is held."
    )
    assert "Row 3: refused, Nowhere, 2025\n  no delivery unit Nowhere is held\n" in capsys.readouterr().out
    assert row_counts() == before


def test_refused_rows_are_left_out_when_asked_for(file):
    _, err = run(file(GOOD, GOOD | {"pdu": "Nowhere"}), leave_refused_out=True)

    assert err == "ratings.csv: 1 draft recorded, 1 refused row left out.\n"


def test_what_of_a_workbook_is_not_read_is_said(tmp_path):
    path = tmp_path / "ratings.xlsx"
    path.write_bytes(workbook(GOOD, change=lambda book: book.copy_worksheet(book.active)).content)

    assert "  Sheet “Ratings Copy” has the columns of a table too, and is not read.\n" in run(path, dry_run=True)[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"pdu,round\n", "The table has no column region, "),
        (b"PK\x03\x04", "The file is a damaged zip"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path, content, reason):
    path = tmp_path / "two\nlines.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError) as refused:
        run(path)

    assert str(refused.value).startswith(f"two lines.csv: {reason}")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"none\.csv: No such file or directory\."):
        run(tmp_path / "none.csv")


def test_without_tables_it_says_so_in_one_line():
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE inspections_region RENAME TO not_there_yet")
        with pytest.raises(CommandError, match="the store refused it") as refused:
            run(SHIPPED, dry_run=True)
        transaction.set_rollback(True)

    assert "\n" not in str(refused.value)
