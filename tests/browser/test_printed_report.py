"""The shipped report as a browser prints it to PDF: another producer, other fonts, drawn bullets, its own headers."""

from inspections.importing.extract import extract
from inspections.importing.extract.pdf import read_pdf
from inspections.importing.parse import parse
from tests.importing.account import lost_lines
from tests.importing.conftest import SHIPPED
from tests.importing.pdf_report.pieces import pieces
from tests.importing.pdf_report.same import CUT_UP, but, without_places
from tests.importing.pdf_report.web import web_page


def test_a_printed_web_page_is_read_alike(chromium):
    document = extract(SHIPPED.read_bytes())
    report = parse(document)
    page = chromium.new_page()
    page.set_content(web_page(pieces(document, report, has_all_headings=False)))
    page.emulate_media(media="print")
    printed = read_pdf(page.pdf(prefer_css_page_size=True, display_header_footer=True))
    page.close()
    read = parse(printed)
    assert lost_lines(printed, read) == []
    of_print, of_text = without_places(read), without_places(report)
    assert of_print | {"problems": None} == of_text | {"problems": None}
    assert but(of_print["problems"], CUT_UP) == but(of_text["problems"], CUT_UP)
