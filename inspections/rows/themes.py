"""What recurs: the themes of recommendations and findings."""

from dataclasses import dataclass

from inspections.rows.findings import FindingRow, RecommendationRow
from inspections.rows.values import EditionRow, Place
from inspections.rows.vocabulary import FindingKind


@dataclass(frozen=True, kw_only=True)
class ThemeRow:
    """A theme of our controlled list."""

    name: str
    slug: str
    description: str


@dataclass(frozen=True, kw_only=True)
class ThemedRecommendation:
    """A recommendation of a delivery unit's report, with its themes by name."""

    unit: Place
    edition: EditionRow
    recommendation: RecommendationRow
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ThemedFinding:
    """A finding of a delivery unit's report, with the standard (or section) it is on and its themes by name."""

    unit: Place
    edition: EditionRow
    area: str
    finding: FindingRow
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ThemedStatements:
    """What reports of a region's delivery units say on a theme, newest round first, then by unit and as in the report.

    `rounds` are those of which anything is held on the theme, newest first, whatever round was asked for.
    """

    theme: ThemeRow
    rounds: tuple[str, ...]
    recommendations: tuple[ThemedRecommendation, ...]
    findings: tuple[ThemedFinding, ...]

    def of_kind(self, kind: FindingKind) -> tuple[ThemedFinding, ...]:
        """The findings of one kind."""
        return tuple(row for row in self.findings if row.finding.kind == kind)

    @property
    def strengths(self) -> tuple[ThemedFinding, ...]:
        return self.of_kind(FindingKind.STRENGTH)

    @property
    def areas_for_improvement(self) -> tuple[ThemedFinding, ...]:
        return self.of_kind(FindingKind.AREA_FOR_IMPROVEMENT)

    @property
    def plain(self) -> tuple[ThemedFinding, ...]:
        return self.of_kind(FindingKind.FINDING)


@dataclass(frozen=True, kw_only=True)
class ThemeCount:
    """In how many reports of a round a theme is met. `reports` counts those with themes assigned, the base of both.

    `recommendations` and `strengths` are numbers of statements, `recommended_in` and `strength_in` the names of the
    delivery units whose reports have one.
    """

    theme: ThemeRow
    reports: int
    recommendations: int
    recommended_in: tuple[str, ...]
    strengths: int
    strength_in: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RecurringThemes:
    """The themes of a round in a region, in the order of the list.

    `reports` are the delivery units whose reports have themes assigned, `without_themes` those whose reports are held
    without any: nothing is known of what recurs in these.
    """

    round: str
    counts: tuple[ThemeCount, ...]
    reports: tuple[str, ...]
    without_themes: tuple[str, ...]
