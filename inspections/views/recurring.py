"""What recurs in the reports of a region: the part of its page."""

from dataclasses import dataclass

from inspections import wording
from inspections.queries.theme_counts import theme_counts
from inspections.rows import Place, ThemeCount


@dataclass(frozen=True, kw_only=True)
class Recurring:
    """Context of `components/theme_counts.html`: what recurs, whose the themes are, each theme that is met."""

    sentence: str
    note: str
    themes: tuple[ThemeCount, ...]


def recurring(region: Place, round_label: str) -> Recurring:
    """The themes of a round of a region, those that most reports recommend first. Four statements."""
    found = theme_counts(region.slug, round_label)
    met = [count for count in found.counts if count.recommended_in or count.strength_in]
    return Recurring(
        sentence=wording.recurring_sentence(found, region),
        note=wording.recurring_note(found),
        themes=tuple(sorted(met, key=lambda count: -len(count.recommended_in))),
    )
