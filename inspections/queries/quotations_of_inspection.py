"""What people on probation said in one inspection."""

from inspections.models import Edition, SampleKind
from inspections.queries.sourcing import cited
from inspections.rows import QuotationRow


def quotations_of_inspection(edition: Edition) -> tuple[QuotationRow, ...]:
    """The quotations in the report's order, each with who asked and how many were asked. Two statements."""
    asked = edition.sample_counts.filter(kind=SampleKind.SURVEYED).values_list("count", flat=True).first()
    return tuple(
        QuotationRow(text=quotation.text, asked_by=quotation.asked_by, asked=asked, source=cited(quotation.citation))
        for quotation in edition.quotations.select_related("citation__source")
    )
