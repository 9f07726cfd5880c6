"""Whether what is quoted stands where it is cited from, in the text that is held."""

from collections.abc import Iterator

from inspections.models import Basis, Citation, Edition
from inspections.publishing.verbatim import stands_in


def not_as_held(edition: Edition) -> Iterator[Citation]:
    """The citations whose quote is not in the paragraph they cite. One statement.

    One that cites no paragraph says that the words are in the document and not in its text as held: of a page that is
    not held, or of a print that the file was misread from.
    """
    citing = Citation.objects.filter(edition=edition.pk).exclude(quote=None).exclude(paragraph=None)
    for citation in citing.select_related("paragraph").order_by("pk"):
        if not stands_in(citation.quote or "", citation.paragraph.text):  # type: ignore[union-attr]
            yield citation


def typed_of_no_paragraph(edition: Edition) -> int:
    """How many quotes that staff have typed cite no paragraph: nothing but a reader can compare them. One statement."""
    typed = Citation.objects.filter(edition=edition.pk, basis=Basis.STAFF, paragraph=None)
    return typed.exclude(quote=None).count()
