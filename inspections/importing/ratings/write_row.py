"""One row of a table, written to a draft: only what it changes. Every value cites its row and its document."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils.text import slugify

from inspections.importing.carry_over import carry_over_to, told_by_others
from inspections.importing.precise_dates import dated
from inspections.importing.ratings.placing import Placed
from inspections.importing.ratings.rows import DATES
from inspections.importing.ratings.values import FIELDS, CitedDocument, Value, row_document
from inspections.importing.store_source import free_key
from inspections.models import Basis, Citation, Edition, EditionDate, EditionState, Inspection, Source, StandardRating


@dataclass(frozen=True, kw_only=True)
class RowWriting:
    """A row to be written: `changed` are its values by column, `table` is the source that the file is."""

    placed: Placed
    changed: dict[str, Value]
    table: Source
    by: User | None

    def cite(self, edition: Edition, name: str, document: CitedDocument, held: Citation | None = None) -> Citation:
        """The citation of one cell, under the name a report gives the fact, so that its address lives on.

        What cites another row or report already is pointed here, and keeps its key.
        """
        citation = held or Citation(edition=edition, key=slugify(f"{edition.inspection.key}-{name}"))
        citation.source = _stored(document, self.by)
        citation.table, citation.row = self.table, self.placed.row.number
        citation.basis, citation.quote = Basis.PUBLISHED, None
        citation.section = citation.paragraph = citation.line = citation.page = None
        citation.save()
        return citation


def write_row(writing: RowWriting, before: Edition | None) -> Edition:
    """Write a row to the draft that is open, or to a new edition over what is public. `before` is either, or None."""
    row = writing.placed.row
    is_open = before is not None and before.state == EditionState.DRAFT
    edition = Edition.objects.get(pk=before.pk) if before and is_open else _new_edition(writing, before)
    if row.cells["note"]:
        edition.note = row.cells["note"]
    _write_fields(writing, edition)
    _write_dates(writing, edition)
    _write_ratings(writing, edition)
    if before and not is_open:
        carry_over_to(edition, told_by_others([before]))
    _write_evidence(writing, edition)
    return edition


def _new_edition(writing: RowWriting, before: Edition | None) -> Edition:
    inspection = writing.placed.inspection or _new_inspection(writing.placed)
    last = inspection.editions.aggregate(last=Max("number"))["last"] or 0
    return Edition.objects.create(inspection=inspection, number=last + 1, note=before.note if before else "")


def _new_inspection(placed: Placed) -> Inspection:
    unit, label = placed.unit, placed.row.cells["round"]
    if unit is None or placed.framework is None:
        raise ValueError("A row without a place is refused, and never written.")
    return Inspection.objects.create(
        delivery_unit=unit, framework=placed.framework, round=label, key=f"{unit.slug}-{label}"
    )


def _write_fields(writing: RowWriting, edition: Edition) -> None:
    for column, field in FIELDS.items():
        if value := writing.changed.get(column):
            held = getattr(edition, f"{field}_citation")
            citation = writing.cite(edition, field.replace("_", "-"), value.document, held)
            setattr(edition, f"{field}_citation", citation)
            setattr(edition, field, value.text if column == "overall_rating" else int(value.text))
    if "score" in writing.changed:
        edition.max_score = int(writing.placed.row.cells["max_score"])
    edition.save()


def _write_dates(writing: RowWriting, edition: Edition) -> None:
    for kind in DATES:
        if value := writing.changed.get(kind):
            date = edition.dates.filter(kind=kind).select_related("citation").first()
            date = date or EditionDate(edition=edition, kind=kind)
            date.citation = writing.cite(edition, kind.replace("_", "-"), value.document, _citation_of(date))
            date.label, date.is_queried = "", False
            for column, part in dated("date", value.text).items():
                setattr(date, column, part)
            date.save()


def _write_ratings(writing: RowWriting, edition: Edition) -> None:
    for column, standard in writing.placed.standards.items():
        if value := writing.changed.get(column):
            rating = edition.standard_ratings.filter(standard=standard).select_related("citation").first()
            rating = rating or StandardRating(edition=edition, standard=standard)
            name = f"{standard.theme.slug}-rating"
            rating.citation = writing.cite(edition, name, value.document, _citation_of(rating))
            rating.rating = value.text
            rating.save()


def _citation_of(fact: EditionDate | StandardRating) -> Citation | None:
    return fact.citation if fact.citation_id else None


def _write_evidence(writing: RowWriting, edition: Edition) -> None:
    """Where nothing is known but that it took place, the source still says so; a value makes that needless."""
    evidence = edition.citations.filter(key=f"{edition.inspection.key}-inspection")
    if writing.changed:
        evidence.delete()
    elif not edition.citations.exists():
        writing.cite(edition, "inspection", row_document(writing.placed.row))


def _stored(document: CitedDocument, by: User | None) -> Source:
    found = {"kind": document.kind, "title": document.title, "url": document.url}
    held = Source.objects.filter(**found).first()
    return held or Source.objects.create(key=free_key(slugify(document.title)[:100]), added_by=by, **found)
