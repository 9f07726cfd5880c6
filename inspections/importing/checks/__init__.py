"""Does a report agree with itself, and with the rules that are sourced? Pure: a report in, named problems out.

Nothing here changes what was read: a published rating or score is never replaced by arithmetic.
"""

from inspections.importing.checks.dates import (
    dates_are_in_order,
    starts_agree,
)
from inspections.importing.checks.figures import (
    figures_agree_with_their_counts,
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
from inspections.importing.parsed import ParsedReport, Problem

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
    sample_adds_up,
    starts_agree,
    dates_are_in_order,
    recommendations_run_from_one,
    quotation_marks_balance,
    text_ends_as_a_sentence,
)


def check(report: ParsedReport) -> tuple[Problem, ...]:
    """Every problem of the report's source, check by check."""
    return tuple(problem for source_check in CHECKS for problem in source_check(report))
