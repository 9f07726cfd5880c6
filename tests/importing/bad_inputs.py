"""Files that are no reports, or damaged ones, with what must become of each.

`python -m tests.importing.bad_inputs` reads each in a process of its own and prints outcome, time and peak memory.
Web pages, PDFs and tables of ratings stand in modules of their own (`bad_pages`, `bad_pdfs`, `ratings.bad_tables`) and
have their own tests; the printed table has them all.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import django

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from inspections.importing.parsed import ProblemType
from inspections.importing.ratings.reading import read_ratings, table_form
from inspections.importing.ratings.rows import BadTable
from inspections.rows import FileForm
from tests.importing.report_text import Facts, Layout, render

Maker = Callable[[], bytes]
REPORT = render(Facts(), Layout()).decode()
WITHOUT_CONTENTS = render(Facts(), Layout(contents=False)).decode()
MOST_SECONDS = 10
MOST_MEGABYTES = 500


@dataclass(frozen=True, kw_only=True)
class BadInput:
    """A file and what becomes of it: refused for a reason that has these words, or accepted with this problem."""

    make: Maker
    form: FileForm
    refused: str = ""
    problem: ProblemType | None = None


BAD_INPUTS: dict[str, BadInput] = {}


def add(name: str, make: Maker, *, form: FileForm, refused: str = "", problem: ProblemType | None = None) -> None:
    assert name not in BAD_INPUTS, name
    assert bool(refused) != bool(problem), name
    BAD_INPUTS[name] = BadInput(make=make, form=form, refused=refused, problem=problem)


def _text(name: str, text: str | bytes, refused: str = "", problem: ProblemType | None = None) -> None:
    content = text.encode() if isinstance(text, str) else text
    add(name, lambda: content, form=FileForm.TEXT, refused=refused, problem=problem)


def _damaged(name: str, old: str, new: str, problem: ProblemType) -> None:
    assert old in REPORT, name
    _text(name, REPORT.replace(old, new), problem=problem)


def _inside(name: str, make: Callable[[], str], refused: str = "", problem: ProblemType | None = None) -> None:
    """Text put into the outcomes of a report that is whole."""
    start = REPORT.index("Outcomes\n")

    def content() -> bytes:
        return (REPORT[:start] + make() + "\n\n" + REPORT[start:]).encode()

    add(name, content, form=FileForm.TEXT, refused=refused, problem=problem)


def _cut(heading: str) -> str:
    return REPORT[: REPORT.index(f"\n{heading}", REPORT.index("Acknowledgements"))]


# No text at all, or not text.
_text("empty", "", "empty")
_text("only spaces", " \n\t \n" * 50, "empty")
_text("only a byte-order mark", b"\xef\xbb\xbf", "empty")
_text("binary", bytes(range(256)) * 40, "binary")
_text("NUL bytes", REPORT.replace(" ", "\x00", 3), "binary")
_text("control characters", REPORT.replace("staff", "st\x07ff", 1), "control characters")
_text("Latin-1", REPORT.replace("–", "é").encode("latin-1", errors="replace"), "UTF-8")
_text("UTF-16", REPORT.encode("utf-16"), "UTF-16")
_text("an old office document", b"\xd0\xcf\x11\xe0" + b"\x00" * 900, "an old office document")
_text("rich text", "{\\rtf1 " + REPORT + "}", "a rich text document")
_text("an image", b"\x89PNG\r\n\x1a\n" + b"\x00" * 900, "binary")

# Too much of it.
add("200 MB", lambda: b"The staff were good. " * 9_532_510, form=FileForm.TEXT, refused="larger than")
add("a million lines", lambda: b"x\n" * 1_000_000, form=FileForm.TEXT, refused="larger than")
add("fifty thousand lines and one", lambda: b"x\n" * 50_000, form=FileForm.TEXT, refused="lines")
add("a line of a million characters", lambda: b"x" * 1_000_000, form=FileForm.TEXT, refused="characters")
add("a million line feeds", lambda: b"a" + b"\n" * 999_999, form=FileForm.TEXT, refused="lines")
_inside("a paragraph of a million characters", lambda: ("good work " * 1900 + "\n") * 49, "characters")
_inside("forty thousand paragraphs", lambda: "- Staff were good.\n" * 40_000, "paragraphs")
_inside("a hundred thousand numbers", lambda: ("12 of the 41, " * 1400 + "\n\n") * 45, "figures")
_inside("ten thousand quotation marks", lambda: '"' * 10_001, problem=ProblemType.QUOTATION_UNBALANCED)
_inside("digits without end", lambda: "We saw " + "7" * 15_000 + " cases.", problem=ProblemType.NUMBER_NOT_READ)

# Other documents.
_text("a letter", "Dear all, the report is late. Kind regards.", "no inspection report")
_text(
    "a press release",
    "Inspection of probation services in Marlow Vale\n\nFOR RELEASE\n\nRated ‘Inadequate’.\n\nNotes to editors\n\nx\n",
    "press release",
)
_text(
    "a landing page",
    "An inspection of probation services in Marlow Vale PDU\n\nPublished: 9 May 2025\n\nRead the report\n",
    "web page",
)
_text("a report on a region", REPORT.replace("P 1.1 | Leadership", "R 1.1 | Leadership"), "region")
_text(
    "a youth justice report", REPORT.replace("An inspection of probation", "A joint inspection of youth"), "no inspect"
)
_text("a title and nothing else", "An inspection of probation services in:\n\nMarlow Vale\n", "no ratings")
_text("no name in the title", REPORT.replace("in:\n\nMarlow Vale\n", "in:\n"), "which delivery unit")
_text("JSON", '{"report": {"title": "An inspection of probation services in X"}}', "no inspection report")
_text("a table of ratings", "pdu,round,overall\nMarlow Vale,2024,Good\n", "no inspection report")
_text("two reports in one file", REPORT + REPORT, problem=ProblemType.SECTION_DOUBLED)

# Cut off, at every section and inside a sentence.
for _heading in (
    *("Foreword", "Ratings", "Recommendations", "Background", "P 1.1. ", "P 1.2. ", "P 1.3. ", "Feedback from"),
    *("Diversity and", "P 2.1. ", "P 2.2. ", "P 2.3. ", "P 2.4. ", "Outcomes", "Annexe one"),
):
    _text(f"cut off at {_heading.strip()}", _cut(_heading), "cut off")
_text("cut off inside a sentence", WITHOUT_CONTENTS[: WITHOUT_CONTENTS.rindex("and there were delays")], "cut off")
_damaged("cut off inside its last sentence", "on our website.", "on our", ProblemType.TEXT_STOPS_SHORT)

# Whole, and wrong.
_damaged("140% in a table", "| 48% |", "| 140% |", ProblemType.PERCENTAGE_OUT_OF_RANGE)
_damaged("-5% in a table", "| 48% |", "| -5% |", ProblemType.PERCENTAGE_OUT_OF_RANGE)
_damaged("no whole number of cases", "| 48% |", "| 49% |", ProblemType.PERCENTAGE_UNREACHABLE)
_damaged("a question without a percentage", "| 48% |", "| |", ProblemType.QUESTION_MISSING)
_damaged("a score of 2 of 25", "Score 6/21", "Score 2/25", ProblemType.UNKNOWN_MAXIMUM)
_damaged("a score of 30 of 21", "Score 6/21", "Score 30/21", ProblemType.SCORE_OUT_OF_RANGE)
_damaged("a score of -1 of 21", "Score 6/21", "Score -1/21", ProblemType.SCORE_OUT_OF_RANGE)
_damaged("a score that is not the sum", "Score 6/21", "Score 7/21", ProblemType.SCORE_DISAGREES)
_damaged("a negative count", "9 of the 50", "-9 of the 50", ProblemType.NUMBER_NOT_READ)
_damaged("a part above its whole", "9 of the 50", "90 of the 50", ProblemType.COUNT_ABOVE_BASE)
_damaged("a sample that does not add up", "30 community", "29 community", ProblemType.SAMPLE_DISAGREES)
_damaged(
    "an unknown rating", "| Staffing | Requires improvement |", "| Staffing | Splendid |", ProblemType.ROW_NOT_READ
)
_damaged("a rating missing", "| P 1.2 | Staffing | Requires improvement |\n", "", ProblemType.STANDARD_MISSING)
_damaged("a standard twice", "| P 1.2 | Staffing |", "| P 1.1 | Leadership |", ProblemType.STANDARD_DOUBLED)
_damaged("published before its start", "Probation, May 2025", "Probation, May 2024", ProblemType.DATES_OUT_OF_ORDER)
_damaged("two starts", "started February 2025", "started April 2024", ProblemType.TWO_VALUES)
_damaged("a day that does not exist", "10 February 2025", "31 February 2025", ProblemType.FACT_MISSING)
_damaged("a recommendation numbered twice", "- 2. ", "- 1. ", ProblemType.RECOMMENDATION_NUMBERS)
_damaged("a recommendation numbered nought", "- 2. ", "- 0. ", ProblemType.RECOMMENDATION_NUMBERS)
_damaged("a quotation that never ends", 'asked for it."', "asked for it.", ProblemType.QUOTATION_UNBALANCED)
_damaged(
    "a script in a paragraph",
    "We inspect these services.",
    "<script>alert(1)</script> We inspect <b>“these</b> services.",
    ProblemType.QUOTATION_UNBALANCED,
)
_inside(
    "a heading nobody knows", lambda: "What came of it\n\nAll of this was seen.", problem=ProblemType.UNKNOWN_HEADING
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a file: the reason it was refused for, or the problems it was accepted with."""

    reason: str
    problems: tuple[str, ...]


