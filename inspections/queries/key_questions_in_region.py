"""All delivery units of a region on every key question, in one round."""

from collections import Counter
from collections.abc import Iterable

from inspections.models import DeliveryUnit, Edition, KeyQuestion, KeyQuestionResult
from inspections.queries.key_questions_of_inspection import of_one_standard
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, absence, edition_row
from inspections.rows import KeyQuestionRow, Place, Strand

STRANDS = [*Strand, ""]


def key_questions_in_region(region_slug: str, round_label: str) -> tuple[KeyQuestionRow, ...]:
    """For every question a row for each delivery unit, by name: its published result, or why there is none.

    By framework, the later first, then strand (those on none last) and standard. A unit that was inspected by another
    framework in this round has no row. Five statements, whatever the number of units and questions; () where the
    frameworks of the round have no questions.
    """
    units = list(DeliveryUnit.objects.filter(region__slug=region_slug))
    editions = {
        edition.inspection.delivery_unit_id: edition
        for edition in Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .select_related(*WITH_PLACE, "report")
        .prefetch_related(WITH_DATES)
    }
    results = KeyQuestionResult.objects.filter(edition__in=editions.values()).select_related(
        "citation__source", "key_question__standard__theme"
    )
    questions = _questions(editions.values())
    asked = Counter(question.standard_id for question in questions)
    held = _rows_held(results, {edition.pk: edition for edition in editions.values()}, asked)
    return tuple(
        held.get((unit.pk, question.pk)) or _missing(question, unit, editions.get(unit.pk))
        for question in questions
        for unit in units
        if unit.pk not in editions or editions[unit.pk].inspection.framework_id == question.standard.framework_id
    )


def _rows_held(
    results: Iterable[KeyQuestionResult], editions: dict[int, Edition], asked: Counter[int]
) -> dict[tuple[int | None, int], KeyQuestionRow]:
    """The rows of the results by unit and question, with the lowest of each standard of each inspection marked.

    `asked`: how many questions each standard has.
    """
    of_standard: dict[tuple[int, int], list[KeyQuestionResult]] = {}
    for result in results:
        of_standard.setdefault((result.edition_id, result.key_question.standard_id), []).append(result)
    rows, edition_rows = {}, {pk: edition_row(edition) for pk, edition in editions.items()}
    for (edition_pk, standard_pk), group in of_standard.items():
        edition = editions[edition_pk]
        marked = of_one_standard(group, edition, edition_rows[edition_pk], asked=asked[standard_pk])
        for result, row in zip(group, marked, strict=True):
            rows[edition.inspection.delivery_unit_id, result.key_question_id] = row
    return rows


def _questions(editions: Iterable[Edition]) -> list[KeyQuestion]:
    """Every question of the frameworks of the editions, in the order of the rows."""
    questions = (
        KeyQuestion.objects.filter(standard__framework__in={edition.inspection.framework_id for edition in editions})
        .select_related("standard__framework", "standard__theme")
        .order_by("standard__position", "number")
    )
    by_strand = sorted(questions, key=lambda question: STRANDS.index(question.strand))
    return sorted(by_strand, key=lambda question: question.standard.framework.code, reverse=True)


def _missing(question: KeyQuestion, unit: DeliveryUnit, edition: Edition | None) -> KeyQuestionRow:
    return KeyQuestionRow(
        framework=question.standard.framework.name,
        standard=question.standard.name,
        theme=question.standard.theme.slug,
        number=question.number,
        strand=Strand(question.strand) if question.strand else None,
        text=question.text,
        percentage=None,
        numerator=None,
        denominator=None,
        numerator_is_inferred=False,
        source=None,
        unit=Place(name=unit.name, slug=unit.slug),
        absence=absence(edition),
    )
