"""One call for every form: a seed in, a report's bytes and the object it should give out."""

from dataclasses import dataclass

from tests.generated.author import write_report
from tests.generated.expected import expected_object
from tests.generated.pdf import pdf_style, write_pdf
from tests.generated.text import write_text
from tests.generated.text_style import text_style
from tests.generated.web import web_style, write_web

FORMS = ("text", "html", "pdf")


@dataclass(frozen=True)
class Written:
    name: str
    content: bytes
    expected: dict
    style: object


def write(seed: int, *, form: str, points: int) -> Written:
    report = write_report(seed, form=form, points=points)
    is_label_cut_off = False
    match form:
        case "text":
            style = text_style(report, seed)
            content = write_text(report, seed, style)
            is_label_cut_off = style.is_label_cut_off
        case "html":
            style = web_style(seed)
            content = write_web(report, seed, style)
        case _:
            style = pdf_style(seed)
            content = write_pdf(report, style)
    expected = expected_object(report, label_cut_off=is_label_cut_off)
    return Written(f"--seed {seed} --form {form} --points {points}", content, expected, style)
