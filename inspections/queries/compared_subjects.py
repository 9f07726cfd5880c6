"""The delivery units of a comparison, each with the edition it is compared by."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspections.models import DeliveryUnit, Edition, Standard
from inspections.queries import sourcing
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, edition_row
from inspections.rows import Absence, EditionRow, Place


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A delivery unit, its edition where one is held, and the themes of the standards it was inspected by."""

    unit: DeliveryUnit
    edition: Edition | None
    themes: frozenset[str]
    is_of_a_round: bool

    @property
    def place(self) -> Place:
        return Place(name=self.unit.name, slug=self.unit.slug)

    @property
    def edition_row(self) -> EditionRow | None:
        return edition_row(self.edition) if self.edition else None

    def absence(self, theme: str | None = None) -> Absence:
        """Why a value is missing; of a theme, that its framework may have no such standard."""
        if self.edition is None:
            return Absence.NO_INSPECTION_RECORDED if self.is_of_a_round else Absence.NOTHING_RECORDED
        if theme is not None and theme not in self.themes:
            return Absence.NOT_IN_FRAMEWORK
        return sourcing.absence(self.edition)


def compared_subjects(slugs: Sequence[str], round_label: str = "") -> tuple[tuple[Subject, ...], tuple[Place, ...]]:
    """The units in the order of their slugs, and the standards of their frameworks by theme. Four statements."""
    units = {unit.slug: unit for unit in DeliveryUnit.objects.filter(slug__in=slugs).select_related("region")}
    editions = _editions([unit.pk for unit in units.values()], round_label)
    frameworks = {edition.inspection.framework_id for edition in editions.values()}
    standards = list(
        Standard.objects.filter(framework__in=frameworks).select_related("theme").order_by("theme__position")
    )
    subjects = []
    for unit in (units[slug] for slug in slugs if slug in units):
        edition = editions.get(unit.pk)
        framework = edition.inspection.framework_id if edition else None
        themes = frozenset(standard.theme.slug for standard in standards if standard.framework_id == framework)
        subjects.append(Subject(unit=unit, edition=edition, themes=themes, is_of_a_round=bool(round_label)))
    by_theme = dict.fromkeys(Place(name=standard.theme.name, slug=standard.theme.slug) for standard in standards)
    return tuple(subjects), tuple(by_theme)


def _editions(units: Sequence[int], round_label: str) -> dict[int | None, Edition]:
    """The published edition of each unit: of the round, without one of its newest."""
    editions = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__in=units)
        .select_related(
            *WITH_PLACE,
            "report",
            "overall_rating_citation__source",
            "score_citation__source",
            "recommendation_count_citation__source",
        )
        .prefetch_related(WITH_DATES)
        .order_by("inspection__delivery_unit_id", "-inspection__round")
        .distinct("inspection__delivery_unit_id")
    )
    if round_label:
        editions = editions.filter(inspection__round=round_label)
    return {edition.inspection.delivery_unit_id: edition for edition in editions}
