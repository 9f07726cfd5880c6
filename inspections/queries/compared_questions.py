"""The key questions of several delivery units, side by side."""

from collections.abc import Sequence
from itertools import groupby

from inspections.models import KeyQuestion, KeyQuestionResult
from inspections.queries.compared_subjects import Subject
from inspections.queries.key_questions_of_inspection import question_rows, with_number_asked
from inspections.rows import ComparedQuestion, KeyQuestionRow, Place, Strand

Identity = tuple[str, str]


def compared_questions(subjects: Sequence[Subject]) -> tuple[ComparedQuestion, ...]:
    """Every question with a result of one of the units, by standard and number. One statement."""
    editions = {subject.edition.pk: subject.edition for subject in subjects if subject.edition}
    results = list(with_number_asked(KeyQuestionResult.objects.filter(edition__in=editions)))
    rows: dict[tuple[int, Identity], KeyQuestionRow] = {}
    for pk, group in groupby(results, key=lambda result: result.edition_id):
        of_one = list(group)
        for result, row in zip(of_one, question_rows(of_one, editions[pk]), strict=True):
            rows[pk, _identity(result.key_question)] = row
    asked: dict[Identity, KeyQuestion] = {}
    for question in sorted((result.key_question for result in results), key=_order):
        asked.setdefault(_identity(question), question)
    return tuple(
        ComparedQuestion(
            theme=Place(name=question.standard.theme.name, slug=question.standard.theme.slug),
            strand=Strand(question.strand) if question.strand else None,
            cells=tuple(
                rows[subject.edition.pk, identity]
                if subject.edition and (subject.edition.pk, identity) in rows
                else _missing(question, subject)
                for subject in subjects
            ),
        )
        for identity, question in asked.items()
    )


def _identity(question: KeyQuestion) -> Identity:
    """Frameworks share a question by theme and strand. One that is on no strand is of its own framework only."""
    return question.standard.theme.slug, question.strand or f"{question.standard.framework_id}-{question.number}"


def _order(question: KeyQuestion) -> tuple[int, int, int]:
    return question.standard.theme.position, question.number, question.pk


def _missing(question: KeyQuestion, subject: Subject) -> KeyQuestionRow:
    """That a unit has no result of a question, and why. In another framework its words are not known to be the same."""
    edition = subject.edition
    is_same = edition is not None and edition.inspection.framework_id == question.standard.framework_id
    return KeyQuestionRow(
        standard=question.standard.theme.name,
        theme=question.standard.theme.slug,
        number=question.number,
        strand=Strand(question.strand) if question.strand else None,
        text=question.text if is_same else "",
        percentage=None,
        numerator=None,
        denominator=None,
        numerator_is_inferred=False,
        source=None,
        unit=subject.place,
        edition=subject.edition_row,
        report_title=edition.report.title if edition and edition.report else "",
        absence=subject.absence(question.standard.theme.slug),
        framework=edition.inspection.framework.name if edition else "",
    )
