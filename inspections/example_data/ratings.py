"""One made-up inspection whose report is not held: a row of a table of ratings, from a press release or the press."""

import datetime

from inspections.example_data import numbers
from inspections.example_data.visit import Visit
from inspections.models import Citation, DateKind, Edition, EditionDate, Source, SourceKind, StandardRating
from inspections.ratings import points_total
from inspections.rows import Precision

NOTE = "Made-up note: the report of this example inspection is not held here."


def write_ratings(visit: Visit, *, table: Source, row: int) -> Edition:
    """What a row of a table gives, collected as a draft: of every ninth only that the inspection took place.

    Of every third the overall rating is from the press; of every second the standards' ratings and the score are given.
    """
    release = visit.source(
        "press-release", kind=SourceKind.PRESS_RELEASE, title=f"Example press release on {visit.place}"
    )
    edition = visit.edition(note=NOTE)

    def cite(name: str, source: Source) -> Citation:
        key = f"{visit.key}-{name}"
        return visit.collected.add(Citation(edition=edition, key=key, source=source, table=table, row=row))

    if visit.number % 9 == 1:
        cite("inspection", release)
        return edition
    ratings = [numbers.rating(numbers.quality(visit.random, visit.quality)) for _ in visit.standards]
    overall = numbers.overall(ratings, of=visit.framework.max_score)
    said_by = release
    if visit.number % 3 == 0:
        said_by = visit.source("press", kind=SourceKind.PRESS, title=f"Example newspaper on {visit.place}")
    has_standards = visit.number % 2 == 1
    visit.say_outcome(
        edition,
        overall=(overall, cite("overall-rating", said_by)),
        score=(points_total(ratings), cite("score", release)) if has_standards else None,
    )
    if has_standards:
        for standard, rating in zip(visit.standards, ratings, strict=True):
            citation = cite(f"{standard.theme.slug}-rating", release)
            visit.collected.add(StandardRating(edition=edition, citation=citation, standard=standard, rating=rating))
    published = (visit.round.day(visit.random) + datetime.timedelta(days=90)).replace(day=1)
    visit.collected.add(
        EditionDate(
            edition=edition,
            citation=cite("published", release),
            kind=DateKind.PUBLISHED,
            date=published,
            date_precision=Precision.MONTH,
        )
    )
    return edition
