"""How a report's text came out: what a seed chooses of bullets, wraps, tables, page ends and losses."""

import random
from dataclasses import dataclass

from tests.generated.model import Report

CUT_LABELS = ("ork started", "dwork started", "ieldwork started", "k started")


@dataclass(frozen=True)
class TextStyle:
    is_noisy: bool
    width: int | None
    indent: str
    """Before the lines that go on with a bullet's text."""
    bullet: str
    number: str
    between_cells: str
    superscript: bool
    footer: str | None
    page_ends: float
    bullets_lost: float
    label: str | None
    """The label of the ratings table, cut off at the front; None where it is whole."""
    is_overall_split: bool
    heading: str
    colon: str
    line_end: str
    byte_order_mark: bool

    @property
    def is_label_cut_off(self) -> bool:
        return self.label is not None


def text_style(report: Report, seed: int) -> TextStyle:
    rng = random.Random(f"text style {seed}")
    is_noisy = rng.random() < 0.6
    bullets = ("- ", "- ", "- ", "• ", "• ") if report.loses_headings else ("- ", "- ", "• ", "* ", " ", "")
    footer = f"Inspection of probation services in {report.pdu}"
    return TextStyle(
        is_noisy=is_noisy,
        width=rng.choice((None, None, 72, 80, 90, 100, 120)),
        indent=rng.choice((" ", " ", "", "  ")),
        bullet=rng.choice(bullets),
        number="- {}. " if is_noisy and rng.random() < 0.7 else "{}. ",
        between_cells=" | " if is_noisy else rng.choice((" ", "    ", "\t")),
        superscript=rng.random() < 0.8,
        footer=rng.choice((footer, footer, f"{footer} {{}}", None)),
        page_ends=rng.choice((0.03, 0.1)) if is_noisy else rng.choice((0, 0.05)),
        bullets_lost=0.12 if is_noisy else 0,
        label=rng.choice((None, *CUT_LABELS)) if is_noisy else None,
        is_overall_split=is_noisy and rng.random() < 0.5,
        heading=rng.choice(("{}. {}", "{}. {}", "{} {}")),
        colon=rng.choice((":", ":", ":", "")),
        line_end=rng.choice(("\n", "\n", "\r\n", "\r")),
        byte_order_mark=rng.random() < 0.2,
    )
