"""What a store of example data holds: every kind of fact, each with a sentence that has its number."""

from collections import Counter
from decimal import Decimal

import pytest

from inspections import models
from inspections.comparison import count_for_percentage
from inspections.ratings import Rating, points_total
from tests.views.test_crawl import is_in

pytestmark = pytest.mark.usefixtures("example_data", "db")


def test_two_regions_eight_units_three_rounds_each_in_a_release_of_its_own():
    assert models.Region.objects.count() == 2
    assert models.DeliveryUnit.objects.count() == 8
    published = models.Edition.objects.published()
    assert set(published.values_list("inspection__round", "inspection__framework__code", "release__number")) == {
        ("2022-23", "pdu-27", 1),
        ("2024", "pdu-21", 2),
        ("2025", "pdu-21", 3),
    }
    assert models.Edition.objects.count() == published.count() == 21


def test_every_round_has_a_unit_without_inspection_one_with_ratings_only_and_reports():
    for label in ("2022-23", "2024", "2025"):
        editions = models.Edition.objects.filter(inspection__round=label)
        assert (editions.exclude(report=None).count(), editions.filter(report=None).count()) == (5, 2)


def test_everything_is_marked_as_made_up():
    for model, field in [
        (models.Region, "slug"),
        (models.DeliveryUnit, "slug"),
        (models.Source, "key"),
        (models.Citation, "key"),
        (models.Inspection, "key"),
    ]:
        assert model.objects.exists()
        assert not model.objects.exclude(**{f"{field}__startswith": "example-"}).exists()
    for model in (models.Finding, models.Quotation, models.Recommendation, models.Paragraph):
        assert not model.objects.exclude(text__icontains="made-up").exists()
    assert not models.Source.objects.exclude(title__startswith="Example ").exists()


def test_every_number_stands_in_the_sentence_it_opens_to():
    numbers = [
        *((fact.citation, fact.value) for fact in models.MeasureValue.objects.all()),
        *((fact.citation, fact.value) for fact in models.Comparator.objects.all()),
        *((fact.citation, fact.percentage) for fact in models.KeyQuestionResult.objects.all()),
        *((fact.citation, Decimal(fact.count)) for fact in models.SampleCount.objects.all()),
        *((edition.score_citation, Decimal(edition.score)) for edition in models.Edition.objects.exclude(report=None)),
    ]
    assert len(numbers) > 400
    assert [(citation.key, number) for citation, number in numbers if not is_in(number, citation.quote)] == []


def test_only_rows_of_tables_have_no_sentence():
    without = models.Citation.objects.filter(quote=None)
    assert without.exists()
    assert not without.exclude(edition__report=None).exists()
    assert not models.Citation.objects.exclude(quote=None).exclude(edition__report__isnull=False).exists()


def test_every_percentage_is_a_whole_number_of_cases():
    results = models.KeyQuestionResult.objects.all()
    counted = results.exclude(denominator=None)
    assert {8 <= result.denominator <= 75 for result in counted} == {True}
    for result in counted:
        assert count_for_percentage(result.percentage.quantize(Decimal(1)), result.denominator) == result.numerator
    for value in models.MeasureValue.objects.filter(measure__unit="%").exclude(numerator=None):
        assert count_for_percentage(value.value.quantize(Decimal(1)), value.denominator) in (value.numerator, None)
        assert abs(value.value - Decimal(100 * value.numerator) / value.denominator) <= Decimal("0.5")


def test_the_rules_for_small_samples_all_have_something_to_rule():
    results = models.KeyQuestionResult.objects.all()
    sizes = set(results.values_list("denominator", flat=True))
    assert None in sizes
    assert any(size < 10 for size in sizes - {None})
    assert any(10 <= size < 50 for size in sizes - {None})
    assert any(size >= 50 for size in sizes - {None})
    assert results.filter(percentage=0, numerator=0).exists()
    assert set(results.values_list("counts_origin", flat=True)) == {"published", "inferred", ""}


def test_a_score_is_the_sum_of_the_points_and_the_lowest_question_drives_a_standard():
    for edition in models.Edition.objects.exclude(report=None):
        assert edition.score == points_total(Rating(rating.rating) for rating in edition.standard_ratings.all())
    order = list(Rating)
    lowest = {}
    for result in models.KeyQuestionResult.objects.select_related("key_question"):
        key = (result.edition_id, result.key_question.standard_id)
        lowest[key] = min(result.percentage, lowest.get(key, 100))
    ranks = {
        key: order.index(models.StandardRating.objects.get(edition=key[0], standard=key[1]).rating) for key in lowest
    }
    by_percentage = [ranks[key] for key in sorted(lowest, key=lowest.get)]
    assert by_percentage == sorted(by_percentage)


def test_every_kind_of_thing_is_there():
    assert set(models.EditionDate.objects.values_list("date_precision", flat=True)) == {"day", "month", "year"}
    assert models.EditionDate.objects.filter(is_queried=True).count() >= 2
    assert models.Citation.objects.filter(source__kind="press").exists()
    assert models.Finding.objects.filter(is_kind_inferred=True).exists()
    assert set(models.Finding.objects.values_list("kind", flat=True)) == {"strength", "area_for_improvement", "finding"}
    assert models.Recommendation.objects.filter(themes__isnull=False).exists()
    assert not models.Recommendation.objects.filter(themes__isnull=True).exists()
    assert not models.Finding.objects.filter(themes__isnull=True).exists()
    held = set(models.MeasureValue.objects.values_list("measure__slug", flat=True))
    assert held == set(models.Measure.objects.values_list("slug", flat=True))


def test_a_region_and_round_has_one_published_average_or_two():
    averages = {}
    for row in models.Comparator.objects.select_related("measure_value__edition__inspection"):
        value = row.measure_value
        averages.setdefault((row.region_id, value.edition.inspection.round, value.measure_id), set()).add(row.value)
    assert Counter(len(values) for values in averages.values()).keys() == {1, 2}
