"""Whether what staff have typed stands in the words it is told from."""

import datetime
from decimal import Decimal

import pytest

from inspections.models import Basis, Citation
from inspections.publishing.typed_values import LOOKED_FOR, not_in_their_words, says
from inspections.rows import PreciseDate, Precision
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = "It says so."


def typed(edition, quote: str = WORDS, **fields) -> Citation:
    return factories.citation(edition, quote=quote, basis=Basis.STAFF, **fields)


def found(edition) -> list[tuple[str, str]]:
    return [(not_said.field, not_said.told) for not_said in not_in_their_words(edition)]


def test_every_way_to_cite_is_looked_at():
    ways = {field.name for field in Citation._meta.related_objects if field.one_to_one}
    assert set(LOOKED_FOR) == ways


def test_every_column_looked_at_is_one():
    for way, columns in LOOKED_FOR.items():
        held = {field.name for field in Citation._meta.get_field(way).related_model._meta.fields}
        assert set(columns) <= held


@pytest.mark.parametrize("make", [factories.finding, factories.quotation, factories.recommendation])
@pytest.mark.parametrize(("text", "is_said"), [("it says so", True), ("It says nothing.", False)])
def test_a_typed_text_stands_in_its_words(make, text, is_said):
    edition = factories.edition()
    make(edition, text=text, citation=typed(edition))

    assert found(edition) == ([] if is_said else [("text", text)])


def test_a_long_text_is_told_by_its_beginning():
    edition = factories.edition()
    factories.finding(edition, text="word " * 40, citation=typed(edition))

    assert found(edition) == [("text", "word " * 11 + "word…")]


def test_the_reason_of_a_rating_is_the_reports_and_has_words_of_its_own():
    edition = factories.edition()
    standard = factories.standard(edition.inspection.framework)
    cited = {"citation": typed(edition, "Good"), "summary_citation": typed(edition)}
    factories.standard_rating(edition, standard, rating="Good", summary="Led badly.", **cited)

    assert found(edition) == [("summary", "Led badly.")]


@pytest.mark.parametrize(
    ("quote", "is_said"),
    [
        ("beginning on 08 July 2024.", True),
        ("the 8th of July 2024", True),
        ("8 to 19 July 2024", True),
        ("08/07/2024", True),
        ("in July 2024", False),
        ("9 July 2024", False),
        ("8 June 2024", False),
        ("8 July 2023", False),
    ],
)
def test_a_typed_day_stands_in_its_words(quote, is_said):
    edition = factories.edition()
    date = {"date": datetime.date(2024, 7, 8), "date_precision": "day"}
    factories.edition_date(edition, **date, citation=typed(edition, quote))

    assert found(edition) == ([] if is_said else [("date", "8 July 2024")])


@pytest.mark.parametrize(
    ("words", "precision", "is_said"),
    [
        ("October 2024", Precision.MONTH, True),
        ("Oct 2024", Precision.MONTH, True),
        ("2024", Precision.MONTH, False),
        ("2024", Precision.YEAR, True),
        ("October", Precision.YEAR, False),
    ],
)
def test_a_date_is_looked_for_as_exact_as_it_is(words, precision, is_said):
    assert says(words, PreciseDate(date=datetime.date(2024, 10, 1), precision=precision)) is is_said


def test_all_numbers_of_a_figure_stand_in_its_words():
    edition = factories.edition()
    figure = {"value": 27, "numerator": 11, "denominator": 40}
    factories.figure(edition, **figure, citation=typed(edition, "27 per cent, or 11 of 41"))

    assert found(edition) == [("denominator", "40")]


@pytest.mark.parametrize("is_elsewhere", [True, False])
def test_a_base_that_another_sentence_gives_is_not_looked_for(is_elsewhere):
    edition = factories.edition()
    values = {"denominator": 41, "is_denominator_elsewhere": is_elsewhere}
    factories.measure_value(edition, **values, citation=typed(edition, "27 per cent"))

    assert found(edition) == ([] if is_elsewhere else [("denominator", "41")])


def test_what_a_report_sets_beside_a_value_is_looked_for_too():
    edition = factories.edition()
    value = factories.measure_value(edition)
    factories.comparator(value, value=Decimal("31.50"), citation=typed(edition, "the average was 31"))

    assert found(edition) == [("value", "31.5")]


def test_the_editions_own_values_stand_in_their_words():
    edition = factories.edition()
    values = {"overall_rating": "Good", "lead_inspector": "Ada Example", "isbn": "978-1", "recommendation_count": 7}
    for field, value in values.items():
        setattr(edition, field, value)
        setattr(edition, f"{field}_citation", typed(edition))
    edition.score, edition.max_score = 4, edition.inspection.framework.max_score
    edition.score_citation = typed(edition, "4/27")
    edition.save()

    told = [(field, str(value)) for field, value in values.items()]
    assert sorted(found(edition)) == sorted([*told, ("max_score", "21")])


def test_what_was_read_and_what_has_no_words_is_not_looked_for():
    edition = factories.edition()
    factories.finding(edition, text="Other.", citation=factories.citation(edition))
    table = factories.source(kind="table")
    factories.sample_count(edition, citation=factories.citation(edition, table=table, row=3, basis=Basis.STAFF))
    typed(edition)  # cited by nothing

    assert found(edition) == []
