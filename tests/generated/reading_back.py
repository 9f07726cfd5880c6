"""The one place where invented reports meet the reader."""

from inspections.importing.as_json import as_json
from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from tests.generated.comparing import Tally
from tests.generated.writing import write


def tally_of(seeds: range, *, form: str, points: int) -> Tally:
    tally = Tally()
    for seed in seeds:
        written = write(seed, form=form, points=points)
        tally.add(written.name, written.expected, _read(written.content))
    return tally


def _read(content: bytes) -> dict | str:
    try:
        return as_json(parse(extract(content)))
    except (NotReadable, NotAReport) as refusal:
        return str(refusal)
