"""What the store holds that an answer can choose from, and what it does not know of a report."""

from collections.abc import Mapping

from inspections.importing.answers import Corrected, Known, KnownFramework, KnownStandard, KnownUnit, LookedUp
from inspections.importing.match import close_names, known_regions, known_units, matched, normalised
from inspections.importing.parsed import ParsedReport
from inspections.models import DeliveryUnit, Framework, Region
from inspections.rows import Strand


def known_to_store(report: ParsedReport) -> Known:
    """All that is held, and the names that the report may misspell."""
    units = DeliveryUnit.objects.order_by("region__name", "name").values_list("name", "region__name")
    frameworks = Framework.objects.prefetch_related("standards__key_questions")
    return Known(
        regions=tuple(Region.objects.values_list("name", flat=True)),
        units=tuple(KnownUnit(name=name, region=region) for name, region in units),
        frameworks=tuple(_known_framework(framework) for framework in frameworks),
        close_units=_close(known_units(), report.pdu.value),
        close_regions=_close(known_regions(), report.region.value) if report.region else (),
    )


def _close(known: Mapping[str, Region] | Mapping[str, DeliveryUnit], name: str) -> tuple[str, ...]:
    """The names that a name may be a misspelling of: none where it is held itself."""
    return () if normalised(name) in known else tuple(close_names(known, name))


def _known_framework(framework: Framework) -> KnownFramework:
    return KnownFramework(
        code=framework.code,
        name=framework.name,
        max_score=framework.max_score,
        standards=tuple(
            KnownStandard(
                name=standard.name,
                strands=tuple(Strand(question.strand) for question in standard.key_questions.all() if question.strand),
            )
            for standard in framework.standards.all()
        ),
    )


def looked_up(state: Corrected) -> LookedUp:
    """What the store does not know of a report as it is corrected so far."""
    found = matched(state.report, framework_code=state.framework)
    return LookedUp(problems=found.problems, framework=found.framework.code if found.framework else "")
