"""The command that reads a report: what it prints where, and when it writes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.models import Edition
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.conftest import SHIPPED
from tests.importing.number_notes import ON_NUMBERS
from tests.importing.pdf_report.laying_out import laid_out
from tests.importing.report_text import Facts, Layout, render
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
REPORT = render(Facts(), Layout())
EXPECTED = SHIPPED.parents[2] / "tests" / "reports" / "doncaster-2024.expected.json"


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "marlow.txt"
    file.write_bytes(REPORT)
    return file


def run(*arguments: object, **options: object) -> tuple[str, str]:
    """What is said on standard output, and on standard error."""
    out, err = StringIO(), StringIO()
    call_command("import_report", *map(str, arguments), stdout=out, stderr=err, no_color=True, **options)
    return out.getvalue(), err.getvalue()


def to_look_at(printed: str) -> list[tuple[str, str]]:
    """Type and level of every problem printed, but for the notes on how numbers were read."""
    problems = [problem for problem in json.loads(printed)["problems"] if problem["type"] not in ON_NUMBERS]
    return [(problem["type"], problem["level"]) for problem in problems]


def test_the_summary_counts_what_was_read_and_names_the_problems():
    out, err = run(SHIPPED)
    first, *problems = out.splitlines()

    assert first == (
        "An inspection of probation services in Doncaster: 7 standards, 12 key questions, 79 findings, 11 quotations, "
        "6 recommendations, 67 figures."
    )
    assert len([line for line in problems if line.startswith("  confirm: line ")]) == 5  # four headings, two dates
    assert err == "Doncaster, 2024, edition 1 (draft): recorded.\n"


def test_again_it_says_that_nothing_changes(report):
    run(report, create_places=True)
    before = row_counts()

    assert run(report)[1] == "Marlow Vale, 2025, edition 1 (draft): held already, unchanged.\n"
    assert row_counts() == before


def test_of_a_changed_file_it_says_what_differs(report):
    run(report, create_places=True)
    report.write_bytes(REPORT.replace(b"| 80% |", b"| 81% |"))

    assert run(report)[1] == (
        "Marlow Vale, 2025, edition 1 (draft): updated.\n  marlow-vale-2025-assessment-q1: was: 80%; now: 81%\n"
    )


def test_of_a_published_file_it_says_that_a_draft_of_another_is_open(report, tmp_path):
    run(report, create_places=True)
    publish_loaded([Edition.objects.get()], title="First", reason="To try it.")
    changed = tmp_path / "changed.txt"
    changed.write_bytes(REPORT.replace(b"| 80% |", b"| 81% |"))
    run(changed)
    before = row_counts()

    assert run(report)[1] == (
        "Marlow Vale, 2025, edition 1 (published): held already, unchanged. "
        "Edition 2 (draft), from another file, changed.txt, is open and stays as it is.\n"
    )
    assert run(changed)[1] == "Marlow Vale, 2025, edition 2 (draft): held already, unchanged.\n"
    assert row_counts() == before


def test_an_open_draft_may_be_without_a_report(report):
    run(report, create_places=True)
    published = Edition.objects.get()
    publish_loaded([published], title="First", reason="To try it.")
    factories.edition(published.inspection)

    assert run(report)[1].endswith(" Edition 2 (draft), without a report, is open and stays as it is.\n")


def test_what_a_file_no_longer_says_is_told_first(report):
    run(report, create_places=True)
    recommendation = b"3. train all staff"
    report.write_bytes(REPORT.replace(b"| 80% |", b"| 81% |").replace(b"- " + recommendation, b""))
    first, second = run(report)[1].splitlines()[1:]

    assert first == "  marlow-vale-2025-rec-3: gone: train all staff"
    assert second == "  marlow-vale-2025-assessment-q1: was: 80%; now: 81%"


def test_json_is_one_object_and_nothing_else_on_standard_output():
    out, err = run(SHIPPED, json=True)
    printed, expected = json.loads(out), json.loads(EXPECTED.read_text(encoding="utf-8"))

    assert {key: value for key, value in printed.items() if key != "problems"} == {
        key: value for key, value in expected.items() if key != "problems"
    }
    assert "’" in out or "–" in out, "letters stay letters"
    assert err.endswith(": recorded.\n")


def test_a_dry_run_writes_nothing_and_prints_the_same():
    before = row_counts()
    dry = run(SHIPPED, dry_run=True, json=True)

    assert row_counts() == before
    assert dry == (run(SHIPPED, json=True)[0], "")


def test_a_dry_run_tells_what_the_store_does_not_know(report):
    before = row_counts()
    out, err = run(report, dry_run=True, json=True, create_places=True)
    plain, _ = run(report, dry_run=True)

    assert row_counts() == before
    assert to_look_at(out) == [("region_unknown", "must_fix"), ("pdu_unknown", "must_fix")]
    assert "must fix: line 2: No delivery unit named Marlow Vale is held." in plain
    assert err == ""


def test_a_dry_run_offers_close_spellings(report):
    unit = factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))
    report.write_bytes(REPORT.replace(b"Marlow Vale", b"Marlow Vael"))
    *_, problem = json.loads(run(report, dry_run=True, json=True)[0])["problems"]

    assert (problem["type"], problem["text"]) == ("pdu_unknown", "Marlow Vael")
    assert problem["message"].endswith(f"Close spellings: {unit.name}.")


def test_a_dry_run_needs_no_tables(report):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE inspections_region RENAME TO not_there_yet")
        out, err = run(report, dry_run=True, json=True)
        transaction.set_rollback(True)
    printed = json.loads(out)

    assert to_look_at(out) == [("store_not_ready", "note")]
    assert printed["report"]["pdu"] == "Marlow Vale"
    assert err == ""


def test_without_tables_nothing_can_be_recorded_and_it_says_so(report):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE inspections_sourcefile RENAME TO not_there_yet")
        with pytest.raises(CommandError, match="not recorded, the store refused it") as refused:
            run(report)
        transaction.set_rollback(True)

    assert "\n" not in str(refused.value)


def test_an_unknown_place_is_refused_in_one_line_and_nothing_written(report):
    before = row_counts()
    with pytest.raises(CommandError) as refused:
        run(report)

    assert str(refused.value) == (
        "marlow.txt: not recorded. No region named Northern Fells is held.; No delivery unit named Marlow Vale is held."
    )
    assert row_counts() == before


def test_a_place_is_created_when_asked_for(report):
    run(report, create_places=True)

    assert str(Edition.objects.get().inspection) == "Marlow Vale, 2025"


def test_a_number_that_the_store_can_not_hold_is_text_and_a_problem(report):
    report.write_bytes(REPORT.replace(b"caseload of approximately 2,140", b"caseload of approximately 99999999999999"))
    run(report, create_places=True)
    [edition] = Edition.objects.all()

    assert edition.problems.get(type="number_not_read").text == "99999999999999"
    assert not edition.measure_values.filter(measure__slug="caseload").exists()


def test_a_pdf_is_recorded_with_its_pages(tmp_path, client):
    shipped = extract(SHIPPED.read_bytes())
    file = tmp_path / "doncaster.pdf"
    file.write_bytes(laid_out(shipped, parse(shipped)))
    assert run(file)[1] == "Doncaster, 2024, edition 1 (draft): recorded.\n"

    edition = Edition.objects.get()
    citation = edition.recommendations.select_related("citation").get(number=1).citation
    assert (edition.report.file.form, citation.page) == ("pdf", 6)
    publish_loaded([edition], title="First", reason="To try it.")
    page = client.get(f"/sources/{citation.key}/").content.decode()
    assert f"Page 6 of the PDF held here, line {citation.line} of its text as it is read here" in page
