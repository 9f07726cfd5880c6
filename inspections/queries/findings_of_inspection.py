"""What was found in one inspection, in the report's words."""

from collections.abc import Iterable
from itertools import groupby

from inspections.models import Edition, Finding
from inspections.queries.statement_rows import WITH_AREA, finding_area, finding_row
from inspections.rows import FindingGroup


def findings_of_inspection(edition: Edition, theme: str | None = None) -> tuple[FindingGroup, ...]:
    """Findings by standard or section in the report's order; with a theme, of that standard only. One statement."""
    findings = edition.findings.select_related(*WITH_AREA)
    if theme is not None:
        findings = findings.filter(standard__theme__slug=theme)
    return finding_groups(findings)


def finding_groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Findings of one edition, in order, as a group for each run on one standard or section. Needs `WITH_AREA`."""
    return tuple(finding_group(list(group)) for _, group in groupby(findings, key=lambda f: (f.area, f.standard_id)))


def finding_group(findings: list[Finding]) -> FindingGroup:
    """Findings on one standard or in one section, of which there is at least one. Needs `WITH_AREA`."""
    first = findings[0]
    return FindingGroup(
        title=finding_area(first),
        theme=first.standard.theme.slug if first.standard else "",
        area=first.area,
        findings=tuple(finding_row(finding) for finding in findings),
    )
