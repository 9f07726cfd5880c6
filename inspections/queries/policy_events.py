"""What changed for every delivery unit at once."""

from inspections.models import PolicyEvent
from inspections.queries.sourcing import known_date
from inspections.rows import PolicyEventRow


def policy_events() -> tuple[PolicyEventRow, ...]:
    """Every policy event, newest first. One statement."""
    return tuple(
        PolicyEventRow(
            name=event.name,
            slug=event.slug,
            happened=known_date(event.happened, event.happened_precision),
            description=event.description,
            source=event.source,
            quote=event.quote,
        )
        for event in PolicyEvent.objects.order_by("-happened", "slug")
    )
