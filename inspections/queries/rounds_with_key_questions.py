"""The rounds of a region in which the result of a key question is held."""

from inspections.models import KeyQuestionResult


def rounds_with_key_questions(region_slug: str) -> tuple[str, ...]:
    """The labels of the rounds, newest first. One statement."""
    rounds = (
        KeyQuestionResult.objects.published()
        .filter(edition__inspection__delivery_unit__region__slug=region_slug)
        .values_list("edition__inspection__round", flat=True)
        .distinct()
        .order_by("-edition__inspection__round")
    )
    return tuple(rounds)
