"""What was found in one inspection, in the report's words."""

from collections.abc import Iterable
from itertools import groupby

from inspections.models import Edition, Finding
from inspections.queries.sourcing import cited
from inspections.rows import FindingGroup, FindingKind, FindingRow


def findings_of_inspection(edition: Edition, theme: str | None = None) -> tuple[FindingGroup, ...]:
    """Findings by standard or section in the report's order; with a theme, of that standard only. One statement."""
    findings = edition.findings.select_related("citation__source", "citation__section", "standard__theme")
    if theme is not None:
        findings = findings.filter(standard__theme__slug=theme)
    return finding_groups(findings)


def finding_groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Findings of one edition, in order, as a group for each run on one standard or section.

    Needs the standard's theme and the citation's source and section selected.
    """
    return tuple(_group(list(group)) for _, group in groupby(findings, key=lambda f: (f.area, f.standard_id)))


def _group(findings: list[Finding]) -> FindingGroup:
    first = findings[0]
    section = first.citation.section
    return FindingGroup(
        title=first.standard.name if first.standard else (section.title if section else first.get_area_display()),
        theme=first.standard.theme.slug if first.standard else "",
        area=first.area,
        findings=tuple(
            FindingRow(
                text=finding.text,
                kind=FindingKind(finding.kind),
                is_kind_inferred=finding.is_kind_inferred,
                source=cited(finding.citation),
            )
            for finding in findings
        ),
    )
