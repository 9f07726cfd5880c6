"""The shipped report in the store: all of it, and every fact with the words that state it."""

from collections import Counter
from decimal import Decimal
from itertools import chain

import pytest

from inspections.importing.parsed import ParsedReport
from inspections.models import Citation, Edition, Finding, KeyQuestionResult, Paragraph
from tests.importing.conftest import SHIPPED

pytestmark = pytest.mark.usefixtures("shipped_data", "db")
FACTS = ("dates", "sample_counts", "standard_ratings", "key_question_results", "findings", "quotations")


@pytest.fixture
def edition() -> Edition:
    return Edition.objects.get(inspection__key="doncaster-2024")


def facts(edition: Edition) -> list:
    lists = [*FACTS, "recommendations", "figures", "measure_values"]
    rows = list(chain.from_iterable(getattr(edition, name).all() for name in lists))
    return rows + list(chain.from_iterable(value.comparators.all() for value in edition.measure_values.all()))


def test_its_identity(edition):
    assert (edition.overall_rating, edition.score, edition.max_score) == ("Inadequate", 3, 21)
    assert (edition.isbn, edition.lead_inspector) == ("978-1-916621-55-8", "Jo Curphey")
    assert edition.recommendation_count is None
    assert edition.score_citation.quote == "ork started June 2024 | Score | 3/21"


def test_its_file_is_kept_byte_for_byte(edition):
    assert bytes(edition.report.file.content) == SHIPPED.read_bytes()


def test_every_paragraph_is_stored_in_its_section(edition, doncaster):
    stored = Paragraph.objects.filter(section__source=edition.report).order_by("section__position", "position")

    assert [(p.section.title, p.role, p.text, p.line_start, p.line_end, p.page) for p in stored] == [
        (section.title, p.role.value, p.text, p.line, p.last_line, p.page)
        for section in doncaster.sections
        for p in section.paragraphs
    ]
    assert edition.report.sections.count() == len(doncaster.sections)


def test_both_dates_of_the_start_are_kept_and_queried(edition):
    assert [
        (date.kind, date.label, str(date.date), date.date_precision, date.is_queried) for date in edition.dates.all()
    ] == [
        ("fieldwork_started", "", "2024-07-08", "day", True),
        ("published", "", "2024-10-01", "month", False),
        ("work_started", "ork started", "2024-06-01", "month", True),
    ]


def test_the_sample(edition):
    assert {count.kind: (count.count, count.counted_by) for count in edition.sample_counts.all()} == {
        "community_orders": (25, ""),
        "releases_on_licence": (16, ""),
        "cases": (41, ""),
        "practitioner_interviews": (37, ""),
        "surveyed": (65, "User Voice"),
    }


def test_ratings_with_statement_and_summary(edition, doncaster):
    assert [(r.standard.code, r.rating, r.statement, r.summary) for r in edition.standard_ratings.all()] == [
        (s.code, s.rating.value, s.statement.value, s.summary.value) for s in doncaster.standards
    ]


def test_key_questions_with_counts_inferred_of_41(edition):
    results = list(edition.key_question_results.all())
    naive = {result: [n for n in range(42) if round(100 * n / 41) == result.percentage] for result in results}

    assert [result.percentage for result in results] == [59, 78, 37, 41, 68, 59, 49, 41, 27, 44, 44, 44]
    assert {(result.denominator, result.counts_origin) for result in results} == {(41, "inferred")}
    assert [[result.numerator] for result in results] == list(naive.values())


def test_findings(edition, doncaster: ParsedReport):
    parsed = [finding for owner in (*doncaster.standards, *doncaster.sections) for finding in owner.findings]
    parsed.sort(key=lambda finding: finding.paragraph)

    assert [(f.kind, f.text, f.is_kind_inferred) for f in edition.findings.all()] == [
        (finding.kind.value, finding.text, finding.heading_lost) for finding in parsed
    ]
    assert Counter(edition.findings.values_list("area", flat=True)) == {
        "standard": 58,
        "feedback": 5,
        "diversity": 10,
        "outcomes": 6,
    }
    assert edition.findings.filter(standard__theme__slug="leadership").count() == 14


