"""Where one fact stands in its source."""

from typing import Any, cast

from django.db.models import Prefetch

from inspections.models import Citation, DeliveryUnit, Edition, EditionState, Release
from inspections.queries.published_edition import NotHeld
from inspections.queries.said import said, with_kinds
from inspections.queries.sourcing import WITH_DATES, changed, inspected
from inspections.rows import FactRow, FileForm, Origin, Place

OF_ITS_EDITION: "Prefetch[Any, Any, Any]" = Prefetch("edition__dates", WITH_DATES.queryset, to_attr="dates_held")


def fact_source(key: str) -> FactRow:
    """The published fact of a key, with its sentence. At most five statements. Raises NotHeld."""
    citation = (
        with_kinds(Citation.objects.filter(key=key, edition__state=EditionState.PUBLISHED))
        .exclude(edition__inspection__delivery_unit=None)  # an inspection of a region has no pages yet
        .select_related(
            "edition__inspection__delivery_unit__region",
            "edition__release",
            "source__file",
            "section",
            "paragraph",
            "table",
        )
        .defer("source__file__content")
        .prefetch_related(OF_ITS_EDITION)
        .first()
    )
    if citation is None:
        raise NotHeld(f"No published fact has the key {key}")
    return _fact_row(citation)


def _fact_row(citation: Citation) -> FactRow:
    edition: Edition = citation.edition
    unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
    release = cast(Release, edition.release)
    fact = said(citation)
    where = citation.origin
    file = getattr(citation.source, "file", None)
    return FactRow(
        key=citation.key,
        label=fact.label,
        short_label=fact.short_label,
        value=fact.value,
        unit=Place(name=unit.name, slug=unit.slug),
        region=Place(name=unit.region.name, slug=unit.region.slug),
        round=edition.inspection.round,
        theme=fact.theme,
        anchor=fact.anchor,
        base=fact.base,
        note=fact.note,
        is_entered_by_staff=where is Origin.STAFF,
        row_note=edition.note if citation.row else "",
        source_title=citation.source.title,
        source_key=citation.source.key,
        source_url=citation.source.url,
        isbn=edition.isbn if citation.source_id == edition.report_id else "",
        origin=where,
        section=citation.section.title if citation.section else "",
        section_anchor=citation.section.anchor if citation.section else "",
        paragraph=citation.paragraph.text if citation.paragraph else "",
        form=FileForm(file.form) if file else None,
        line=citation.line,
        page=citation.page,
        quote=citation.quote,
        row=citation.row,
        table_key=citation.table.key if citation.table else "",
        table_title=citation.table.title if citation.table else "",
        asked=fact.asked,
        inspected=inspected(edition),
        changed=changed(edition),
        release=release.number,
    )
