"""Imports the shipped report, paused for a test that kills it. Run as a module, with the arguments of `run_paused`."""

from pathlib import Path

from tests.importing.pausing import run_paused

SHIPPED = Path(__file__).parents[2] / "inspections" / "reference" / "doncaster-2024.txt"


def record() -> None:
    from inspections.importing.extract import extract
    from inspections.importing.parse import parse
    from inspections.importing.recording.record import record_report
    from inspections.importing.recording.store_source import ReportFile

    content = SHIPPED.read_bytes()
    record_report(parse(extract(content)), ReportFile(name=SHIPPED.name, content=content))


if __name__ == "__main__":
    run_paused(record)
