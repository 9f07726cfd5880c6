"""One row of a table, written to a draft: only what it changes. Every value cites its row and its document."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Max, Model
from django.utils.text import slugify

from inspections.importing.precise_dates import dated
from inspections.importing.ratings.placing import Placed
from inspections.importing.ratings.rows import DATES
from inspections.importing.ratings.values import FIELDS, CitedDocument, Value, row_document
from inspections.importing.recording.carry_over import carry_over_to, told_by_others
from inspections.importing.recording.store_source import free_key
from inspections.models import Basis, Citation, Edition, EditionDate, EditionState, Inspection, Source, StandardRating


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The dates and ratings of an open draft, by column."""

    dates: dict[str, EditionDate] = field(default_factory=dict)
    ratings: dict[str, StandardRating] = field(default_factory=dict)

    def citation(self, column: str) -> Citation | None:
        """What the value of a column cites."""
        fact = self.dates.get(column) or self.ratings.get(column)
        return fact.citation if fact else None


@dataclass(frozen=True, kw_only=True)
class TableWriting:
    """The table being written: the source that its file is, and the documents its rows have named so far."""

    source: Source
    by: User | None
    documents: dict[CitedDocument, Source] = field(default_factory=dict)

    def stored(self, document: CitedDocument) -> Source:
        """The source that a document is, held or new."""
        if document not in self.documents:
            found = {"kind": document.kind, "title": document.title, "url": document.url}
            held = Source.objects.filter(**found).first()
            self.documents[document] = held or Source.objects.create(
                key=free_key(slugify(document.title)[:100]), added_by=self.by, **found
            )
        return self.documents[document]


@dataclass(frozen=True, kw_only=True)
class RowWriting:
    """A row to be written: where it belongs, and its changed values by column."""

    table: TableWriting
    placed: Placed
    changed: dict[str, Value]

    def citation(self, edition: Edition, name: str, document: CitedDocument, held: Citation | None = None) -> Citation:
        """The citation of one cell, unsaved, under the name a report gives the fact, so that its address lives on.

        What cites another row or report already is pointed here, and keeps its key.
        """
        citation = held or Citation(edition=edition, key=slugify(f"{edition.inspection.key}-{name}"))
        citation.source = self.table.stored(document)
        citation.table, citation.row = self.table.source, self.placed.row.number
        citation.basis, citation.quote = Basis.PUBLISHED, None
        citation.section = citation.paragraph = citation.line = citation.page = None
        return citation


def write_row(writing: RowWriting, before: Edition | None) -> Edition:
    """Write a row to the draft that is open, or to a new edition over what is public. `before` is either, or None."""
    row = writing.placed.row
    is_open = before is not None and before.state == EditionState.DRAFT
    edition = Edition.objects.get(pk=before.pk) if before and is_open else _new_edition(writing, before)
    if row.cells["note"]:
        edition.note = row.cells["note"]
    facts = _held_facts(edition) if is_open else Facts()
    citations = _write_citations(writing, edition, facts)
    _write_fields(writing, edition, citations)
    _write_dates(writing, edition, facts, citations)
    _write_ratings(writing, edition, facts, citations)
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


def _held_facts(edition: Edition) -> Facts:
    ratings = edition.standard_ratings.select_related("citation", "standard__theme")
    return Facts(
        dates={date.kind: date for date in edition.dates.select_related("citation")},
        ratings={rating.standard.theme.slug.replace("-", "_"): rating for rating in ratings},
    )


def _write_citations(writing: RowWriting, edition: Edition, facts: Facts) -> dict[str, Citation]:
    citations = {}
    for column, value in writing.changed.items():
        if column in FIELDS:
            name, held = FIELDS[column], getattr(edition, f"{FIELDS[column]}_citation")
        else:
            name = column if column in DATES else f"{column}-rating"
            held = facts.citation(column)
        citations[column] = writing.citation(edition, name.replace("_", "-"), value.document, held)
    _save(Citation, citations.values())
    return citations


def _write_fields(writing: RowWriting, edition: Edition, citations: dict[str, Citation]) -> None:
    for column, name in FIELDS.items():
        if column in citations:
            text = writing.changed[column].text
            setattr(edition, f"{name}_citation", citations[column])
            setattr(edition, name, text if column == "overall_rating" else int(text))
    if "score" in citations:
        edition.max_score = int(writing.placed.row.cells["max_score"])
    edition.save()


def _write_dates(writing: RowWriting, edition: Edition, facts: Facts, citations: dict[str, Citation]) -> None:
    dates = []
    for kind in [kind for kind in DATES if kind in citations]:
        date = facts.dates.get(kind) or EditionDate(edition=edition, kind=kind)
        date.citation, date.label, date.is_queried = citations[kind], "", False
        for column, part in dated("date", writing.changed[kind].text).items():
            setattr(date, column, part)
        dates.append(date)
    _save(EditionDate, dates)


def _write_ratings(writing: RowWriting, edition: Edition, facts: Facts, citations: dict[str, Citation]) -> None:
    ratings = []
    for column, standard in writing.placed.standards.items():
        if column in citations:
            rating = facts.ratings.get(column) or StandardRating(edition=edition, standard=standard)
            rating.citation, rating.rating = citations[column], writing.changed[column].text
            ratings.append(rating)
    _save(StandardRating, ratings)


def _save(model: type[Model], rows: Collection[Model]) -> None:
    """Save facts or citations, the new ones in one statement."""
    held = [row for row in rows if row.pk]
    model._default_manager.bulk_create([row for row in rows if not row.pk])
    for row in held:
        row.save()


def _write_evidence(writing: RowWriting, edition: Edition) -> None:
    """Where nothing is known but that it took place, the source still says so; a value makes that needless."""
    if writing.changed:
        edition.citations.filter(key=f"{edition.inspection.key}-inspection").delete()
    elif not edition.citations.exists():
        writing.citation(edition, "inspection", row_document(writing.placed.row)).save()
