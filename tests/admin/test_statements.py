"""No list of the admin asks the store once per row, and the page of an inspection is bounded."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.models import (
    Citation,
    Comparability,
    DeliveryUnit,
    Edition,
    EditionDate,
    Figure,
    Finding,
    Framework,
    Inspection,
    KeyQuestionResult,
    Measure,
    MeasureValue,
    Paragraph,
    PolicyEvent,
    PreviewLink,
    Problem,
    Quotation,
    RatingBand,
    Recommendation,
    Region,
    Release,
    SampleCount,
    Section,
    Source,
    Standard,
    StandardRating,
    StandardTheme,
    Theme,
    Upload,
)
from tests import factories
from tests.admin.test_pages import OURS, address, label

pytestmark = pytest.mark.django_db


def standard_of(edition: Edition) -> Standard:
    return factories.standard(edition.inspection.framework)


def full_citation() -> Citation:
    edition, paragraph = factories.edition(), factories.paragraph()
    return factories.citation(
        edition, source=paragraph.section.source, section=paragraph.section, paragraph=paragraph, line=10
    )


def edition_with_standard(make) -> None:
    edition = factories.edition()
    make(edition, standard_of(edition))


def result(edition: Edition, standard: Standard) -> None:
    factories.key_question_result(edition, factories.key_question(standard))


def problem() -> None:
    Problem.objects.create(edition=factories.edition(), position=1, type="lost", level="confirm", message="Is it?")


def band() -> None:
    RatingBand.objects.create(framework=factories.framework(), applies_to="score", rating="Good", lower=11, upper=17)


def comparability() -> None:
    Comparability.objects.create(earlier=factories.framework(), later=factories.framework(), source="A report.")


# A row of each model with everything around it of its own: the worst that a list can meet.
MAKE = {
    Comparability: comparability,
    PolicyEvent: factories.policy_event,
    Theme: factories.recurring_theme,
    Citation: full_citation,
    DeliveryUnit: factories.delivery_unit,
    Edition: lambda: factories.score(factories.edition(state="published", report=factories.source()), 3),
    EditionDate: lambda: factories.edition_date(factories.edition()),
    Figure: lambda: factories.figure(factories.edition()),
    Finding: lambda: edition_with_standard(lambda edition, standard: factories.finding(edition, standard=standard)),
    Framework: factories.framework,
    Inspection: factories.inspection,
    KeyQuestionResult: lambda: edition_with_standard(result),
    Measure: factories.measure,
    MeasureValue: lambda: factories.measure_value(factories.edition()),
    Paragraph: factories.paragraph,
    PreviewLink: factories.preview_link,
    Problem: problem,
    Quotation: lambda: factories.quotation(factories.edition()),
    RatingBand: band,
    Recommendation: lambda: factories.recommendation(factories.edition()),
    Region: factories.region,
    Release: factories.release,
    SampleCount: lambda: factories.sample_count(factories.edition()),
    Section: factories.paragraph,
    Source: factories.source,
    Standard: lambda: factories.standard(factories.framework()),
    StandardRating: lambda: edition_with_standard(factories.standard_rating),
    StandardTheme: factories.theme,
    Upload: factories.upload,
}


def statements(client, page: str) -> int:
    client.get(page)  # what is remembered from page to page is
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", OURS, ids=label)
def test_list_needs_as_many_statements_with_one_row_as_with_fifty(admin_client, model):
    MAKE[model]()
    one = statements(admin_client, address(model, "changelist"))
    for _ in range(49):
        MAKE[model]()
    assert model.objects.count() >= 50

    assert statements(admin_client, address(model, "changelist")) == one


def grown_edition(facts: int) -> Edition:
    """An edition with so many facts of every kind that its page has a table for."""
    framework = factories.framework(*(f"Standard {number}" for number in range(facts)))
    edition = factories.edition(factories.inspection(framework=framework))
    factories.score(edition, 3, rating="Inadequate")
    factories.edition_date(edition)
    factories.sample_count(edition)
    for position, standard in enumerate(framework.standards.all(), start=1):
        factories.standard_rating(edition, standard)
        factories.key_question_result(edition, factories.key_question(standard))
        factories.recommendation(edition)
        factories.finding(edition, standard=standard)
        factories.quotation(edition)
        factories.measure_value(edition)
        Problem.objects.create(edition=edition, position=position, type="lost", level="confirm", message="Is it?")
    return edition


def test_page_of_an_inspection_needs_as_many_statements_with_few_facts_as_with_many(admin_client):
    few, many = (statements(admin_client, address(Edition, "change", grown_edition(facts).pk)) for facts in (1, 30))
    assert few == many


def grown_framework(standards: int) -> Framework:
    return factories.framework(*(f"Standard {number}" for number in range(standards)))


def grown_unit(aliases: int) -> DeliveryUnit:
    unit = factories.delivery_unit()
    for number in range(aliases):
        unit.aliases.create(name=f"Name {number}", slug=f"name-{unit.pk}-{number}")
        unit.successions.create(successor=factories.delivery_unit(region=unit.region), kind="split")
    return unit


def grown_value(comparators: int) -> MeasureValue:
    value = factories.measure_value(factories.edition())
    for number in range(comparators):
        factories.comparator(value, place=f"Place {number}")
    return value


def grown_source(sections: int) -> Source:
    source = factories.source()
    for _ in range(sections):
        factories.paragraph(source)
    return source


def grown_section(paragraphs: int) -> Section:
    section = factories.paragraph().section
    for _ in range(paragraphs):
        factories.paragraph(section.source, section=section)
    return section


def grown_standard(questions: int) -> Standard:
    standard = factories.standard(factories.framework())
    strands = ["engagement", "desistance", "keeping other people safe"]
    for number, strand in enumerate(strands[:questions], start=1):
        factories.key_question(standard, number=number, strand=strand)
    return standard


@pytest.mark.parametrize(
    ("grown", "most"),
    [
        (grown_framework, 9),
        (grown_unit, 6),
        (grown_value, 6),
        (grown_source, 20),
        (grown_section, 40),
        (grown_standard, 3),
    ],
)
def test_page_with_a_table_needs_as_many_statements_with_one_row_as_with_many(admin_client, grown, most):
    few, many = (grown(rows) for rows in (1, most))
    model = type(few)
    assert statements(admin_client, address(model, "change", many.pk)) == statements(
        admin_client, address(model, "change", few.pk)
    )
