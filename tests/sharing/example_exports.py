"""Rows as queries return them, with everything that a file can say of one."""

from inspections.rows import EditionRow, Origin, Place, Sourced
from tests.example_rows import REGION, day

SITE = "https://findings.example"
ELSEWHERE = Place(name="Elsewhere", slug="elsewhere")
EDITION = EditionRow(region=REGION, round="2024", framework="Seven standards", release=3, inspected=day(2024, 7, 8))
REPORT = Sourced(
    key="doncaster-2024-caseload",
    title="An inspection of probation services in Doncaster",
    url="https://report.example/doncaster",
    page=7,
    line=312,
    quote="The caseload was approximately 1,500.",
)
PRESS = Sourced(key="leeds-2024-score", origin=Origin.PRESS, title="Leeds rated", url="https://press.example/leeds")
