"""What recurs: the themes of recommendations and findings."""

from dataclasses import dataclass

from inspections.rows.findings import FindingRow, RecommendationRow
from inspections.rows.values import EditionRow, Place


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
