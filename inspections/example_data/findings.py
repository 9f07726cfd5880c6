"""What a made-up report found and recommends, with themes, and what nobody said."""

from collections.abc import Sequence

from inspections.example_data import texts
from inspections.example_data.written import WrittenReport
from inspections.models import Area, Finding, FindingTheme, Quotation, Recommendation, RecommendationTheme, Standard
from inspections.rows import FindingKind, ParagraphRole, SectionKind


def write_findings(
    report: WrittenReport, area: Area, kinds: Sequence[FindingKind], *, standard: Standard | None = None
) -> None:
    """A finding of each kind, each with one theme. In every fifth report the areas' heading is lost."""
    name = standard.theme.slug if standard else area.value
    for ordinal, kind in enumerate(kinds, start=1):
        theme = report.random.choice(report.visit.definitions.themes)
        report.finding_count += 1
        number, place = report.finding_count, report.visit.place
        text = texts.finding(report.random, place=place, number=number, kind=kind, theme=theme.name)
        finding = report.add(
            Finding(
                edition=report.edition,
                citation=report.say(f"{name}-f{ordinal}", text, ParagraphRole.FINDING),
                area=area,
                standard=standard,
                kind=kind,
                position=number,
                text=text,
                is_kind_inferred=kind is FindingKind.AREA_FOR_IMPROVEMENT and report.visit.number % 5 == 0,
            )
        )
        report.add(FindingTheme(finding=finding, theme=theme))


def write_recommendations(report: WrittenReport) -> None:
    """Three to eight, each with one theme or two."""
    report.begin(SectionKind.RECOMMENDATIONS, "Recommendations")
    for number in range(1, report.random.randint(3, 8) + 1):
        themes = report.random.sample(report.visit.definitions.themes, k=1 + (number % 3 == 0))
        text = texts.recommendation(report.random, place=report.visit.place, number=number, theme=themes[0].name)
        recommendation = report.add(
            Recommendation(
                edition=report.edition,
                citation=report.say(f"rec-{number}", text, ParagraphRole.RECOMMENDATION),
                number=number,
                addressed_to=f"{report.visit.unit.name} PDU",
                text=text,
            )
        )
        for theme in themes:
            report.add(RecommendationTheme(recommendation=recommendation, theme=theme))


def write_other_sections(report: WrittenReport) -> None:
    """The sections that are no standards."""
    report.begin(SectionKind.FEEDBACK, "Feedback from people on probation")
    write_findings(report, Area.FEEDBACK, [FindingKind.FINDING])
    _write_quotations(report)
    for kind, area, title in (
        (SectionKind.DIVERSITY, Area.DIVERSITY, "Diversity and inclusion"),
        (SectionKind.OUTCOMES, Area.OUTCOMES, "Outcomes"),
    ):
        report.begin(kind, title)
        write_findings(report, area, [FindingKind.STRENGTH, FindingKind.AREA_FOR_IMPROVEMENT])


def _write_quotations(report: WrittenReport) -> None:
    for number in (1, 2):
        text = texts.quotation(report.random, place=report.visit.place, number=number)
        report.add(
            Quotation(
                edition=report.edition,
                citation=report.say(f"quotation-{number}", text, ParagraphRole.QUOTATION),
                area=Area.FEEDBACK,
                position=number,
                text=text,
                asked_by=texts.ASKED_BY,
            )
        )
