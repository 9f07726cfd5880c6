"""Any earlier state of an edition as a draft: what it said before a bad edit, or before it was deleted."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Model

from inspections.models import Edition, EditionState
from inspections.publishing.acting import acting
from inspections.publishing.copying import drafted
from inspections.publishing.permissions import Verb, allow
from inspections.publishing.refusals import NotOpen, reason_of
from inspections.publishing.rewriting import rewrite
from inspections.queries.column_words import names_of, pointed_to
from inspections.queries.edition_after import NotHeldThen, edition_after
from inspections.queries.edition_rows import State


def restore_state(edition: int, *, act: UUID, by: User, reason: str) -> Edition:
    """A draft that says what the edition of that id said after an act of its history.

    A draft is itself put back, as one more act of its history. Of what was public, or was deleted, a new draft is made,
    and who has worked on that edition has worked on the draft.
    Raises NotOpen, with nothing written: in review, or another edition of the inspection is worked on; not held then;
    nothing would change; what it points to, as the document it cites, is no longer held.
    """
    allow(by, Verb.RESTORE)
    if not reason.strip():
        raise NotOpen("Nothing is made to say again what it said before without a reason.")
    try:
        with transaction.atomic(), acting(by, restore_state=str(act), of_edition=edition, reason=reason):
            state = edition_after(edition, act)
            _refuse_if_gone(state)
            return _restored(edition, state, reason=reason)
    except NotHeldThen as error:
        raise NotOpen(str(error)) from error
    except IntegrityError as error:
        raise NotOpen(f"It can't be put back: {reason_of(error)}") from error


def _restored(edition: int, state: State, *, reason: str) -> Edition:
    held = Edition.objects.select_for_update().filter(pk=edition).first()
    if held and held.state == EditionState.DRAFT:
        if not rewrite(held, state):
            raise NotOpen(f"{held} says that already.")
        return held
    was: Edition = state[Edition][0]  # type: ignore[assignment]
    if open_one := Edition.objects.open().filter(inspection=was.inspection_id).first():
        raise NotOpen(f"{open_one} is being worked on already: take it back or delete it first.")
    return drafted(state, reason=reason if held else was.reason)


def _refuse_if_gone(state: State) -> None:
    """What an edition says points to documents, standards, themes and people that are none of its own."""
    pointed: dict[type[Model], set[Any]] = defaultdict(set)
    for model, key in (at for rows in state.values() for row in rows for at in pointed_to(row)):
        if model not in state:
            pointed[model].add(key)
    for model, keys in pointed.items():
        if gone := keys - set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)):
            names = names_of((model, key) for key in gone)
            told = ", ".join(sorted(names.get((model, key), f"no. {key}") for key in gone))
            raise NotOpen(f"It can't be put back: it needs {model._meta.verbose_name_plural} that are gone: {told}.")
