"""What the numbers rest on, each with who says so."""

from django.db.models import Count, F, Q

from inspections.models import BandStatus, Comparability, Framework, Theme
from inspections.queries.policy_events import policy_events
from inspections.queries.sourcing import precise
from inspections.rows import (
    ComparabilityRow,
    FrameworkRow,
    ReferenceFacts,
    ThemeRow,
)


def reference_facts() -> ReferenceFacts:
    """Frameworks, newest first, what is comparable, our themes and what changed for all. Four statements."""
    return ReferenceFacts(
        frameworks=_frameworks(),
        comparabilities=tuple(
            ComparabilityRow(earlier=row.earlier.name, later=row.later.name, source=row.source)
            for row in Comparability.objects.select_related("earlier", "later").order_by("later__code", "earlier__code")
        ),
        themes=tuple(
            ThemeRow(name=row.name, slug=row.slug, description=row.description) for row in Theme.objects.all()
        ),
        events=policy_events(),
    )


def _frameworks() -> tuple[FrameworkRow, ...]:
    frameworks = Framework.objects.annotate(
        number=Count("standards", distinct=True),
        bands=Count("rating_bands", distinct=True),
        verified=Count("rating_bands", distinct=True, filter=Q(rating_bands__status=BandStatus.VERIFIED)),
    ).order_by(F("used_from").desc(nulls_last=True), "code")
    return tuple(
        FrameworkRow(
            name=row.name,
            max_score=row.max_score,
            standards=row.number,
            used_from=precise(row.used_from, row.used_from_precision),
            used_until=precise(row.used_until, row.used_until_precision),
            source=row.source,
            bands=row.bands,
            verified_bands=row.verified,
        )
        for row in frameworks
    )
