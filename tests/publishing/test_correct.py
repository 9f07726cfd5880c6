"""A value corrected by hand says so, and takes with it what was worked out from the old one."""

import pytest

from inspections.models import Basis, Edition
from inspections.publishing.correct import correct, correct_edition
from inspections.publishing.publish import publish
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
    correct(result, changed=["percentage"])

    result.refresh_from_db()
    assert (result.percentage, result.numerator, result.denominator, result.counts_origin) == (29, None, None, "")
    assert result.citation.basis == Basis.STAFF


def test_published_counts_stay_for_staff_to_judge(edition):
    result = factories.key_question_result(
        edition, question(edition), percentage=37, numerator=15, denominator=41, counts_origin="published"
    )
    result.percentage = 29
    correct(result, changed=["percentage"])

    assert (result.numerator, result.denominator) == (15, 41)


def test_confirming_a_kind_is_no_correction(edition):
    finding = factories.finding(edition, is_kind_inferred=True)
    finding.is_kind_inferred = False
    correct(finding, changed=["is_kind_inferred"])

    finding.refresh_from_db()
    assert not finding.is_kind_inferred
    assert finding.citation.basis == Basis.PUBLISHED


def test_a_correction_moves_the_date_of_the_last_change_of_a_public_edition_only(edition):
    sample = factories.sample_count(edition)
    correct(sample, changed=["count"])
    assert Edition.objects.get(pk=edition.pk).changed_at is None

    release = publish([edition], title="First", reason="To begin with.")
    correct(sample, changed=["count"])
    assert Edition.objects.get(pk=edition.pk).changed_at > release.published_at


def test_a_corrected_column_of_an_edition_marks_its_own_citation_only(edition):
    edition.overall_rating, edition.overall_rating_citation = "Good", factories.citation(edition)
    edition.isbn, edition.isbn_citation = "978-0-000000-00-2", factories.citation(edition)
    edition.save()
    edition.overall_rating = "Inadequate"
    correct_edition(edition, changed=["overall_rating"])

    edition.refresh_from_db()
    assert edition.overall_rating == "Inadequate"
    assert Edition.objects.get(pk=edition.pk).overall_rating_citation.basis == Basis.STAFF
    assert Edition.objects.get(pk=edition.pk).isbn_citation.basis == Basis.PUBLISHED
