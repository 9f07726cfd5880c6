"""The one write of an import: a read report becomes a draft edition, wholly or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pghistory
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils.text import slugify

from inspections.importing.example_store import REFUSAL, is_example_store
from inspections.importing.match import Matched, close_names, known_regions, known_units, matched, normalised
from inspections.importing.parsed import ParsedReport, Problem
from inspections.importing.recording.carry_over import carry_over, told_by_others
from inspections.importing.recording.carry_themes import carry_themes, themes_by_key
from inspections.importing.recording.differences import (
    CITED_FIELDS,
    Difference,
    differences,
    facts_by_key,
    words_by_key,
)
from inspections.importing.recording.edition_facts import write_facts
from inspections.importing.recording.keys import KeyBook
from inspections.importing.recording.learn_questions import learn_questions
from inspections.importing.recording.rounds import free_label, held_inspection, round_year
from inspections.importing.recording.store_source import ReportFile, store_source
from inspections.importing.recording.write_problems import AnsweredProblem, Settled, without_answers, write_problems
from inspections.importing.recording.writing import Writing
from inspections.models import DeliveryUnit, Edition, EditionState, Framework, Inspection, Region


class NotRecorded(Exception):
    """The report can't be recorded as it is: one line that says why, with the problems to settle first."""

    def __init__(self, reason: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(reason)
        self.problems = problems


class Outcome(StrEnum):
    """What recording a report did."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """The edition that holds the report. `differences` is against the draft or published edition before it.

    `open_beside` is the newer edition that is being worked on while the report is the public one's.
    """

    edition: Edition
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    open_beside: Edition | None = None


def record_report(
    report: ParsedReport,
    file: ReportFile,
    *,
    by: User | None = None,
    create_places: bool = False,
    settled: Settled | None = None,
) -> Recorded:
    """Record a report as a draft: a new edition, or a new text of the open draft.

    `settled` is what a person said of its problems, and the framework they chose; without it they are kept as they
    were found. The same file twice changes nothing. Raises NotRecorded, with nothing written, where the store does not
    know the place (unless `create_places`) or the framework, or an edition is in review, or where the store is one of
    example data.
    """
    if is_example_store():
        raise NotRecorded(REFUSAL)
    with transaction.atomic(), pghistory.context(import_report=file.name):
        if held := _held(file):
            return _unchanged(held)
        if create_places:
            _create_places(report)
        found = matched(report, framework_code=settled.framework if settled else "")
        if not (found.is_complete and found.delivery_unit and found.framework):
            raise NotRecorded("; ".join(problem.message for problem in found.problems), found.problems)
        inspection = _inspection(report, found.delivery_unit, found.framework)
        if held := _held(file):  # by another import of this file, for which this one has waited
            return _unchanged(held)
        said = settled.problems if settled else without_answers((*report.problems, *found.problems))
        return _record(report, file, learn_questions(report, found), inspection, by=by, problems=said)


def held_editions(hashes: Iterable[str]) -> dict[str, Edition]:
    """The newest edition that was read from the very file of each SHA-256, and is open or public."""
    states = [EditionState.DRAFT, EditionState.IN_REVIEW, EditionState.PUBLISHED]
    found = Edition.objects.filter(report__file__sha256__in=set(hashes), state__in=states).order_by("number")
    related = ("inspection__delivery_unit", "inspection__region", "report__file")
    without_content = found.select_related(*related).defer("report__file__content")
    return {edition.report.file.sha256: edition for edition in without_content if edition.report}


def _held(file: ReportFile) -> Edition | None:
    return held_editions([file.sha256]).get(file.sha256)


def _unchanged(held: Edition) -> Recorded:
    others = Edition.objects.open().exclude(pk=held.pk).filter(inspection=held.inspection_id)
    return Recorded(edition=held, outcome=Outcome.UNCHANGED, open_beside=others.first())


def _create_places(report: ParsedReport) -> None:
    """Create the region and the delivery unit a report names, where none of that or of a close name is held.

    A name close to a held one is taken for a slip of the pen: such a place is added in the admin, by a person.
    """
    if report.region is None:
        return
    with connection.cursor() as cursor:  # two imports that would create the same place wait for each other
        cursor.execute("LOCK TABLE inspections_region IN SHARE ROW EXCLUSIVE MODE")
    region = known_regions().get(normalised(report.region.value))
    if region is None and not close_names(known_regions(), report.region.value):
        region = Region.objects.create(name=report.region.value, slug=_free_slug(Region, report.region.value))
    units, name = known_units(), report.pdu.value
    if region and normalised(name) not in units and not close_names(units, name):
        DeliveryUnit.objects.create(name=name, slug=_free_slug(DeliveryUnit, name), region=region)


def _free_slug(model: type[Region] | type[DeliveryUnit], name: str) -> str:
    slug = candidate = slugify(name)
    suffix = 2
    while model.objects.filter(slug=candidate).exists():
        candidate, suffix = f"{slug}-{suffix}", suffix + 1
    return candidate


def _inspection(report: ParsedReport, unit: DeliveryUnit, framework: Framework) -> Inspection:
    """The inspection the report is of: one held for its year and framework, or a new one."""
    year = round_year(report)
    if year is None:
        raise NotRecorded("The report gives no date, so the round it belongs to is not known.")
    unit = DeliveryUnit.objects.select_for_update().get(pk=unit.pk)  # two imports of one unit wait for each other
    held = held_inspection(unit, framework, str(year))
    label = free_label(unit, year)
    return held or Inspection.objects.create(
        delivery_unit=unit, framework=framework, round=label, key=f"{unit.slug}-{label}"
    )


def _record(
    report: ParsedReport,
    file: ReportFile,
    found: Matched,
    inspection: Inspection,
    *,
    by: User | None,
    problems: Sequence[AnsweredProblem],
) -> Recorded:
    editions = inspection.editions.select_for_update()
    draft = editions.filter(state=EditionState.DRAFT).first()
    if editions.filter(state=EditionState.IN_REVIEW).exists():
        raise NotRecorded(f"An edition of {inspection} is in review: take it back to draft first.")
    published = editions.filter(state=EditionState.PUBLISHED).first()
    before = draft or published
    known = {key: text for edition in editions.order_by("number") for key, text in words_by_key(edition).items()}
    said = facts_by_key(before) if before else {}
    told = told_by_others(edition for edition in (published, draft) if edition)
    themed = themes_by_key(edition for edition in (draft, published) if edition)
    edition = draft or Edition(inspection=inspection, number=max((e.number for e in editions), default=0) + 1)
    if draft:
        _empty(draft)
    stored = store_source(report, file, key=f"{inspection.key}-report", by=by)
    edition.report = stored.source
    edition.save()
    writing = Writing(edition=edition, report=report, matched=found, stored=stored, keys=KeyBook(inspection.key, known))
    write_facts(writing)
    write_problems(edition, problems)
    carry_over(told, writing)
    carry_themes(themed, edition)
    return Recorded(
        edition=edition,
        outcome=Outcome.UPDATED if draft else Outcome.CREATED,
        differences=differences(said, facts_by_key(edition)) if before else (),
    )


def _empty(draft: Edition) -> None:
    """Take every fact out of a draft, and the report it was read from, to write it anew."""
    report = draft.report
    for field in CITED_FIELDS:
        setattr(draft, f"{field}_citation", None)
    draft.overall_rating = draft.lead_inspector = draft.isbn = ""
    draft.score = draft.max_score = draft.recommendation_count = draft.report = None
    draft.save()
    for name in ("measure_values", "quotations", "figures", "findings", "dates", "sample_counts"):
        getattr(draft, name).all().delete()
    for name in ("standard_ratings", "key_question_results", "recommendations", "problems", "citations"):
        getattr(draft, name).all().delete()
    if report and not report.citations.exists() and not report.editions.exists():
        report.delete()
