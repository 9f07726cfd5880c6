"""Imports the shipped report and stops on the way, for a test that kills it there. Run as a module, with two arguments.

The name of the database, and where to stop: "first", after the first insert, or "last", after the last and before the
commit. Says so on one line, with the number of rows it has inserted, and waits for ever.
"""

import sys
import time
from pathlib import Path

import django
from django.db import connection, transaction

SHIPPED = Path(__file__).parents[2] / "inspections" / "reference" / "doncaster-2024.txt"


def main(database: str, stop: str) -> None:
    connection.settings_dict["NAME"] = database
    django.setup()

    from django.db.models.signals import post_save

    from inspections.importing.extract import extract
    from inspections.importing.parse import parse
    from inspections.importing.recording.record import record_report
    from inspections.importing.recording.store_source import ReportFile
    from tests.row_counts import row_counts

    before = sum(row_counts().values())

    def pause(**signal: object) -> None:
        print("inserted", sum(row_counts().values()) - before, flush=True)  # noqa: T201 the test reads it
        while True:
            time.sleep(60)

    if stop == "first":
        post_save.connect(pause)
    content = SHIPPED.read_bytes()
    with transaction.atomic():
        record_report(parse(extract(content)), ReportFile(name=SHIPPED.name, content=content))
        pause()


if __name__ == "__main__":
    main(*sys.argv[1:])
