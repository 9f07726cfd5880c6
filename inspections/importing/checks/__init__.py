"""Does a report agree with itself, and with the rules that are sourced? Pure: a report in, named problems out.

Nothing here changes what was read: a published rating or score is never replaced by arithmetic.
"""

from collections.abc import Sequence

from inspections.importing.checks.bands import Band, lowest_questions_give_ratings, score_gives_overall_rating
from inspections.importing.checks.confidence import (
    bases_stand_elsewhere,
    counts_are_inferred,
    figures_in_words,
    quotes_hold_their_numbers,
)
from inspections.importing.checks.dates import dates_are_in_order, starts_agree
from inspections.importing.checks.figures import (
    counts_have_a_base,
    figures_agree_with_their_counts,
    measures_are_reachable,
    sample_adds_up,
)
from inspections.importing.checks.questions import (
    percentages_are_within_range,
    questions_are_complete,
    questions_are_reachable,
    questions_are_single,
)
from inspections.importing.checks.ratings import (
    chapters_repeat_ratings,
    maximum_is_known,
    score_is_sum_of_points,
    score_is_within_maximum,
    standards_are_complete,
    standards_are_single,
)
from inspections.importing.checks.text import (
    facts_are_stated,
    quotation_marks_balance,
    recommendations_run_from_one,
    sections_are_single,
    text_ends_as_a_sentence,
)
from inspections.importing.checks.twice import (
    footers_name_the_unit,
    measures_are_single,
    overall_ratings_agree,
    publication_dates_agree,
    scores_agree,
)
from inspections.importing.parsed import ParsedReport, Problem

__all__ = ["CHECKS", "Band", "check", "check_bands"]

CHECKS = (
    facts_are_stated,
    score_is_sum_of_points,
    score_is_within_maximum,
    maximum_is_known,
    standards_are_complete,
    standards_are_single,
    chapters_repeat_ratings,
    questions_are_complete,
    questions_are_single,
    sections_are_single,
    percentages_are_within_range,
    questions_are_reachable,
    figures_agree_with_their_counts,
    counts_have_a_base,
    measures_are_reachable,
    sample_adds_up,
    starts_agree,
    dates_are_in_order,
    recommendations_run_from_one,
    quotation_marks_balance,
    text_ends_as_a_sentence,
    scores_agree,
    overall_ratings_agree,
    publication_dates_agree,
    measures_are_single,
    footers_name_the_unit,
    counts_are_inferred,
    bases_stand_elsewhere,
    figures_in_words,
    quotes_hold_their_numbers,
)


def check(report: ParsedReport) -> tuple[Problem, ...]:
    """Every problem of the report's source, check by check."""
    return tuple(problem for source_check in CHECKS for problem in source_check(report))


def check_bands(report: ParsedReport, *, percentage: Sequence[Band], score: Sequence[Band]) -> tuple[Problem, ...]:
    """Where published ratings and bands differ. Only verified bands may be passed."""
    return (*lowest_questions_give_ratings(report, percentage), *score_gives_overall_rating(report, score))
