"""A document that something public is told from."""

from django.db.models import Q

from inspections.models import Edition, Source
from inspections.queries.published_edition import NotHeld
from inspections.rows import DocumentRow, Place


def document(key: str) -> DocumentRow:
    """The document of a key, if a published edition cites it. Three statements. Raises NotHeld."""
    source = Source.objects.filter(key=key).select_related("file").defer("file__content").first()
    if source is None:
        raise NotHeld(f"No document has the key {key}")
    editions = list(
        Edition.objects.published()
        .filter(Q(citations__source=source) | Q(citations__table=source), inspection__delivery_unit__isnull=False)
        .select_related("inspection__delivery_unit")
        .distinct()
        .order_by("inspection__key")
    )
    if not editions:
        raise NotHeld(f"Nothing public is told from the document {key}")
    file = getattr(source, "file", None)
    return DocumentRow(
        key=source.key,
        title=source.title,
        kind=source.get_kind_display(),
        url=source.url,
        isbn=next((edition.isbn for edition in editions if edition.report_id == source.pk), ""),
        file_name=file.name if file else "",
        size=file.size if file else None,
        sha256=file.sha256 if file else "",
        sections=tuple(source.sections.values_list("title", flat=True)),
        inspections=tuple(
            (Place(name=unit.name, slug=unit.slug), edition.inspection.round)
            for edition in editions
            if (unit := edition.inspection.delivery_unit)
        ),
    )
