"""What a row changes in what is held. The inspectorate's word stands against the press; a row never takes away."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspections.importing.ratings.rows import DATES
from inspections.importing.ratings.values import Value
from inspections.importing.recording.differences import Difference


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`changed` are the columns to write; `notes` say what stays although the row says something else, or nothing."""

    changed: dict[str, Value]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def compared(said: Mapping[str, Value], held: Mapping[str, Value]) -> Comparison:
    """A row beside what a table, or a person, said of the inspection before."""
    changed = {column: value for column, value in said.items() if _is_change(column, value, held.get(column))}
    standing = {column: value for column, value in said.items() if column not in changed}
    kept = [in_words(column) for column in held if column not in said]
    return Comparison(
        changed=changed,
        differences=tuple(_difference(column, value, held.get(column)) for column, value in changed.items()),
        notes=(
            *stands(standing, held),
            *([f"kept, as the row says nothing of it: {', '.join(kept)}"] if kept else []),
        ),
    )


def stands(said: Mapping[str, Value], held: Mapping[str, Value]) -> tuple[str, ...]:
    """Each value that is held and stays, although the row says another."""
    return tuple(
        f"{in_words(column)}: the row says {value}; {held[column]} stands"
        for column, value in said.items()
        if column in held and value.text != held[column].text
    )


def disagreements(said: Mapping[str, Value], report: Mapping[str, Value]) -> tuple[str, ...]:
    """Each value for which the report that is held says another. A date known less exactly is no other date."""
    return tuple(
        f"{in_words(column)}: the row says {value}, the report says {report[column].text}"
        for column, value in said.items()
        if column in report and not _is_same(column, value.text, report[column].text)
    )


def in_words(column: str) -> str:
    """The name of a column for a reader."""
    return column.replace("_", " ")


def _is_change(column: str, said: Value, held: Value | None) -> bool:
    if held is None:
        return True
    if said.is_press and not held.is_press:
        return False
    if held.is_press and not said.is_press:
        return True
    if said.text == held.text:
        return _has_better_address(said, held)
    is_less_exact = column in DATES and held.text.startswith(said.text)
    return not is_less_exact


def _has_better_address(said: Value, held: Value) -> bool:
    """Whether the row gives the address that was not held, or another for the document of the same title."""
    new, old = said.document, held.document
    return bool(new.url) and new.url != old.url and (not old.url or new.title == old.title)


def _is_same(column: str, one: str, other: str) -> bool:
    return one == other or (column in DATES and (one.startswith(other) or other.startswith(one)))


def _difference(column: str, said: Value, held: Value | None) -> Difference:
    if held and said.text == held.text and said.origin == held.origin:
        return Difference(key=in_words(column), before=_with_address(held), after=_with_address(said))
    return Difference(key=in_words(column), before=str(held) if held else None, after=str(said))


def _with_address(value: Value) -> str:
    return f"{value}, {value.document.url or 'address not held'}"
