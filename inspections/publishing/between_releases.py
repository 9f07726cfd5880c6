"""What is public as of one release and not as of another, inspection by inspection."""

from dataclasses import dataclass

from inspections.models import DeliveryUnit, Edition, Region
from inspections.publishing.changed import changes_between
from inspections.queries.editions_as_of import editions_as_of
from inspections.queries.told_by_edition import told_by_edition
from inspections.rows import FieldChange, Place, Released, ReleasedInspection


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The editions of an inspection that were public as of an earlier and a later release. They differ."""

    before: Edition | None
    after: Edition | None

    @property
    def newest(self) -> Edition:
        """One of the two is held."""
        return self.after or self.before  # type: ignore[return-value]

    @property
    def what(self) -> Released:
        if self.before and self.after:
            return Released.CORRECTED
        return Released.PUBLISHED if self.after else Released.WITHDRAWN


ORDER = [Released.CORRECTED, Released.WITHDRAWN, Released.PUBLISHED]


def pairs_between(earlier: int, later: int) -> list[Pair]:
    """The inspections whose edition is another one: corrected ones first, then by name. Two statements."""
    before, after = editions_as_of(earlier), editions_as_of(later)
    pairs = [
        Pair(before=before.get(key), after=after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    ]
    return sorted(pairs, key=lambda pair: (ORDER.index(pair.what), _subject(pair.newest).name, _round(pair)))


def difference(pair: Pair) -> ReleasedInspection:
    """What the two editions say otherwise, field by field. A fixed number of statements, none if only one is held."""
    changes: tuple[FieldChange, ...] = ()
    if pair.before and pair.after:
        changes = tuple(changes_between(told_by_edition(pair.before), told_by_edition(pair.after)))
    subject = _subject(pair.newest)
    region = subject if isinstance(subject, Region) else subject.region
    return ReleasedInspection(
        unit=Place(name=subject.name, slug=subject.slug),
        region=Place(name=region.name, slug=region.slug),
        round=_round(pair),
        what=pair.what,
        overall=pair.newest.overall_rating,
        is_report_held=pair.newest.report_id is not None,
        reason=pair.after.reason if pair.after else "",
        change_count=len(changes),
        changes=changes,
        is_public=pair.after is not None,
    )


def _subject(edition: Edition) -> DeliveryUnit | Region:
    return edition.inspection.delivery_unit or edition.inspection.region  # type: ignore[return-value]


def _round(pair: Pair) -> str:
    return pair.newest.inspection.round
