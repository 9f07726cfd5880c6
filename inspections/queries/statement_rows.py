"""How the store's findings and recommendations become rows."""

from inspections.models import Finding, Recommendation
from inspections.queries.sourcing import cited
from inspections.rows import FindingKind, FindingRow, RecommendationRow

# What `finding_row` and `finding_area` need of a finding.
WITH_AREA = ("citation__source", "citation__section", "standard__theme")


def finding_row(finding: Finding) -> FindingRow:
    """A finding. Needs its citation's source selected."""
    return FindingRow(
        text=finding.text,
        kind=FindingKind(finding.kind),
        is_kind_inferred=finding.is_kind_inferred,
        source=cited(finding.citation),
    )


def finding_area(finding: Finding) -> str:
    """The standard it is on, else the section it is in. Needs `WITH_AREA`."""
    if finding.standard:
        return finding.standard.name
    section = finding.citation.section
    return section.title if section else finding.get_area_display()


def recommendation_row(row: Recommendation) -> RecommendationRow:
    """A recommendation. Needs its citation's source selected."""
    return RecommendationRow(
        number=row.number, addressed_to=row.addressed_to, text=row.text, source=cited(row.citation)
    )
