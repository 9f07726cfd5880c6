"""The samples of reports: files of any form in this folder, and the shipped report, each beside what it should give.

`<name>.expected.json` is the object that `import_report --json` prints, without its problems where a person wrote it
first. The web page and the PDF are of `tests.generated`: what is expected of them is what their author expects, with
the lines and pages of the reading. `ratchet.json` counts what is read of each sample. `python -m tests.reports.samples`
prints the counts as they are now, to be put there when they are more.
"""

import json
from collections import Counter
from pathlib import Path

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport

FOLDER = Path(__file__).parent
SHIPPED = FOLDER.parents[1] / "inspections" / "reference" / "doncaster-2024.txt"
FORMS = (".txt", ".html", ".pdf")
RATCHET = FOLDER / "ratchet.json"

Counts = dict[str, dict[str, int]]


def samples() -> list[Path]:
    return [SHIPPED, *sorted(path for path in FOLDER.iterdir() if path.suffix in FORMS)]


def expected(sample: Path) -> dict:
    """The object expected of a sample. A report in several forms has one for each form, or one for all of them."""
    own = FOLDER / f"{sample.name}.expected.json"
    return json.loads((own if own.exists() else FOLDER / f"{sample.stem}.expected.json").read_text(encoding="utf-8"))


def counts(report: ParsedReport) -> Counts:
    """How much is read, by sort. More is better everywhere but among the problems, where each change is looked at."""
    identity = ("region", "published", "isbn", "lead_inspector", "work_started", "fieldwork_started")
    facts = [getattr(report, name) for name in (*identity, "overall_rating", "score", "max_score")]
    parts = [vars(report.sample), vars(report.survey)]
    findings = [finding for owner in (*report.standards, *report.sections) for finding in owner.findings]
    read = {
        "facts": sum(fact is not None for fact in [*facts, *(value for part in parts for value in part.values())]),
        "standards": len(report.standards),
        "ratings": sum(standard.rating is not None for standard in report.standards),
        "statements": sum(standard.statement is not None for standard in report.standards),
        "summaries": sum(standard.summary is not None for standard in report.standards),
        "key questions": sum(len(standard.key_questions) for standard in report.standards),
        **Counter(f"findings: {finding.kind}" for finding in findings),
        "quotations": sum(len(section.quotations) for section in report.sections),
        "recommendations": len(report.recommendations),
        "sections": len(report.sections),
        "figures": len(report.figures),
        "measure values": len(report.measure_values),
    }
    return {"read": read, "problems": dict(sorted(Counter(problem.type.value for problem in report.problems).items()))}


def all_counts() -> dict[str, Counts]:
    return {sample.name: counts(parse(extract(sample.read_bytes()))) for sample in samples()}


if __name__ == "__main__":
    print(json.dumps(all_counts(), indent=1))  # noqa: T201
