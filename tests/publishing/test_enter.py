"""A value corrected by hand says so, and takes with it what was worked out from the old one."""

import pytest

from inspections.models import Basis, Edition
from inspections.publishing.enter import enter, enter_edition
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return factories.edition()


def question(edition):
    return factories.key_question(factories.standard(edition.inspection.framework))


def test_a_corrected_percentage_is_staffs_and_loses_its_inferred_count(edition):
    result = factories.key_question_result(
        edition, question(edition), percentage=37, numerator=15, denominator=41, counts_origin="inferred"
    )
    result.percentage = 29
    enter(result, changed=["percentage"])

    result.refresh_from_db()
    assert (result.percentage, result.numerator, result.denominator, result.counts_origin) == (29, None, None, "")
    assert result.citation.basis == Basis.STAFF


def test_published_counts_stay_for_staff_to_judge(edition):
    result = factories.key_question_result(
        edition, question(edition), percentage=37, numerator=15, denominator=41, counts_origin="published"
    )
    result.percentage = 29
    enter(result, changed=["percentage"])

    assert (result.numerator, result.denominator) == (15, 41)


def test_confirming_a_kind_is_no_correction(edition):
    finding = factories.finding(edition, is_kind_inferred=True)
    finding.is_kind_inferred = False
    enter(finding, changed=["is_kind_inferred"])

    finding.refresh_from_db()
    assert not finding.is_kind_inferred
    assert finding.citation.basis == Basis.PUBLISHED


def test_a_corrected_column_of_an_edition_marks_its_own_citation_only(edition):
    edition.overall_rating, edition.overall_rating_citation = "Good", factories.citation(edition)
    edition.isbn, edition.isbn_citation = "978-0-000000-00-2", factories.citation(edition)
    edition.save()
    edition.overall_rating = "Inadequate"
    enter_edition(edition, changed=["overall_rating"])

    edition.refresh_from_db()
    assert edition.overall_rating == "Inadequate"
    assert Edition.objects.get(pk=edition.pk).overall_rating_citation.basis == Basis.STAFF
    assert Edition.objects.get(pk=edition.pk).isbn_citation.basis == Basis.PUBLISHED
