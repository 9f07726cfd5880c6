"""Every kind of fact says what it is, its value, its base, and what has to be said beside it."""

import datetime

import pytest

from inspections.models import SourceFile
from inspections.queries.fact_source import fact_source
from inspections.queries.published_edition import NotHeld
from inspections.rows import FileForm, Origin
from tests import factories

MOST_STATEMENTS = 5


@pytest.fixture
def framework(db):
    return factories.framework("Assessment")


@pytest.fixture
def edition(framework):
    unit = factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))
    return factories.edition(factories.inspection(unit, framework=framework), state="published")


def told(fact):
    row = fact_source(fact.citation.key)
    return row.label, row.value, row.base, row.note


def test_rating_and_score(edition):
    factories.score(edition, 0, rating="Inadequate")
    rating, score = fact_source(edition.overall_rating_citation.key), fact_source(edition.score_citation.key)
    assert (rating.label, rating.value) == ("Overall rating", "Inadequate")
    assert (score.label, score.value) == ("Score", "0 out of 21")


def test_lead_inspector_isbn_and_number_of_recommendations(edition):
    edition.lead_inspector, edition.lead_inspector_citation = "A Name", factories.citation(edition)
    edition.isbn, edition.isbn_citation = "978-1-5", factories.citation(edition)
    edition.recommendation_count, edition.recommendation_count_citation = 6, factories.citation(edition)
    edition.save()
    values = {fact_source(citation.key).label: fact_source(citation.key).value for citation in edition.citations.all()}
    assert values == {"Lead inspector": "A Name", "ISBN": "978-1-5", "Number of recommendations": "6"}


def test_date_keeps_the_label_of_the_source_and_says_when_it_is_queried(edition):
    date = factories.edition_date(
        edition,
        kind="work_started",
        label="ork started",
        date=datetime.date(2024, 6, 1),
        date_precision="month",
        is_queried=True,
    )
    assert told(date) == (
        "Date: work started",
        "June 2024",
        "",
        "The source's label is “ork started”. The source gives another date elsewhere; both are kept.",
    )


def test_sample(edition):
    count = factories.sample_count(edition, kind="surveyed", count=1065, counted_by="Voice Example")
    assert told(count) == ("People on probation surveyed", "1,065", "", "Asked by Voice Example.")


def test_standard_and_its_summary(edition, framework):
    summary = factories.citation(edition)
    rating = factories.standard_rating(
        edition, framework.standards.get(), rating="Good", summary="Because.", summary_citation=summary
    )
    assert told(rating)[:2] == ("Rating of Assessment", "Good")
    assert fact_source(rating.citation.key).theme == "assessment"
    assert fact_source(summary.key).label == "Summary of Assessment"


def test_key_question_says_when_its_count_is_worked_out(edition, framework):
    question = factories.key_question(framework.standards.get(), text="Is it sufficient?")
    counts = {"numerator": 18, "denominator": 41, "counts_origin": "inferred"}
    result = factories.key_question_result(edition, question, percentage=44, **counts)
    label, value, base, note = told(result)
    assert (label, value, base) == ("Assessment: Is it sufficient?", "44%", "of 41 inspected cases")
    assert "The report gives the percentage only. 18 of 41 is worked out here" in note

    result.counts_origin = "published"
    result.save()
    assert told(result)[3] == ""


def test_finding_says_when_its_kind_is_our_reading(edition):
    finding = factories.finding(edition, kind="area_for_improvement", is_kind_inferred=True)
    assert told(finding)[0] == "Area for improvement"
    assert "our reading" in told(finding)[3]
    assert told(factories.finding(edition))[3] == ""


def test_quotation_says_who_asked_how_many_and_that_it_was_selected(edition):
    quotation = factories.quotation(edition)
    assert fact_source(quotation.citation.key).asked == (
        "A person on probation, asked by Voice Example. The report selected these words."
    )
    factories.sample_count(edition, kind="surveyed", count=65)
    assert "asked by Voice Example, one of 65 who were asked. The report selected" in (
        fact_source(quotation.citation.key).asked
    )


