"""The standards that invented reports are written to.

The 21-point ones are the reference data's. Of the 27-point ones the reference data hold only the names: their codes,
statements and questions here are inventions in the same style.
"""

import json
from dataclasses import dataclass
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "inspections" / "reference" / "frameworks.json"
DOMAINS = ("Organisational arrangements and activity", "Service delivery")


@dataclass(frozen=True)
class Asked:
    """A standard of a framework, before it is rated."""

    code: str
    name: str
    domain: int
    statement: str
    key_questions: tuple[str, ...]


def _asked(data: dict) -> Asked:
    questions = tuple(question["text"] for question in data.get("key_questions", ()))
    return Asked(data["code"], data["name"], data["domain"], data["statement"], questions)


SEVEN = tuple(_asked(data) for data in json.loads(REFERENCE.read_text(encoding="utf-8"))[0]["standards"])

INFORMATION = Asked(
    "1.4",
    "Information and facilities",
    1,
    "Timely and relevant information is available and appropriate facilities are in place for all people on probation.",
    (),
)
COURT_WORK = Asked(
    "2.1",
    "Court work",
    2,
    "The information and advice given to the court before sentence supports its decision-making.",
    (
        "Is the information given to the court based on involving the person on probation?",
        "Does the advice given to the court consider the factors linked to offending?",
        "Does the advice given to the court consider the safety of other people?",
    ),
)


def nine(prefix: str) -> tuple[Asked, ...]:
    """1.1 to 1.4 and 2.1 to 2.5, with "P " before the numbers or without."""
    ordered = (*SEVEN[:3], INFORMATION, COURT_WORK, *SEVEN[3:])
    numbers = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5")
    return tuple(
        Asked(prefix + number, asked.name, asked.domain, asked.statement, asked.key_questions)
        for number, asked in zip(numbers, ordered, strict=True)
    )
