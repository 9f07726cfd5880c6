"""What the store holds that an answer can choose from, and what it does not know of a report."""

from inspections.importing.answers import Corrected, Known, KnownFramework, KnownStandard, KnownUnit, LookedUp
from inspections.importing.match import close_names, known_regions, known_units, matched
from inspections.importing.parsed import ParsedReport
from inspections.models import DeliveryUnit, Framework, Region
from inspections.rows import Strand


def known_to_store(report: ParsedReport) -> Known:
    """All that is held, and the names that the report may misspell."""
    region = report.region.value if report.region else ""
    return Known(
        regions=tuple(Region.objects.values_list("name", flat=True)),
        units=tuple(
            KnownUnit(name=name, region=region)
            for name, region in DeliveryUnit.objects.order_by("region__name", "name").values_list(
                "name", "region__name"
            )
        ),
        frameworks=tuple(
            _known_framework(framework) for framework in Framework.objects.prefetch_related("standards__key_questions")
        ),
        close_units=tuple(close_names(known_units(), report.pdu.value)),
        close_regions=tuple(close_names(known_regions(), region)) if region else (),
    )


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
