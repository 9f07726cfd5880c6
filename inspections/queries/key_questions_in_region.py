"""All delivery units of a region on every key question, in one round."""

from inspections.models import Edition, KeyQuestionResult
from inspections.queries.key_questions_of_inspection import question_row
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE
from inspections.rows import KeyQuestionRow


def key_questions_in_region(region_slug: str, round_label: str) -> tuple[KeyQuestionRow, ...]:
    """The published results of the round. Three statements."""
    editions = {
        edition.pk: edition
        for edition in Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .select_related(*WITH_PLACE, "report")
        .prefetch_related(WITH_DATES)
    }
    results = KeyQuestionResult.objects.filter(edition__in=editions).select_related(
        "citation__source", "key_question__standard__theme"
    )
    return tuple(question_row(result, editions[result.edition_id], is_lowest=False) for result in results)
