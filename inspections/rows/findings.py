"""What was found, in the report's words."""

from dataclasses import dataclass

from inspections.rows.values import Sourced
from inspections.rows.vocabulary import FindingKind


@dataclass(frozen=True, kw_only=True)
class FindingRow:
    """One finding in the report's words. `is_kind_inferred`: the heading of its list is lost in the file."""

    text: str
    kind: FindingKind
    is_kind_inferred: bool
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The findings of one standard (`theme` is its slug) or of one section of the report, in the report's order."""

    title: str
    theme: str
    area: str
    findings: tuple[FindingRow, ...]

    def of_kind(self, kind: FindingKind) -> tuple[FindingRow, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

    @property
    def strengths(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.STRENGTH)

    @property
    def areas_for_improvement(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.AREA_FOR_IMPROVEMENT)

    @property
    def plain(self) -> tuple[FindingRow, ...]:
        return self.of_kind(FindingKind.FINDING)


@dataclass(frozen=True, kw_only=True)
class QuotationRow:
    """Words of a person on probation, with who asked and how many were asked (None where not held)."""

    text: str
    asked_by: str
    asked: int | None
    source: Sourced


@dataclass(frozen=True, kw_only=True)
class RecommendationRow:
    """A recommendation, its number, and to whom it is addressed."""

    number: int
    addressed_to: str
    text: str
    source: Sourced