def test_recommendation(edition):
    assert told(factories.recommendation(edition, number=3)) == (
        "Recommendation 3",
        "",
        "",
        "Addressed to Marlow Vale PDU.",
    )


def test_recommendation_addressed_to_nobody_says_nothing_of_it(edition):
    assert told(factories.recommendation(edition, addressed_to=""))[3] == ""


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ({"value": 38, "unit": "%"}, "38%"),
        ({"value": 17, "unit": "of", "numerator": 17, "denominator": 39}, "17 of 39"),
        ({"value": 308000, "unit": "count"}, "308,000"),
    ],
)
def test_figure(edition, figure, value):
    assert told(factories.figure(edition, **figure))[:2] == ("Figure", value)


def test_measure_with_its_base_and_direction(edition):
    measure = factories.measure("Management oversight", direction="higher is better")
    value = factories.measure_value(
        edition,
        measure,
        value=27,
        base="inspected cases",
        denominator=41,
        is_denominator_elsewhere=True,
        qualifier="approximately",
    )
    label, number, base, note = told(value)
    assert (label, number, base) == ("Management oversight", "approximately 27%", "of 41 inspected cases")
    assert note.startswith("Higher is better.")
    assert "in another sentence" in note


def test_comparator_is_not_taken_for_an_average_of_ours(edition):
    comparator = factories.comparator(factories.measure_value(edition, factories.measure("Caseload share")), value=32)
    label, value, _, note = told(comparator)
    assert (label, value) == ("Caseload share: regional average as published", "32%")
    assert "without a date" in note
    assert "not an average of what is held here" in note


def test_row_of_a_table_has_no_sentence(edition):
    table = factories.source(kind="table", title="Table of ratings")
    press = factories.source(kind="press")
    citation = factories.citation(edition, key="marlow-vale-2025-inspection", table=table, row=7, source=press)
    fact = fact_source(citation.key)
    assert (fact.quote, fact.row, fact.table_title, fact.origin) == (None, 7, "Table of ratings", Origin.PRESS)
    assert fact.label == "An inspection took place"


def test_place_in_the_source(edition):
    paragraph = factories.paragraph(text="Before. It says so. After.")
    source = paragraph.section.source
    citation = factories.citation(
        edition, source=source, section=paragraph.section, paragraph=paragraph, line=11, page=4, basis="staff"
    )
    factories.sample_count(edition, citation=citation)
    fact = fact_source(citation.key)
    assert (fact.section, fact.paragraph, fact.line, fact.page, fact.quote) == (
        "Background",
        "Before. It says so. After.",
        11,
        4,
        "It says so.",
    )
    assert fact.origin is Origin.STAFF
    assert fact.is_entered_by_staff
    assert fact.form is None


def test_form_of_the_file_that_the_place_counts_in(edition):
    citation = factories.citation(edition, line=11, page=4)
    SourceFile.objects.create(source=citation.source, name="a.pdf", sha256="0" * 64, size=1, content=b"a", form="pdf")
    factories.sample_count(edition, citation=citation)
    assert fact_source(citation.key).form is FileForm.PDF


def test_unknown_key_and_that_of_a_deleted_fact_are_not_held(edition):
    citation = factories.finding(edition).citation
    edition.findings.all().delete()
    for key in ("nothing", citation.key):
        with pytest.raises(NotHeld):
            fact_source(key)


@pytest.mark.parametrize("others", [0, 50])
def test_statements_are_bounded_whatever_else_is_held(edition, others, django_assert_max_num_queries):
    factories.sample_count(edition, kind="surveyed", count=65)
    quotations = [factories.quotation(edition) for _ in range(others + 1)]
    with django_assert_max_num_queries(MOST_STATEMENTS):
        fact_source(quotations[0].citation.key)
