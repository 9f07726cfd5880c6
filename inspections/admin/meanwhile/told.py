"""What somebody else has changed meanwhile, field by field, for whoever is asked about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.forms import ModelChoiceField

from inspections.admin.meanwhile.values import At, Values


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A value as it was seen, as it is now, and what was typed; `by` is who changed it, "" where that is not known."""

    row: str
    field: str
    seen: str
    now: str
    typed: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Sides:
    """The values of a page as its editor saw them, as they are now, and as they came back."""

    seen: Values
    now: Values
    typed: Values

    def typed_at(self, at: At) -> str | None:
        """What was typed there, None where the value came back as it was seen."""
        return self.typed[at] if at in self.typed and self.typed[at] != self.seen.get(at) else None


def differences(
    sides: Sides, *, forms: Mapping[tuple[str, str], Any], models: Mapping[str, type[Model]]
) -> list[Difference]:
    """Every place that is otherwise now than it was seen; of rows that came or went, the row as a whole.

    `forms` are those of the rows held now, by table and row; `models` those of the tables.
    """
    changed: dict[tuple[str, str], list[At]] = {}
    for at in {**sides.seen, **sides.now}:
        if sides.seen.get(at) != sides.now.get(at):
            changed.setdefault((at.table, at.row), []).append(at)
    found: list[Difference] = []
    for (table, pk), places in changed.items():
        by = _who(models[table], pk)
        if form := forms.get((table, pk)):
            found += _of_form(form, places, sides, by)
        else:
            found.append(_of_deleted(str(models[table]._meta.verbose_name), places, sides, by))
    return found


def _of_form(form: Any, places: list[At], sides: Sides, by: str) -> Iterator[Difference]:
    row = str(form.instance)
    if not any(at in sides.seen for at in places):
        yield Difference(row=row, field="the whole of it", seen="", now="added", typed="", by=by)
        return
    for at in (at for at in places if at.field in form.fields):
        yield Difference(
            row=row,
            field=str(form[at.field].label),
            seen=_words(form, at, sides.seen.get(at, "")),
            now=_words(form, at, sides.now.get(at, "")),
            typed=_words(form, at, sides.typed_at(at) or ""),
            by=by,
        )


def _of_deleted(name: str, places: list[At], sides: Sides, by: str) -> Difference:
    typed = "; ".join(text for at in places if (text := sides.typed_at(at)))
    return Difference(row=f"a {name}", field="the whole of it", seen="held", now="deleted", typed=typed, by=by)


def _words(form: Any, at: At, text: str) -> str:
    """A value as people say it: the name of what was chosen."""
    field = form.fields[at.field]
    if isinstance(field, ModelChoiceField):
        chosen = field.queryset.filter(pk=text).first() if text.isdecimal() else None
        return str(chosen) if chosen else text
    return str(dict(getattr(field, "choices", [])).get(text, text))


def _who(model: type[Model], pk: str) -> str:
    """Who has changed a row last, by the history that the database keeps."""
    events = getattr(model, "pgh_event_model", None)
    if events is None or not pk.isdecimal():
        return ""
    last = events._default_manager.filter(id=pk).select_related("pgh_context").order_by("-pgh_id").first()
    user = last.pgh_context.metadata.get("user") if last and last.pgh_context else None
    return User.objects.filter(pk=user).values_list("username", flat=True).first() or "" if user else ""
