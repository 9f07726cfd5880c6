"""A report of the 27 points, of whose framework only names are held: read, recorded, published and shown."""

import dataclasses

import pytest

from inspections.importing.extract import extract
from inspections.importing.match import matched
from inspections.importing.parse import parse
from inspections.importing.parsed import ProblemType
from inspections.importing.recording.learn_questions import learn_questions
from inspections.importing.recording.record import record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.models import KeyQuestion, KeyQuestionResult
from inspections.publishing.publish import publish_loaded
from inspections.rows import ProblemLevel
from tests.pages import parsed, table_rows
from tests.reports.samples import FOLDER

pytestmark = pytest.mark.usefixtures("marlow")
CONTENT = (FOLDER / "marlow-vale-2022.txt").read_bytes()


@pytest.fixture
def report():
    return parse(extract(CONTENT))


def record(report, content: bytes = CONTENT):
    return record_report(report, ReportFile(name="marlow-2022.txt", content=content))


def questions() -> list[tuple[str, int, str]]:
    held = KeyQuestion.objects.filter(standard__framework__code="pdu-27").order_by("standard__position", "number")
    return [(question.standard.name, question.number, question.strand) for question in held]


def test_its_questions_are_learned_with_one_problem_for_each_standard(report):
    learned = [p for p in matched(report).problems if p.type is ProblemType.QUESTION_LEARNED]

    assert questions() == []
    assert [(problem.section, problem.level) for problem in learned] == [
        (name, ProblemLevel.CONFIRM)
        for name in ("Court work", "Assessment", "Planning", "Implementation and delivery", "Reviewing")
    ]
    assert learned[0].message == (
        "The framework holds no key questions for Court work yet: the report's wording will be added."
    )
    edition = record(report).edition
    assert questions()[:4] == [
        ("Court work", 1, ""),
        ("Assessment", 1, "engagement"),
        ("Assessment", 2, "desistance"),
        ("Assessment", 3, "keeping other people safe"),
    ]
    assert edition.problems.filter(type=ProblemType.QUESTION_LEARNED).count() == 5
    assert KeyQuestionResult.objects.filter(edition=edition).count() == 13


def test_a_second_report_finds_them(report):
    record(report)
    held = questions()
    found = matched(report)

    assert [p.type for p in found.problems] == []
    assert len(found.key_questions) == 13
    assert record(report, CONTENT + b"\n").edition.number == 1
    assert questions() == held


def test_two_questions_on_one_strand_are_both_kept(report):
    position = next(n for n, standard in enumerate(report.standards) if standard.name == "Planning")
    first, second, third = report.standards[position].key_questions
    second = dataclasses.replace(second, strand=first.strand)
    standards = list(report.standards)
    standards[position] = dataclasses.replace(standards[position], key_questions=(first, second, third, first))
    record(dataclasses.replace(report, standards=tuple(standards)))

    assert [found for found in questions() if found[0] == "Planning"] == [
        ("Planning", 1, "engagement"),
        ("Planning", 2, ""),
        ("Planning", 3, "keeping other people safe"),
    ]


def test_nothing_is_learned_where_the_framework_holds_questions(report):
    current = parse(extract((FOLDER / "fen-and-wold-2025.txt").read_bytes()))
    assert matched(current).unheld == ()


def test_counts_are_worked_out_only_of_questions_asked_of_every_case(report):
    edition = record(report).edition
    counts = {
        (result.key_question.standard.name, result.key_question.number): (result.numerator, result.denominator)
        for result in edition.key_question_results.all()
    }
    assert counts["Court work", 1] == (None, None)
    assert counts["Assessment", 1] == (35, 50)


def test_every_page_of_it_answers(report, client):
    publish_loaded([record(report).edition], title="The older round", reason="A test")
    themes = [standard.name.lower().replace(" ", "-") for standard in report.standards]
    addresses = ["/regions/northern-fells/", "/pdus/marlow-vale/", "/pdus/marlow-vale/inspections/2022/"]
    addresses += [f"/pdus/marlow-vale/inspections/2022/standards/{theme}/" for theme in themes]

    assert {address: client.get(address, follow=True).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_a_standard_with_one_question_says_so(report, client):
    publish_loaded([record(report).edition], title="The older round", reason="A test")
    page = parsed(client.get("/pdus/marlow-vale/inspections/2022/standards/court-work/").content.decode())

    [row] = table_rows(page.one("table"))
    assert row[1].startswith("Is the information and advice given to the court")
    assert row[4] == "Only key question of its standard"
    assert "67% in Court work (its only key question)" in page.one("main").text
    assert "Question 1" in page.one("main").text


def test_a_chosen_framework_is_kept_when_questions_are_learned(report):
    """Without its maximum the framework is found by all standards, and one of them is not in this report."""
    short = dataclasses.replace(report, max_score=None, standards=report.standards[1:])
    found = learn_questions(short, matched(short, framework_code="pdu-27"))

    assert found.framework.code == "pdu-27"
    assert set(found.standards) == {standard.name for standard in short.standards}
    assert found.key_questions
