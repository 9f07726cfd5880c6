"""Writes the text of a report on an invented delivery unit, in several layouts, and knows what was written.

Synthetic through and through: Marlow Vale, its region and its people do not exist.
"""

import textwrap
from dataclasses import dataclass, field

from inspections.ratings import Rating

STANDARDS = (
    ("P 1.1", "Leadership"),
    ("P 1.2", "Staffing"),
    ("P 1.3", "Services"),
    ("P 2.1", "Assessment"),
    ("P 2.2", "Planning"),
    ("P 2.3", "Implementation and delivery"),
    ("P 2.4", "Reviewing"),
)
DOMAINS = ("Organisational arrangements and activity", "Service delivery")
QUESTIONS = (
    "Does the work focus sufficiently on engaging the person on probation?",
    "Does the work focus sufficiently on reducing reoffending and supporting desistance?",
    "Does the work focus sufficiently on keeping other people safe?",
)
STRENGTHS = (
    "Leaders had a clear vision for the delivery unit and shared it with all staff.",
    "Staff valued regular supervision. It helped them to develop their practice, e.g. in planning.",
    "Partners spoke highly of the co-located teams and of the joined-up work they led to.",
)
AREAS = (
    "However, workloads remained too high for a number of practitioners.",
    "Training was not delivered to everybody who needed it, and there were delays in induction.",
    "There were gaps in the services for women, and too few places for those who needed them.",
)
FINDINGS = (
    "People on probation were involved in their plans early and often.",
    "Home visits were not carried out where they were needed, which was disappointing.",
)
QUOTES = ("My officer listens to me, and I know what is expected.", "I got help with housing when I asked for it.")
SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the report says."""

    pdu: str = "Marlow Vale"
    region: str = "the Northern Fells"
    ratings: tuple[Rating, ...] = (Rating.GOOD, *[Rating.REQUIRES_IMPROVEMENT] * 4, *[Rating.INADEQUATE] * 2)
    overall: Rating = Rating.REQUIRES_IMPROVEMENT
    percentages: tuple[int, ...] = (80, 62, 54, 70, 66, 50, 48, 52, 58, 44, 46, 60)
    community_orders: int = 30
    releases: int = 20
    interviews: int = 44
    caseload: int = 2140
    high_risk: int = 27
    regional: int = 31
    surveyed: int = 58
    reset: int = 9
    recommendations: tuple[str, ...] = (
        "improve the quality of plans",
        "reduce the workloads of staff",
        "train all staff",
    )
    strengths: tuple[str, ...] = STRENGTHS
    areas: tuple[str, ...] = AREAS

    @property
    def cases(self) -> int:
        return self.community_orders + self.releases

    @property
    def score(self) -> int:
        return sum(rating.points for rating in self.ratings)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How it is written. A bullet of "" or " " needs blank lines between items, or nobody could tell them apart."""

    bullet: str = "- "
    width: int | None = None
    blank_between: bool = False
    areas_heading: bool = True
    words: bool = False
    sign: bool = False
    plain_table: bool = False
    contents: bool = True
    footers: bool = False
    newline: str = "\n"
    bom: bool = False

    @property
    def parts_items(self) -> bool:
        return self.blank_between or not self.bullet.strip()


