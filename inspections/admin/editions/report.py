"""The forms of an edition's page, put in the order of the report: standard by standard, each with all that is of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from inspections.models import Area, Standard

Row = Any  # django.contrib.admin.helpers.InlineAdminForm: a form with the row it was filled from, as `original`


@dataclass(kw_only=True)
class Part:
    """A part of the report: a standard with its rating and key questions, or another section."""

    title: str
    anchor: str
    standard: Standard | None = None
    area: str = ""
    ratings: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    quotations: list[Row] = field(default_factory=list)


def parts_of_report(tables: Iterable[Any], standards: Iterable[Standard]) -> list[Part]:
    """Every standard of the framework in its order, also one of which nothing is held; then the sections that are.

    A row that was sent back with another's id, or none, has no place: the page says that it could not be saved.
    """
    rows = {table.opts.model._meta.model_name: [row for row in table if row.original] for table in tables}
    parts = {
        standard.pk: Part(title=str(standard), anchor=f"standard-{standard.pk}", standard=standard, area=Area.STANDARD)
        for standard in standards
    }
    sections = {
        area: Part(title=label.capitalize(), anchor=f"area-{area}", area=area)
        for area, label in Area.choices
        if area != Area.STANDARD
    }
    for row in rows.get("standardrating", []):
        parts[row.original.standard_id].ratings.append(row)
    for row in rows.get("keyquestionresult", []):
        parts[row.original.key_question.standard_id].questions.append(row)
    for row in rows.get("finding", []):
        found = row.original
        (parts[found.standard_id] if found.standard_id else sections[found.area]).findings.append(row)
    for row in rows.get("quotation", []):
        sections.get(row.original.area, sections[Area.OTHER]).quotations.append(row)
    return [*parts.values(), *(part for part in sections.values() if part.findings or part.quotations)]
