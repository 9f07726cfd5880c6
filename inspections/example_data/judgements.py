"""The ratings and key questions of a made-up report."""

from inspections.example_data import numbers, texts
from inspections.example_data.findings import write_findings
from inspections.example_data.numbers import Share
from inspections.example_data.written import WrittenReport
from inspections.models import Area, CountsOrigin, KeyQuestion, KeyQuestionResult, Standard, StandardRating
from inspections.ratings import Rating, points_total
from inspections.rows import FindingKind, ParagraphRole, SectionKind

WITHOUT_A_CASE = "reviewing"  # the standard that in every fourth report has a question met in no case at all
Judged = tuple[Standard, Rating, list[tuple[KeyQuestion, Share]]]


def judged(report: WrittenReport) -> list[Judged]:
    """Every standard with its rating, which the lowest answer drives; where it has none, the unit's quality does."""
    # Where the report does not say how many cases there were, its percentages are still of some number.
    cases = report.samples.cases or report.random.randint(30, 60)
    return [_judged(report, standard, cases) for standard in report.visit.standards]


def _judged(report: WrittenReport, standard: Standard, cases: int) -> Judged:
    random, quality = report.random, report.visit.quality
    questions = report.visit.definitions.questions.get(standard.pk, [])
    answers = [numbers.share(random, cases, quality) for _ in questions]
    if answers and standard.theme.slug == WITHOUT_A_CASE and report.visit.number % 4 == 0:
        answers[random.randrange(len(answers))] = Share(count=0, n=cases)
    lowest = min((answer.percentage for answer in answers), default=None)
    rating = numbers.rating(numbers.quality(random, quality) if lowest is None else lowest)
    return standard, rating, list(zip(questions, answers, strict=True))


def write_outcome(report: WrittenReport, standards: list[Judged]) -> None:
    """The overall rating, and the score: the sum of the points."""
    place, most = report.visit.place, report.visit.framework.max_score
    ratings = [rating for _, rating, _ in standards]
    overall, score = numbers.overall(ratings, of=most), points_total(ratings)
    report.begin(SectionKind.RATINGS, "Ratings")
    report.visit.say_outcome(
        report.edition,
        overall=(overall, report.say("overall-rating", texts.rated(place, "overall", overall))),
        score=(score, report.say("score", texts.scored(place, score, most))),
    )


def write_standard(report: WrittenReport, judged: Judged) -> None:
    """The chapter of a standard: its rating with the reason, its key questions, what was found."""
    standard, rating, answers = judged
    place, theme = report.visit.place, standard.theme.slug
    report.begin(SectionKind.STANDARD, standard.name)
    summary = texts.summary(place, standard.name, rating)
    report.add(
        StandardRating(
            edition=report.edition,
            citation=report.say(f"{theme}-rating", texts.rated(place, standard.name, rating), ParagraphRole.RATING),
            standard=standard,
            rating=rating,
            summary=summary,
            summary_citation=report.say(f"{theme}-summary", summary),
        )
    )
    for question, answer in answers:
        _write_answer(report, theme, question, answer)
    write_findings(report, Area.STANDARD, _kinds(report, is_of_cases=bool(answers)), standard=standard)


def _kinds(report: WrittenReport, *, is_of_cases: bool) -> list[FindingKind]:
    """Where cases are judged findings are plain, as in the inspectorate's domain two."""
    if is_of_cases:
        return [FindingKind.FINDING] * 3
    strengths, areas = report.random.randint(1, 3), report.random.randint(1, 2)
    return [FindingKind.STRENGTH] * strengths + [FindingKind.AREA_FOR_IMPROVEMENT] * areas


def _write_answer(report: WrittenReport, theme: str, question: KeyQuestion, answer: Share) -> None:
    """With counts that the report prints, or that are worked out, or without any where n is not stated."""
    is_counted = report.samples.cases is not None
    is_printed = is_counted and report.visit.number % 3 == 0
    text = texts.answered(report.visit.place, question.text, answer, is_count_printed=is_printed)
    origin = CountsOrigin.PUBLISHED if is_printed else CountsOrigin.INFERRED
    report.add(
        KeyQuestionResult(
            edition=report.edition,
            citation=report.say(f"{theme}-q{question.number}", text, ParagraphRole.ROW),
            key_question=question,
            percentage=answer.percentage,
            numerator=answer.count if is_counted else None,
            denominator=answer.n if is_counted else None,
            counts_origin=origin if is_counted else "",
        )
    )
