"""A staged report with the answers given so far: what is right by now, and what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspections.importing.answers import Asked, Settling, in_words, settle
from inspections.importing.extract import Document
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport
from inspections.importing.recording.write_problems import AnsweredProblem, Settled
from inspections.importing.staging.known import known_to_store, looked_up
from inspections.importing.staging.lines import as_document
from inspections.models import Answer, StagedFile
from inspections.rows import ProblemLevel


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A staged report as corrected, its problems with what was said, and the answers by their problems' keys."""

    document: Document
    settling: Settling
    answers: Mapping[str, Answer]

    @property
    def report(self) -> ParsedReport:
        return self.settling.corrected.report

    @property
    def asked(self) -> tuple[Asked, ...]:
        return self.settling.asked

    def open(self, level: ProblemLevel) -> tuple[Asked, ...]:
        return self.settling.open(level)

    @property
    def settled(self) -> Settled:
        """What is recorded of its problems."""
        return Settled(
            problems=tuple(self._answered(asked) for asked in self.asked), framework=self.settling.corrected.framework
        )

    def _answered(self, asked: Asked) -> AnsweredProblem:
        answer = self.answers.get(asked.problem.key)
        if answer is None or asked.is_open:
            return AnsweredProblem(problem=asked.problem)
        return AnsweredProblem(
            problem=asked.problem, answer=in_words(answer.value), by=answer.answered_by, at=answer.answered_at
        )


def staged_report(file: StagedFile) -> Checked:
    """Read the kept lines of a file again, and apply its answers. Only for a report that has been read."""
    document = as_document(file.lines or {})
    return checked(file, parse(document), document)


def checked(file: StagedFile, report: ParsedReport, document: Document) -> Checked:
    """A report that was just read, with the answers to its file."""
    answers = {answer.problem: answer for answer in file.answers.select_related("answered_by")}
    return Checked(
        document=document,
        settling=settle(
            report, {key: answer.value for key, answer in answers.items()}, known_to_store(report), looked_up
        ),
        answers=answers,
    )


def keep_counts(file: StagedFile, found: Checked) -> None:
    """Set what lists say of a file, without saving it."""
    file.about = found.report.pdu.value[:200]
    counts = {level: len(found.open(level)) for level in ProblemLevel}
    file.must_fix, file.to_confirm = counts[ProblemLevel.MUST_FIX], counts[ProblemLevel.CONFIRM]
    file.notes = counts[ProblemLevel.NOTE]


def refresh_counts(file: StagedFile, found: Checked) -> None:
    """Save what lists say of a file, where that has changed."""
    before = (file.about, file.must_fix, file.to_confirm, file.notes)
    keep_counts(file, found)
    if before != (file.about, file.must_fix, file.to_confirm, file.notes):
        file.save(update_fields=["about", "must_fix", "to_confirm", "notes"])
