"""Figures of the prose, and the sample, against their own counts."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from inspections.importing.checks.problems import CONFIRM, MUST_FIX, about
from inspections.importing.checks.questions import ALL, is_reachable, step
from inspections.importing.parsed import ParsedReport, Problem, ProblemType


def figures_agree_with_their_counts(report: ParsedReport) -> Iterator[Problem]:
    """No part is larger than its whole, and "94 per cent (61 out of 65)" is right by itself."""
    for figure in report.figures:
        part, whole = figure.numerator, figure.denominator
        if part is None or whole is None:
            continue
        if part > whole:
            message = f"{part} is more than the {whole} it is said to be out of."
            yield about(ProblemType.COUNT_ABOVE_BASE, MUST_FIX, figure, message, figure.section, text=figure.text)
        elif figure.unit == "%" and whole > 0 and rounded_share(part, whole, figure.value) != figure.value:
            message = f"{part} out of {whole} is {rounded_share(part, whole, figure.value)}%, not {figure.value}%."
            yield about(ProblemType.PERCENTAGE_UNREACHABLE, CONFIRM, figure, message, figure.section, text=figure.text)


def counts_have_a_base(report: ParsedReport) -> Iterator[Problem]:
    """ "34 (83 per cent)" prints no base: there is a whole number of which 34 is 83 per cent."""
    for figure in report.figures:
        part, share = figure.numerator, figure.value
        if figure.unit != "%" or part is None or figure.denominator is not None or not 0 < share <= ALL:
            continue
        nearest = int((Decimal(ALL * part) / share).to_integral_value())
        reach = nearest // ALL + 2
        if not any(
            rounded_share(part, n, share) == share for n in range(max(part, nearest - reach, 1), nearest + reach)
        ):
            message = f"There is no whole number of which {part} is {share}%."
            yield about(ProblemType.PERCENTAGE_UNREACHABLE, CONFIRM, figure, message, figure.section, text=figure.text)


def measures_are_reachable(report: ParsedReport) -> Iterator[Problem]:
    """A measure's percentage is a whole number, rounded, of the base that another sentence gives."""
    for value in report.measure_values:
        if value.unit == "%" and value.n_is_inferred and value.n and 0 <= value.value <= ALL:
            figure = report.figures[value.figure]
            if not is_reachable(value.value, value.n):
                message = f"No whole number of {value.n} is {value.value}%: the base may be another."
                type_ = ProblemType.PERCENTAGE_UNREACHABLE
                yield about(type_, CONFIRM, figure, message, figure.section, text=figure.quote)


def sample_adds_up(report: ParsedReport) -> Iterator[Problem]:
    """Where the report prints the number of cases and its parts, they agree."""
    sample = report.sample
    if sample.cases and sample.community_orders and sample.releases_on_licence:
        parts = sample.community_orders.value + sample.releases_on_licence.value
        if parts != sample.cases.value:
            message = (
                f"The community orders and releases on licence are {parts} cases, the report says {sample.cases.value}."
            )
            yield about(ProblemType.SAMPLE_DISAGREES, CONFIRM, sample.cases, message, "Background")


def rounded_share(part: int, whole: int, like: Decimal) -> Decimal:
    """The percentage that `part` of `whole` is, with as many decimals as `like`. Halves go up."""
    return (Decimal(100 * part) / whole).quantize(step(like), rounding=ROUND_HALF_UP)
