from inspections.models import RatingBand
from inspections.queries.verified_bands import verified_bands
from inspections.ratings import Rating
from inspections.rows import BandRow
from tests import factories


def band(framework, rating, lower, **fields):
    values = {"applies_to": "percentage", "upper": lower + 9, "status": "verified", "source": "A rule."}
    return RatingBand.objects.create(framework=framework, rating=rating, lower=lower, **values | fields)


def test_only_verified_bands_of_percentages_lowest_first(db, django_assert_num_queries):
    framework = factories.framework(code="points-9", name="Nine points")
    band(framework, "Outstanding", 80)
    band(framework, "Good", 60)
    band(framework, "Inadequate", 0, status="unverified")
    band(framework, "Requires improvement", 1, applies_to="score")

    with django_assert_num_queries(1):
        assert verified_bands() == (
            BandRow(framework="Nine points", rating=Rating.GOOD, lower=60, source="A rule."),
            BandRow(framework="Nine points", rating=Rating.OUTSTANDING, lower=80, source="A rule."),
        )


def test_none_is_verified_in_the_reference_data(reference, db):
    assert RatingBand.objects.filter(applies_to="percentage").exists()
    assert verified_bands() == ()
