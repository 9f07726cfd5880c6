"""Which rows can be changed: asked of the edition they hang on, here only. The database holds to the same."""

from typing import Any

from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from inspections.admin.way_on import way_on
from inspections.models import Comparator, Edition, EditionState, Paragraph, Section, SourceFile

WHY_IT_STAYS = {
    EditionState.IN_REVIEW: "It is in review, and stands as its reviewers see it.",
    EditionState.PUBLISHED: "It is published, and never changes.",
    EditionState.SUPERSEDED: "A later edition has taken its place. It stays as it was, for whoever quotes it.",
    EditionState.WITHDRAWN: "It was withdrawn, and stays as it was.",
}
CITED = "What is in review or was published cites this document, so it stays as it is."


def edition_of(row: Model) -> Edition | None:
    """The edition a row hangs on; None for what hangs on none: places, frameworks, documents."""
    if isinstance(row, Edition):
        return row
    if isinstance(row, Comparator):
        return row.measure_value.edition
    edition = getattr(row, "edition", None)
    return edition if isinstance(edition, Edition) else None


def why_it_stays(row: Model | None) -> str:
    """Why a row can't be changed; "" where it can be."""
    if row is None or row.pk is None:
        return ""
    if edition := edition_of(row):
        return WHY_IT_STAYS.get(EditionState(edition.state), "")
    source = _document_of(row)
    return CITED if source and is_cited(source) else ""


def _document_of(row: Model) -> int | None:
    if isinstance(row, Paragraph):
        return row.section.source_id
    return row.source_id if isinstance(row, Section | SourceFile) else None


def is_cited(source: int) -> bool:
    """Whether an edition that is no draft cites a document, or was read from it. One statement."""
    of_source = Q(report=source) | Q(citations__source=source)
    return Edition.objects.exclude(state=EditionState.DRAFT).filter(of_source).exists()


class DraftsOnly:
    """For pages and tables of what hangs on an edition or a document: only looked at, where it stays as it is."""

    def has_change_permission(self: Any, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and not why_it_stays(obj)  # type: ignore[misc]

    def has_delete_permission(self: Any, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not why_it_stays(obj)  # type: ignore[misc]


class OfEdition(DraftsOnly):
    """A page of a row that hangs on an edition: why it can't be changed, what can be done, and of what it is."""

    def render_change_form(self: Any, request: HttpRequest, context: dict[str, Any], **options: Any) -> HttpResponse:
        row = options["obj"]
        context["stays"] = why_it_stays(row)
        context["edition"] = edition = edition_of(row) if row else None
        context["way_on"] = way_on(edition, request.user) if edition else ""
        return super().render_change_form(request, context, **options)  # type: ignore[misc]

    def response_post_save_change(self: Any, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to the page of the edition, where the work goes on."""
        held = edition_of(obj)
        if held is None or held is obj:
            return super().response_post_save_change(request, obj)  # type: ignore[misc]
        return redirect("admin:inspections_edition_change", held.pk)

    response_post_save_add = response_post_save_change

    def get_actions(self: Any, request: HttpRequest) -> dict[str, Any]:
        """Without the bulk delete, which asks for no edition's state."""
        actions = super().get_actions(request).items()  # type: ignore[misc]
        return {name: action for name, action in actions if name != "delete_selected"}