def test_quotations_say_who_asked_and_follow_their_finding(edition, doncaster):
    quotations = list(edition.quotations.select_related("finding"))
    parsed = [quotation.text for section in doncaster.sections for quotation in section.quotations]

    assert [quotation.text for quotation in quotations] == parsed
    assert {quotation.asked_by for quotation in quotations} == {"User Voice"}
    assert {quotation.area for quotation in quotations} == {"feedback"}
    involved = Finding.objects.get(edition=edition, text__startswith="However, only 34 respondents")
    assert [q.text[:20] for q in quotations if q.finding == involved] == [
        "I was given a clear ",
        "My sentence plan was",
    ]


def test_recommendations(edition, doncaster):
    assert [(r.number, r.addressed_to, r.text) for r in edition.recommendations.all()] == [
        (r.number, r.addressed_to, r.text) for r in doncaster.recommendations
    ]
    assert [r.citation.key for r in edition.recommendations.all()] == [f"doncaster-2024-rec-{n}" for n in range(1, 7)]


def test_figures_with_the_finding_that_states_them(edition, doncaster):
    figures = list(edition.figures.select_related("citation", "finding"))

    assert [(f.value, f.unit, f.numerator, f.denominator, f.citation.quote, f.citation.line) for f in figures] == [
        (f.value, f.unit, f.numerator, f.denominator, f.quote, f.line) for f in doncaster.figures
    ]
    assert len(figures) == 67
    held = [figure for figure in figures if figure.finding]
    assert [figure for figure in held if figure.citation.quote not in figure.finding.text] == []
    assert len(held) == 67 - 26  # stand in prose


def test_the_share_at_high_risk_stands_beside_the_published_regional_average(edition):
    value = edition.measure_values.get(measure__slug="high-risk-caseload")
    [comparator] = value.comparators.all()

    assert (value.value, value.is_case_sample, value.measure.direction) == (38, False, "context, not performance")
    assert (comparator.value, comparator.kind) == (32, "regional average as published")
    assert comparator.region == edition.inspection.delivery_unit.region
    assert comparator.citation.quote == value.citation.quote
    assert comparator.as_of is None


def test_two_workloads_are_two_values_and_no_comparison(edition):
    values = edition.measure_values.filter(measure__slug="probation-officer-workload")

    assert {(int(v.value), v.as_of and v.as_of.isoformat(), v.as_of_precision) for v in values} == {
        (134, None, ""),
        (169, "2024-04-01", "month"),
    }
    assert [value for value in values if value.comparators.exists()] == []


def test_headline_measures(edition):
    values = {value.measure.slug: value for value in edition.measure_values.select_related("measure")}

    assert (values["caseload"].value, values["caseload"].qualifier) == (1500, "approximately")
    assert values["population"].value == 308000
    assert values["probation-officer-vacancies"].value == Decimal("7.8")


def test_every_measure_value_is_a_figure_of_the_report(edition, doncaster):
    values = list(edition.measure_values.select_related("figure"))

    assert len(values) == len(doncaster.measure_values)
    assert [value for value in values if value.figure.value != value.value] == []


def test_every_fact_has_words_that_stand_where_it_says(edition):
    for fact in facts(edition):
        citation = fact.citation
        assert citation.edition == edition
        assert citation.source == edition.report
        assert citation.quote in citation.paragraph.text
        assert citation.paragraph.line_start <= citation.line <= citation.paragraph.line_end
        assert citation.row is None


def test_every_citation_is_of_one_fact(edition):
    uses = [relation.field for relation in Citation._meta.related_objects if relation.one_to_one]
    used = Counter(chain.from_iterable(use.model.objects.values_list(use.attname, flat=True) for use in uses))

    assert {used[citation.pk] for citation in edition.citations.all()} == {1}
    cited = [rating for rating in edition.standard_ratings.all() if rating.summary_citation]
    identity = 4  # overall rating, score, lead inspector, ISBN
    assert edition.citations.count() == len(facts(edition)) + len(cited) + identity


def test_every_problem_is_kept(edition, doncaster):
    assert [(p.type, p.level, p.line, p.text) for p in edition.problems.all()] == [
        (p.type.value, p.level.value, p.line, p.text) for p in doncaster.problems
    ]


def test_nothing_is_said_of_standards_without_a_percentage(edition):
    assert {r.key_question.standard.domain.number for r in KeyQuestionResult.objects.filter(edition=edition)} == {2}
