"""What is written is read: reports on an invented delivery unit in many layouts, read back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport, ProblemType
from inspections.ratings import Rating
from inspections.rows import FindingKind
from tests.importing.account import lost_lines
from tests.importing.report_text import (
    AREAS,
    FINDINGS,
    QUESTIONS,
    QUOTES,
    STANDARDS,
    STRENGTHS,
    Facts,
    Layout,
    expected_figures,
    render,
)

TASKS = ("improve", "review", "provide", "ensure", "analyse")
OBJECTS = ("the quality of plans", "all training for staff at every grade", "the use of data from partner agencies")
recommendations = st.lists(
    st.builds("{} {}".format, st.sampled_from(TASKS), st.sampled_from(OBJECTS)), min_size=3, max_size=14
).map(tuple)
facts = st.builds(
    Facts,
    pdu=st.sampled_from(("Marlow Vale", "Inner Example", "Fen & Wold", "North Example and Little Fell")),
    region=st.sampled_from(("Northern Fells", "East Example", "Example and the Isles")),
    ratings=st.tuples(*[st.sampled_from(list(Rating))] * 7),
    overall=st.sampled_from(list(Rating)),
    percentages=st.tuples(*[st.integers(0, 100)] * 12),
    community_orders=st.integers(2, 60),
    releases=st.integers(2, 60),
    interviews=st.integers(2, 99),
    caseload=st.integers(100, 9999).filter(lambda number: not 1900 <= number <= 2099),
    high_risk=st.integers(2, 100),
    regional=st.integers(2, 100),
    surveyed=st.integers(2, 300),
    reset=st.integers(2, 4),
    recommendations=recommendations,
)
layouts = st.builds(
    Layout,
    bullet=st.sampled_from(("- ", "• ", " ", "")),
    width=st.sampled_from((None, 58, 72, 91)),
    blank_between=st.booleans(),
    areas_heading=st.booleans(),
    words=st.booleans(),
    sign=st.booleans(),
    plain_table=st.booleans(),
    contents=st.booleans(),
    footers=st.booleans(),
    newline=st.sampled_from(("\n", "\r\n", "\r")),
    bom=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(facts, layouts)
def test_a_rendered_report_is_read_back(facts: Facts, layout: Layout) -> None:
    document = extract(render(facts, layout))
    report = parse(document)
    assert lost_lines(document, report) == []
    check_identity(report, facts)
    check_standards(report, facts, layout)
    check_sections(report, layout)
    assert [(r.number, r.addressed_to, r.text) for r in report.recommendations] == [
        (number, f"{facts.pdu} PDU", text) for number, text in enumerate(facts.recommendations, 1)
    ]
    assert [(f.value, f.unit, f.numerator, f.denominator, f.section) for f in report.figures] == expected_figures(facts)
    check_measures(report, facts)


def check_identity(report: ParsedReport, facts: Facts) -> None:
    assert report.title.value == f"An inspection of probation services in {facts.pdu}"
    assert report.pdu.value == facts.pdu
    assert report.region is not None
    assert report.region.value == facts.region.removeprefix("the ")
    stated = (report.overall_rating, report.score, report.max_score, report.lead_inspector, report.isbn)
    values = [fact.value if fact else None for fact in stated]
    assert values == [facts.overall, facts.score, 21, "Ada Example", "978-0-000000-00-2"]
    dates = (report.published, report.work_started, report.fieldwork_started)
    assert [str(date.value.date) if date else None for date in dates] == ["2025-05-01", "2025-02-01", "2025-02-10"]
    sample = report.sample
    counts = (sample.community_orders, sample.releases_on_licence, sample.cases, sample.practitioner_interviews)
    assert [count.value if count else None for count in counts] == [
        facts.community_orders,
        facts.releases,
        facts.cases,
        facts.interviews,
    ]


def check_standards(report: ParsedReport, facts: Facts, layout: Layout) -> None:
    assert [(standard.code, standard.name) for standard in report.standards] == list(STANDARDS)
    assert [standard.rating.value if standard.rating else None for standard in report.standards] == list(facts.ratings)
    for position, standard in enumerate(report.standards):
        assert standard.statement is not None
        assert standard.summary is not None
        assert standard.statement.value == f"{standard.name} enables a high-quality service."
        if standard.domain == 1:
            check_both_lists(standard.findings, layout)
            continue
        assert [question.text for question in standard.key_questions] == list(QUESTIONS)
        expected = facts.percentages[3 * (position - 3) : 3 * (position - 2)]
        assert [question.percentage for question in standard.key_questions] == list(expected)
        assert [(f.kind, f.text) for f in standard.findings] == [(FindingKind.FINDING, text) for text in FINDINGS]


def check_both_lists(findings, layout: Layout) -> None:
    texts = [(finding.kind, finding.text) for finding in findings]
    strengths = [(FindingKind.STRENGTH, text) for text in STRENGTHS]
    assert texts == strengths + [(FindingKind.AREA_FOR_IMPROVEMENT, text) for text in AREAS]
    assert [finding.heading_lost for finding in findings[len(STRENGTHS) :]] == [not layout.areas_heading] * len(AREAS)


def check_sections(report: ParsedReport, layout: Layout) -> None:
    by_title = {section.title: section for section in report.sections}
    check_both_lists(by_title["Diversity and inclusion"].findings, layout)
    check_both_lists(by_title["Outcomes"].findings, layout)
    feedback = by_title["Feedback from people on probation"]
    assert [quotation.text for quotation in feedback.quotations] == list(QUOTES)
    assert len(feedback.findings) == 1
    lost = [problem for problem in report.problems if problem.type is ProblemType.HEADING_LOST]
    assert len(lost) == (0 if layout.areas_heading else 5)


def check_measures(report: ParsedReport, facts: Facts) -> None:
    values = {value.slug: value for value in report.measure_values}
    assert set(values) == {"caseload", "high-risk-caseload", "probation-reset-cases", "treated-fairly"}
    assert (values["caseload"].value, values["caseload"].qualifier) == (facts.caseload, "approximately")
    assert [c.value for c in values["high-risk-caseload"].comparators] == [facts.regional]
    assert (values["treated-fairly"].n, values["treated-fairly"].n_is_inferred) == (facts.surveyed, True)
