"""Editions taken for one verb at a time."""

from collections.abc import Iterable

from inspections.models import Edition, EditionState
from inspections.publishing.refusals import NotOpen


def locked(edition: Edition) -> Edition:
    """The edition as it stands in the store, kept from others until the transaction ends."""
    related = ("inspection__delivery_unit", "inspection__region")
    return Edition.objects.select_for_update(of=("self",)).select_related(*related).get(pk=edition.pk)


def locked_in(edition: Edition, states: Iterable[EditionState], *, to_be: str) -> Edition:
    """As `locked`, of an edition in one of these states. Raises NotOpen: "… is published, so it can't be submitted"."""
    found = locked(edition)
    if found.state not in set(states):
        raise NotOpen(f"{found} can't be {to_be}.")
    return found
