"""Key questions: as many as the framework has, each with a percentage that the sample can reach."""

from collections.abc import Iterator
from decimal import Decimal

from inspections.importing.checks.problems import CONFIRM, MUST_FIX, about, about_standard
from inspections.importing.checks.ratings import maximum
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.rows import Strand

# By maximum score: how many key questions a standard of domain two has. It is sourced for the framework of 21 points
# (each has three, on a common axis); of the questions of the earlier ones nothing is.
QUESTIONS_PER_STANDARD = {21: 3}
WITH_QUESTIONS = 2  # the domain whose standards have key questions
ALL = 100  # per cent


def questions_are_complete(report: ParsedReport) -> Iterator[Problem]:
    """Every key question has a percentage, and a standard of domain two has its three.

    In a framework of which no questions are sourced any number may be right but none, which a person looks at.
    """
    expected = QUESTIONS_PER_STANDARD.get(maximum(report))
    for standard in report.standards:
        count = len(standard.key_questions)
        if standard.domain != WITH_QUESTIONS or standard.section is None or count == expected:
            pass
        elif expected is not None:
            message = f"{standard.name} has {count} key questions, where {expected} are expected."
            yield about_standard(ProblemType.QUESTION_MISSING, MUST_FIX, standard, message)
        elif count == 0:
            message = f"No key question of {standard.name} was read; how many its framework has is not known."
            yield about_standard(ProblemType.QUESTION_MISSING, CONFIRM, standard, message)
        for question in standard.key_questions:
            if question.percentage is None:
                message = f"Key question {question.number} of {standard.name} has no percentage."
                yield about(
                    ProblemType.QUESTION_MISSING, MUST_FIX, question, message, standard.name, text=question.text
                )


def questions_are_single(report: ParsedReport) -> Iterator[Problem]:
    """No key question twice in a standard, nor two of the same strand."""
    for standard in report.standards:
        texts: set[str] = set()
        strands: set[Strand] = set()
        for question in standard.key_questions:
            if question.text in texts:
                message = f"Key question {question.number} of {standard.name} stands there twice."
                yield about(
                    ProblemType.QUESTION_DOUBLED, MUST_FIX, question, message, standard.name, text=question.text
                )
            elif question.strand in strands:
                message = f"Two key questions of {standard.name} read as about {question.strand}."
                yield about(ProblemType.QUESTION_DOUBLED, CONFIRM, question, message, standard.name, text=question.text)
            texts.add(question.text)
            strands |= {question.strand} if question.strand else set()


def percentages_are_within_range(report: ParsedReport) -> Iterator[Problem]:
    """A percentage is between 0 and 100. In the prose some may be more ("134 per cent"), but not one with a count."""
    for standard in report.standards:
        for question in standard.key_questions:
            if question.percentage is not None and not 0 <= question.percentage <= ALL:
                message = f"{question.percentage}% is not between 0% and 100%."
                yield about(
                    ProblemType.PERCENTAGE_OUT_OF_RANGE, MUST_FIX, question, message, standard.name, text=question.text
                )
    for figure in report.figures:
        is_share = figure.unit == "%" and (figure.numerator is not None or figure.value < 0)
        if is_share and not 0 <= figure.value <= ALL:
            message = f"{figure.value}% is not between 0% and 100%."
            yield about(
                ProblemType.PERCENTAGE_OUT_OF_RANGE, MUST_FIX, figure, message, figure.section, text=figure.text
            )


def questions_are_reachable(report: ParsedReport) -> Iterator[Problem]:
    """A key question's percentage is a whole number of the inspected cases, rounded.

    One on no strand (court work) is not asked of every inspected case, so its base is not known.
    """
    cases = report.sample.cases.value if report.sample.cases else 0
    for standard in report.standards:
        for question in standard.key_questions:
            percentage = question.percentage if question.strand else None
            if cases > 0 and percentage is not None and 0 <= percentage <= ALL and not is_reachable(percentage, cases):
                message = f"No whole number of {cases} cases is {percentage}%."
                yield about(
                    ProblemType.PERCENTAGE_UNREACHABLE, CONFIRM, question, message, standard.name, text=question.text
                )


def is_reachable(percentage: Decimal, cases: int) -> bool:
    """Whether some whole number of the cases is that percentage, rounded; a half may have gone either way."""
    nearest = int((percentage * cases / 100).to_integral_value())
    shares = (Decimal(100 * part) / cases for part in (nearest - 1, nearest, nearest + 1))
    return any(abs(share - percentage) <= step(percentage) / 2 for share in shares)


def step(percentage: Decimal) -> Decimal:
    """The last place to which a percentage is printed: 1, or 0.1."""
    exponent = percentage.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
