"""What is deleted together with a fact, said beside the box that deletes it. Its themes are part of it."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from inspections import wording
from inspections.models import Finding, MeasureValue

# What the rows of a table are asked with, so that each can say it.
OF_FINDING = ("figures__measure_value__measure", "quotations")
OF_MEASURE_VALUE = ("comparators",)


def tell_what_goes_with(tables: Iterable[Any]) -> None:
    """Put it on the rows of the tables of a page, as `goes_with`; "" where nothing does, and for a row that is none."""
    for table in tables:
        for form in table.formset.initial_forms:
            form.instance.goes_with = "; ".join(_named(form.instance)) if form.instance.pk else ""


@singledispatch
def _named(fact: object) -> Iterator[str]:
    """ "figures 27% and 38%", "quotation “My officer listens to me.”": kind by kind."""
    yield from ()


@_named.register
def _(fact: Finding) -> Iterator[str]:
    figures = list(fact.figures.all())
    yield from _kind("figure", (_value(figure) for figure in figures))
    compared = (figure.measure_value.measure.name for figure in figures if hasattr(figure, "measure_value"))
    yield from _kind("figure compared", compared, several="figures compared")
    yield from _kind("quotation", (f"“{quotation}”" for quotation in fact.quotations.all()))


@_named.register
def _(fact: MeasureValue) -> Iterator[str]:
    yield from _kind("comparison", (f"with {beside.place or beside.kind}" for beside in fact.comparators.all()))


def _value(figure: Any) -> str:
    """ "27%", "3 of 7"."""
    if figure.numerator is not None and figure.denominator is not None:
        return wording.count_of(figure.numerator, figure.denominator)
    return wording.value_with_unit(figure.value, figure.unit)


def _kind(one: str, names: Iterable[str], several: str = "") -> Iterator[str]:
    if found := list(names):
        yield f"{one if len(found) == 1 else several or f'{one}s'} {wording.listed(found)}"
