"""The page of a delivery unit, and of one of its inspections, as a file."""

from django.http import HttpRequest, HttpResponse

from inspections.models import Edition
from inspections.queries.findings_of_inspection import findings_of_inspection
from inspections.queries.inspection_summary import inspection_summary
from inspections.queries.key_questions_of_inspection import key_questions_of_inspection
from inspections.queries.measures_of_inspection import measures_of_inspection
from inspections.queries.published_edition import published_edition
from inspections.queries.recommendations_of_inspection import recommendations_of_inspection
from inspections.queries.standards_of_inspection import standards_of_inspection
from inspections.sharing.inspection import exported_inspection
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_response, site_address


@not_held_is_404
def pdu_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """A delivery unit as of its latest inspection. One without an inspection has no file."""
    return _file(request, published_edition(slug), form=form, name=slug)


@not_held_is_404
def inspection_file(request: HttpRequest, slug: str, round_label: str, form: str) -> HttpResponse:
    """One inspection, for ever."""
    return _file(request, published_edition(slug, round_label), form=form, name=f"{slug}-{round_label}")


def _file(request: HttpRequest, edition: Edition, *, form: str, name: str) -> HttpResponse:
    rows = exported_inspection(
        inspection_summary(edition),
        standards=standards_of_inspection(edition),
        measures=measures_of_inspection(edition),
        questions=key_questions_of_inspection(edition),
        recommendations=recommendations_of_inspection(edition),
        findings=findings_of_inspection(edition),
        site=site_address(request),
    )
    return file_response(rows, form=form, name=name)