def read(content: bytes) -> Outcome:
    try:
        report = parse(extract(content))
    except (NotReadable, NotAReport) as refusal:
        return Outcome(reason=str(refusal), problems=())
    return Outcome(reason="", problems=tuple(problem.type.value for problem in report.problems))


def others() -> Iterator[tuple[str, Maker]]:
    """The bad files of the other forms, each under its form and name. They are large: made only where asked for."""
    from tests.importing.bad_pages import HARMFUL, NO_REPORTS
    from tests.importing.bad_pdfs import BAD_PDFS, PACKED

    for number, (source, _) in enumerate(NO_REPORTS, start=1):
        yield f"html: no report {number}", lambda source=source: _bytes(source)
    for name, (source, _) in HARMFUL.items():
        yield f"html: {name}", lambda source=source: _bytes(source)
    for name, content in ({name: content for name, (content, _) in BAD_PDFS.items()} | PACKED).items():
        yield f"pdf: {name}", lambda content=content: content
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "ENVIRONMENT": "test", "SECRET_KEY": "only for tests"}
    django.setup()  # a table is written with what knows the store
    from tests.importing.ratings.bad_tables import BAD_TABLES

    for name, bad in BAD_TABLES.items():
        yield f"table: {name}", bad.make


def _bytes(source: str | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.encode()


def _said(content: bytes) -> str:
    """What becomes of any file, in words."""
    if not table_form(content):
        outcome = read(content)
        return outcome.reason or f"accepted: {', '.join(outcome.problems)}"
    try:
        rows = read_ratings(content).rows
    except (NotReadable, BadTable) as refusal:
        return str(refusal)
    return "; ".join(f"row {row.number}: {', '.join(row.complaints)}" for row in rows if row.complaints)


def _measure(name: str) -> None:
    """Read one, and print outcome, seconds and peak megabytes (the file itself and any child process included)."""
    make = BAD_INPUTS[name].make if name in BAD_INPUTS else next(make for other, make in others() if other == name)
    content = make()
    start = time.perf_counter()
    said = _said(content)
    seconds = time.perf_counter() - start
    if name in BAD_INPUTS and BAD_INPUTS[name].problem:
        said = f"accepted: {BAD_INPUTS[name].problem}"
    sys.stdout.write(json.dumps([said, round(seconds, 2), round(_peak_megabytes())]) + "\n")


def _peak_megabytes() -> float:
    """The most memory this process has had. On Linux `getrusage` also counts what the parent had when it forked."""
    status = Path("/proc/self/status")
    if status.exists():
        [peak] = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        return max(int(peak), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(name: str) -> tuple[str, float, int]:
    """Outcome, seconds and peak megabytes of reading one in a process of its own."""
    command = [sys.executable, "-m", "tests.importing.bad_inputs", name]
    said, seconds, peak = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return said, seconds, peak


def main() -> None:
    if sys.argv[1:]:
        _measure(sys.argv[1])
        return
    sys.stdout.write("| Input | Outcome | Seconds | Peak MB |\n|---|---|---|---|\n")
    for name, bad in BAD_INPUTS.items():
        said, seconds, peak = measured(name)
        sys.stdout.write(f"| {bad.form}: {name} | {said} | {seconds:.2f} | {peak} |\n")
    for name, _ in others():
        said, seconds, peak = measured(name)
        sys.stdout.write(f"| {name} | {said} | {seconds:.2f} | {peak} |\n")


if __name__ == "__main__":
    main()
