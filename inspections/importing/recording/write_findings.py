"""What was found, in the report's words, written to an edition: findings, quotations, recommendations, figures."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from inspections.importing.parsed import ParsedFinding, ParsedSection
from inspections.importing.recording.writing import Writing, possible_counts
from inspections.models import Area, Figure, Finding, Quotation, Recommendation, Standard


def write_findings(writing: Writing) -> dict[int, Finding]:
    """Findings in the order of the report. Returns them by the index of their paragraph."""
    places = [
        (Area.STANDARD, writing.matched.standards[parsed.name], finding)
        for parsed in writing.report.standards
        if parsed.name in writing.matched.standards
        for finding in parsed.findings
    ] + [(_area(section), None, finding) for section in writing.report.sections for finding in section.findings]
    places.sort(key=lambda place: place[2].paragraph)
    keys = _finding_keys(writing, places)
    findings = {}
    for position, (area, standard, parsed) in enumerate(places, start=1):
        findings[parsed.paragraph] = Finding.objects.create(
            edition=writing.edition,
            citation=writing.stored.cite(writing.edition, keys[parsed.paragraph], parsed, parsed.text),
            area=area,
            standard=standard,
            kind=parsed.kind.value,
            position=position,
            text=parsed.text,
            is_kind_inferred=parsed.heading_lost,
        )
    return findings


def _finding_keys(writing: Writing, places: Sequence[tuple[Area, Standard | None, ParsedFinding]]) -> dict[int, str]:
    lists: dict[str, list[ParsedFinding]] = {}
    for area, standard, parsed in places:
        lists.setdefault(standard.theme.slug if standard else area.value, []).append(parsed)
    return {
        parsed.paragraph: key
        for name, findings in lists.items()
        for parsed, key in zip(
            findings, writing.keys.ordinals(name, prefix="f", texts=[finding.text for finding in findings]), strict=True
        )
    }


def _area(section: ParsedSection) -> Area:
    return Area(section.kind.value) if section.kind.value in Area.values else Area.OTHER


def write_quotations(writing: Writing, findings: dict[int, Finding]) -> None:
    asked_by = writing.report.survey.conducted_by
    paragraphs = sorted(findings)
    quotations = [(_area(s), quotation) for s in writing.report.sections for quotation in s.quotations]
    keys = writing.keys.ordinals(prefix="quotation-", texts=[quotation.text for _, quotation in quotations])
    for position, ((area, parsed), key) in enumerate(zip(quotations, keys, strict=True), start=1):
        before = bisect_left(paragraphs, parsed.paragraph)
        follows = findings[paragraphs[before - 1]] if before else None
        Quotation.objects.create(
            edition=writing.edition,
            citation=writing.stored.cite(writing.edition, key, parsed, parsed.text),
            area=area,
            finding=follows if follows and follows.area == area else None,
            position=position,
            text=parsed.text,
            asked_by=asked_by.value if asked_by else "",
        )


def write_recommendations(writing: Writing) -> None:
    """A number that stands twice for one addressee is written once; the second, like one below 1, is a problem."""
    written: set[tuple[str, int]] = set()
    for parsed in writing.report.recommendations:
        place = (parsed.addressed_to or "", parsed.number)
        if place in written or parsed.number < 1:
            continue
        written.add(place)
        Recommendation.objects.create(
            edition=writing.edition,
            citation=writing.stored.cite(
                writing.edition, writing.keys.named("rec", str(parsed.number)), parsed, parsed.text
            ),
            number=parsed.number,
            addressed_to=parsed.addressed_to or "",
            text=parsed.text,
        )


def write_figures(writing: Writing, findings: dict[int, Finding]) -> list[Figure]:
    parsed_figures = writing.report.figures
    texts = [figure_text(parsed.quote, parsed.value, parsed.unit) for parsed in parsed_figures]
    keys = writing.keys.ordinals(prefix="figure-", texts=texts)
    return [
        Figure.objects.create(
            edition=writing.edition,
            citation=writing.stored.cite(writing.edition, key, parsed, parsed.quote),
            finding=findings.get(parsed.paragraph),
            position=position,
            value=parsed.value,
            unit=parsed.unit,
            **possible_counts(parsed.numerator, parsed.denominator),
        )
        for position, (parsed, key) in enumerate(zip(parsed_figures, keys, strict=True), start=1)
    ]


def figure_text(quote: str, value: Decimal, unit: str) -> str:
    """What a figure's key stands for: a sentence may state several."""
    return f"{value.normalize():f} {unit}: {quote}"
