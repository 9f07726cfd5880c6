"""What other sources say of an inspection, kept in a draft where the report read into it is silent.

A table of ratings may know the day of publication, or the score, of an inspection whose report then gives neither. The
report always stands; what it does not say is carried over with a copy of its citation, under the same public key.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from inspections.importing.recording.differences import CITED_FIELDS
from inspections.importing.recording.writing import Writing
from inspections.models import Citation, DateKind, Edition, EditionDate, SourceKind, StandardRating

STARTS = {DateKind.WORK_STARTED, DateKind.FIELDWORK_STARTED}
Columns = dict[str, str | int]


@dataclass(frozen=True, kw_only=True)
class ToldByOthers:
    """What editions say by other sources than their own report: by field, by kind of date, by standard."""

    identity: dict[str, tuple[Columns, Citation]] = field(default_factory=dict)
    dates: dict[str, EditionDate] = field(default_factory=dict)
    ratings: dict[int, StandardRating] = field(default_factory=dict)


def told_by_others(editions: Iterable[Edition]) -> ToldByOthers:
    """Read what may be carried over, before a draft is emptied. What an edition says, a later one does not override."""
    told = ToldByOthers()
    for edition in editions:
        for name in CITED_FIELDS:
            citation = getattr(edition, f"{name}_citation")
            if citation and citation.source_id != edition.report_id:
                told.identity.setdefault(name, (_columns(edition, name), citation))
        for date in edition.dates.exclude(citation__source=edition.report_id).select_related("citation__source"):
            told.dates.setdefault(date.kind, date)
        for rating in edition.standard_ratings.exclude(citation__source=edition.report_id).select_related("citation"):
            told.ratings.setdefault(rating.standard_id, rating)
    return told


def carry_over(told: ToldByOthers, writing: Writing) -> None:
    """Add to an edition, to which its report is written, what that report is silent about.

    A score that can't be is not written and yet said, and recommendations are their own number.
    """
    said = {"score": writing.report.score, "recommendation_count": writing.report.recommendations}
    carry_over_to(writing.edition, told, besides=[name for name, value in said.items() if value])


def carry_over_to(edition: Edition, told: ToldByOthers, *, besides: Collection[str] = ()) -> None:
    """Add to an edition what it is silent about, `besides` the fields of which it says more than it holds."""
    _carry_identity(told, edition, besides)
    _carry_dates(told, edition)
    _carry_ratings(told, edition)


def _columns(edition: Edition, name: str) -> Columns:
    names = ("score", "max_score") if name == "score" else (name,)
    return {column: getattr(edition, column) for column in names}


def _carry_identity(told: ToldByOthers, edition: Edition, besides: Collection[str]) -> None:
    for name, (columns, citation) in told.identity.items():
        if getattr(edition, f"{name}_citation") or name in besides:
            continue
        for column, value in columns.items():
            setattr(edition, column, value)
        setattr(edition, f"{name}_citation", _copied(citation, edition))
    edition.save()


def _carry_dates(told: ToldByOthers, edition: Edition) -> None:
    """A start known from the press gives way to a start the report gives, whichever of the two kinds that is."""
    stated = set(edition.dates.values_list("kind", flat=True))
    for kind, date in told.dates.items():
        is_from_press = date.citation.source.kind == SourceKind.PRESS
        if kind not in stated and not (is_from_press and kind in STARTS and STARTS & stated):
            EditionDate.objects.create(
                edition=edition,
                citation=_copied(date.citation, edition),
                kind=kind,
                label=date.label,
                date=date.date,
                date_precision=date.date_precision,
                is_queried=date.is_queried,
            )


def _carry_ratings(told: ToldByOthers, edition: Edition) -> None:
    rated = set(edition.standard_ratings.values_list("standard", flat=True))
    for standard_id, rating in told.ratings.items():
        if standard_id not in rated:
            StandardRating.objects.create(
                edition=edition,
                citation=_copied(rating.citation, edition),
                standard_id=standard_id,
                rating=rating.rating,
            )


def _copied(citation: Citation, edition: Edition) -> Citation:
    """The same place in the same source, under the same key, cited by another edition."""
    columns = {column.attname: getattr(citation, column.attname) for column in Citation._meta.concrete_fields}
    del columns["id"]
    return Citation.objects.create(**columns | {"edition_id": edition.pk})
