"""What an edition says in its texts: findings, quotations, recommendations, and the figures in them."""

from collections.abc import Iterator

from inspections.models import Edition, Finding
from inspections.queries.told_fact import CITED, Known, opening, told_fact
from inspections.queries.told_words import figure_words, share_words
from inspections.rows import ToldField


def told_texts(edition: Edition) -> Iterator[ToldField]:
    """Findings, quotations and recommendations. Three statements."""
    for finding in edition.findings.select_related("standard", *CITED):
        where = finding.standard.name if finding.standard else finding.get_area_display()
        inferred = " (our reading: the heading of its list is lost in the file)" if finding.is_kind_inferred else ""
        yield from told_fact(
            finding.citation,
            fact="finding",
            label=f"Finding on {where}",
            fields={"text": finding.text, "kind": f"{finding.get_kind_display()}{inferred}"},
            named=opening(finding.text),
        )
    for quotation in edition.quotations.select_related("finding__citation", *CITED):
        yield from told_fact(
            quotation.citation,
            fact="quotation",
            label="Words of a person on probation, selected for the report",
            fields={
                "text": quotation.text,
                "asked by": quotation.asked_by,
                "part of the report": quotation.get_area_display(),
                "follows the finding": _finding(quotation.finding),
            },
            named=opening(quotation.text),
        )
    for recommendation in edition.recommendations.select_related(*CITED):
        yield from told_fact(
            recommendation.citation,
            fact="recommendation",
            label=f"Recommendation {recommendation.number}",
            fields={"text": recommendation.text, "addressed to": recommendation.addressed_to},
        )


def told_figures(edition: Edition) -> Iterator[ToldField]:
    """The numbers of the prose. One statement."""
    for figure in edition.figures.select_related("finding__citation", *CITED):
        value = figure_words(figure)
        yield from told_fact(
            figure.citation,
            fact="figure",
            label="Figure of the text",
            fields={
                "value": Known(words=value, identity=(value, f"unit: {figure.unit}")),
                "count": share_words(figure.numerator, figure.denominator),
                "belongs to the finding": _finding(figure.finding),
            },
            named=f"({value})",
        )


def _finding(finding: Finding | None) -> Known:
    """The one it is, whatever its text says now."""
    if finding is None:
        return Known(words="none", identity=("none",))
    return Known(words=opening(finding.text), identity=(finding.citation.key,))
