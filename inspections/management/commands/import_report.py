import dataclasses
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from inspections.importing.as_json import as_json
from inspections.importing.extract import MAX_FILE_BYTES, NotReadable, extract
from inspections.importing.match import matched
from inspections.importing.parse import NotAReport, parse
from inspections.importing.parsed import ParsedReport, Problem, ProblemType
from inspections.importing.recording.record import NotRecorded, Outcome, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.management.given_file import content_of, in_one_line
from inspections.models import Edition, SourceFile
from inspections.rows import ProblemLevel


class Command(BaseCommand):
    help = "Read an inspection report and record it as a draft. docs/report-json.md describes what --json prints."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the report: its PDF, its web page as HTML, or its text")
        parser.add_argument("--dry-run", action="store_true", help="read and check only; write nothing")
        parser.add_argument("--json", action="store_true", help="print all that was read as one JSON object")
        parser.add_argument(
            "--create-places",
            action="store_true",
            help="create the region and delivery unit if no name like theirs is held",
        )

    def handle(self, *, file, dry_run, create_places, **options):
        name = in_one_line(file.name)
        try:
            content = content_of(file, most=MAX_FILE_BYTES)
            report = parse(extract(content))
        except OSError as error:
            raise CommandError(f"{in_one_line(str(file))}: {error.strerror}.") from error
        except (NotReadable, NotAReport) as error:
            raise CommandError(f"{name}: {error}") from error
        unknown = _unknown_to_store(report) if dry_run else ()
        if options["json"]:
            shown = dataclasses.replace(report, problems=(*report.problems, *unknown))
            self.stdout.write(json.dumps(as_json(shown), indent=1, ensure_ascii=False))
        else:
            self._summarise(report, unknown)
        if not dry_run:
            self._record(report, ReportFile(name=name, content=content), create_places=create_places)

    def _summarise(self, report: ParsedReport, unknown: tuple[Problem, ...]) -> None:
        findings = [finding for part in (*report.standards, *report.sections) for finding in part.findings]
        questions = [question for standard in report.standards for question in standard.key_questions]
        quotations = [quotation for section in report.sections for quotation in section.quotations]
        self.stdout.write(
            f"{report.title.value}: {len(report.standards)} standards, {len(questions)} key questions, "
            f"{len(findings)} findings, {len(quotations)} quotations, {len(report.recommendations)} recommendations, "
            f"{len(report.figures)} figures."
        )
        for problem in (*report.problems, *unknown):
            place = f"line {problem.line}: " if problem.line else ""
            self.stdout.write(f"  {problem.level.value.replace('_', ' ')}: {place}{problem.message}")

    def _record(self, report: ParsedReport, file: ReportFile, *, create_places: bool) -> None:
        try:
            recorded = record_report(report, file, create_places=create_places)
        except NotRecorded as error:
            raise CommandError(f"{file.name}: not recorded. {error}") from error
        except DatabaseError as error:
            raise CommandError(
                f"{file.name}: not recorded, the store refused it. {str(error).splitlines()[0]}"
            ) from error
        words = {Outcome.CREATED: "recorded", Outcome.UPDATED: "updated", Outcome.UNCHANGED: "held already, unchanged"}
        beside = _open_beside(recorded.open_beside) if recorded.open_beside else ""
        self.stderr.write(f"{recorded.edition}: {words[recorded.outcome]}.{beside}", self.style.SUCCESS)
        for difference in recorded.differences:
            self.stderr.write(f"  {difference}", self.style.NOTICE)


def _open_beside(edition: Edition) -> str:
    """What else is open, and of which file: this import has not gone back to the file it was given."""
    file = SourceFile.objects.filter(source=edition.report_id).first()
    origin = f"from another file, {file.name}" if file else "without a report"
    return f" Edition {edition.number} ({edition.get_state_display()}), {origin}, is open and stays as it is."


def _unknown_to_store(report: ParsedReport) -> tuple[Problem, ...]:
    """What a dry run would stumble on when recording. A store that is not set up is a problem like the others."""
    try:
        return matched(report).problems
    except DatabaseError:
        return (
            Problem(
                type=ProblemType.STORE_NOT_READY,
                level=ProblemLevel.NOTE,
                message="The store is not set up, so places and standards were not looked up: run `make run` once.",
            ),
        )
