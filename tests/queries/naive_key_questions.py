"""The key questions of a region once more, as plainly as can be."""

from types import SimpleNamespace

from inspections import models
from inspections.rows import KeyQuestionRow, Strand
from tests.queries import naive
from tests.queries.naive import Store

STRANDS = ["engagement", "desistance", "keeping other people safe", ""]


def key_questions_in_region(store: Store, region_slug: str, label: str) -> tuple[KeyQuestionRow, ...]:
    """Question by question, looked up among the rows of the inspection of each unit."""
    units = naive.units_of(store, region_slug)
    rows = []
    for framework in _frameworks(store, units, label):
        for strand in STRANDS:
            for standard in naive.standards_in_order(store, framework.id):
                for question in _questions(store, standard, strand):
                    for unit in units:
                        edition, inspection = naive.edition_in(store, unit, label)
                        if edition is None or inspection.framework_id == framework.id:
                            rows.append(_row(store, framework, standard, question, unit, edition))
    return tuple(rows)


def rounds_with_key_questions(store: Store, region_slug: str) -> tuple[str, ...]:
    labels = set()
    for unit in naive.units_of(store, region_slug):
        for edition, inspection in naive.published(store, unit):
            if store.of(models.KeyQuestionResult, edition):
                labels.add(inspection.round)
    return tuple(sorted(labels, reverse=True))


def _frameworks(store: Store, units: list[SimpleNamespace], label: str) -> list[SimpleNamespace]:
    inspections = [naive.edition_in(store, unit, label)[1] for unit in units]
    found = {inspection.framework_id for inspection in inspections if inspection}
    frameworks = [row for row in store.rows(models.Framework) if row.id in found]
    return sorted(frameworks, key=lambda row: row.code, reverse=True)


def _questions(store: Store, standard: SimpleNamespace, strand: str) -> list[SimpleNamespace]:
    rows = [row for row in store.rows(models.KeyQuestion) if (row.standard_id, row.strand) == (standard.id, strand)]
    return sorted(rows, key=lambda row: row.number)


def _row(store: Store, framework, standard, question, unit, edition) -> KeyQuestionRow:  # noqa: PLR0917
    theme = naive.theme_of(store, standard)
    held = naive.key_questions_of_inspection(store, edition, theme) if edition else ()
    for row in held:
        if row.number == question.number:
            return row
    return KeyQuestionRow(
        framework=framework.name,
        standard=standard.name,
        theme=theme,
        number=question.number,
        strand=Strand(question.strand) if question.strand else None,
        text=question.text,
        percentage=None,
        numerator=None,
        denominator=None,
        numerator_is_inferred=False,
        source=None,
        unit=naive.place(unit),
        absence=naive.absence(edition),
    )