@dataclass(kw_only=True)
class Writer:
    """Collects lines."""

    facts: Facts
    layout: Layout
    lines: list[str] = field(default_factory=list)

    def add(self, *paragraphs: str) -> None:
        for paragraph in paragraphs:
            self.lines += [*self.wrapped(paragraph), ""]

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        if self.layout.width is None:
            return [text]
        return textwrap.wrap(
            text,
            self.layout.width,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )

    def items(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            lines = self.wrapped(text, " " if self.layout.bullet.strip() else "")
            self.lines += [self.layout.bullet + lines[0], *lines[1:]]
            if self.layout.parts_items:
                self.lines.append("")
        if not self.layout.parts_items:
            self.lines.append("")

    def footer(self) -> None:
        if self.layout.footers:
            self.lines += [f"Inspection of probation services in {self.facts.pdu}", "", "7", ""]

    def number(self, number: int, *, first: bool = False) -> str:
        words = in_words(number) if self.layout.words else f"{number:,}"
        return words.capitalize() if first else words

    def per_cent(self, number: int, *, first: bool = False) -> str:
        if self.layout.sign:
            return f"{number}%"
        return f"{self.number(number, first=first)} per cent"


def in_words(number: int) -> str:
    """A number up to 9,999 in words, as reports write them."""
    if number < len(SMALL):
        return SMALL[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return TENS[tens - 2] + (f"-{SMALL[units]}" if units else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    high, low = divmod(number, size)
    joint = " and " if low < 100 else " "
    return f"{in_words(high)} {name}" + (joint + in_words(low) if low else "")


def render(facts: Facts, layout: Layout) -> bytes:
    """The report as the bytes of a file."""
    write = Writer(facts=facts, layout=layout)
    _cover(write)
    _foreword(write)
    _ratings(write)
    _recommendations(write)
    _background(write)
    for position in range(len(STANDARDS)):
        _standard(write, position)
    _outcomes(write)
    write.add("Annexe one – Web links", "Full data from this inspection is available on our website.")
    text = layout.newline.join(write.lines)
    return (b"\xef\xbb\xbf" if layout.bom else b"") + text.encode()


def _cover(write: Writer) -> None:
    facts = write.facts
    write.lines += ["", "An inspection of probation services in:", "", facts.pdu, ""]
    write.lines += [f"The Probation Service – {facts.region} region", "", "HM Inspectorate of Probation, May 2025", ""]
    if write.layout.contents:
        titles = ["Foreword", "Ratings", "Recommendations", "Background"]
        titles += [f"{number}. {name}" for number, name in enumerate(DOMAINS, 1)] + ["Annexe one – Web links"]
        write.lines += ["Contents", "", *[f"| {title} | {page} |" for page, title in enumerate(titles, 3)], ""]
    write.add("Acknowledgements")
    write.add("This inspection was led by HM Inspector Ada Example, supported by a team of inspectors.")
    write.add("The role of HM Inspectorate of Probation", "We inspect these services.", "ISBN 978-0-000000-00-2")


def _foreword(write: Writer) -> None:
    write.add("Foreword", f"This is the first inspection of one of the {write.number(12)} units in the region.")
    write.add("Sam Example", "HM Chief Inspector of Probation")
    write.footer()


def _ratings(write: Writer) -> None:
    facts = write.facts
    rows = [("Fieldwork started February 2025", f"Score {facts.score}/21"), ("Overall rating", facts.overall)]
    for position, ((code, name), rating) in enumerate(zip(STANDARDS, facts.ratings, strict=True)):
        if position in (0, 3):
            rows.append((f"{position // 3 + 1}.", DOMAINS[position // 3]))
        rows.append((code, name, rating))
    parted = " " if write.layout.plain_table else " | "
    lines = [parted.join(row) if write.layout.plain_table else f"| {parted.join(row)} |" for row in rows]
    if not write.layout.plain_table:
        lines.insert(1, "|---|---|---|")
    write.lines += ["Ratings", "", *lines, ""]


def _recommendations(write: Writer) -> None:
    write.add("Recommendations", "We believe that these will have a positive impact.")
    write.add(f"{write.facts.pdu} PDU should:")
    for number, text in enumerate(write.facts.recommendations, 1):
        bullet = write.layout.bullet if write.layout.bullet.strip() else ""
        write.lines += [f"{bullet}{number}. {line}" if n == 0 else line for n, line in enumerate(write.wrapped(text))]
    write.lines.append("")
    write.footer()


def _background(write: Writer) -> None:
    facts = write.facts
    write.add("Background")
    write.add(
        f"We conducted fieldwork in {facts.pdu} over a period of two weeks, beginning on 10 February 2025. "
        f"We inspected {write.number(facts.community_orders)} community orders and {write.number(facts.releases)} "
        f"releases on licence from custody. We also conducted {write.number(facts.interviews)} interviews with "
        "probation practitioners.",
        f"{facts.pdu} PDU manages a caseload of approximately {write.number(facts.caseload)} people on probation. "
        f"{write.per_cent(facts.high_risk, first=True)} of the PDU's caseload is assessed as posing a high or very "
        f"high risk of serious harm, compared with a regional average of {write.per_cent(facts.regional)}.",
        f"{write.number(facts.reset, first=True)} of the {write.number(facts.cases)} cases we inspected were "
        "subject to Probation Reset.",
    )


def _standard(write: Writer, position: int) -> None:
    code, name = STANDARDS[position]
    facts = write.facts
    if position in (0, 3):
        write.add(f"{position // 3 + 1}. {DOMAINS[position // 3]}")
    write.add(f"{code}. {name}", f"{name} enables a high-quality service.", facts.ratings[position])
    if position < 3:
        write.add(f"Overall, the picture of {name.lower()} was mixed.")
        _both_lists(write)
    else:
        write.add(f"Our rating for {name.lower()} is driven by the lowest score:")
        start = 3 * (position - 3)
        rows = zip(QUESTIONS, facts.percentages[start : start + 3], strict=True)
        write.lines += ["| Key question | Percentage 'Yes' |", "|---|---|"]
        write.lines += [f"| {question} | {percentage}% |" for question, percentage in rows]
        write.lines.append("")
        write.items(FINDINGS)
        write.footer()
    if position == 2:
        _feedback(write)
        write.add("Diversity and inclusion")
        _both_lists(write)


def _both_lists(write: Writer) -> None:
    write.add("Strengths:")
    write.items(write.facts.strengths)
    if write.facts.areas:
        if write.layout.areas_heading:
            write.add("Areas for improvement:")
        write.items(write.facts.areas)


def _feedback(write: Writer) -> None:
    write.add("Feedback from people on probation")
    write.add(f"Voice Example surveyed {write.number(write.facts.surveyed)} people on probation.")
    write.items((f"{write.per_cent(62, first=True)} of respondents felt they had been treated fairly by staff.",))
    for quote in QUOTES:
        write.add(f'"{quote}"')


def _outcomes(write: Writer) -> None:
    write.add("Outcomes")
    _both_lists(write)


def expected_figures(facts: Facts) -> list[tuple[int, str, int | None, int | None, str]]:
    """Value, unit, numerator, denominator and section of every figure that `render` writes, in order."""
    background = "Background"
    return [
        (1, "of", 1, 12, "Foreword"),
        (2, "weeks", None, None, background),
        (facts.community_orders, "count", None, None, background),
        (facts.releases, "count", None, None, background),
        (facts.interviews, "count", None, None, background),
        (facts.caseload, "count", None, None, background),
        (facts.high_risk, "%", None, None, background),
        (facts.regional, "%", None, None, background),
        (facts.reset, "of", facts.reset, facts.cases, background),
        (facts.surveyed, "count", None, None, "Feedback from people on probation"),
        (62, "%", None, None, "Feedback from people on probation"),
    ]
