"""Runs something that writes to the store and stops on the way, for a test that kills the process there."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django
from django.db import connection, transaction

ROOT = Path(__file__).parents[2]


def killed_on_the_way(module: str, stop: str) -> int:
    """How many rows, with their history, a module that runs something paused had inserted when it was killed."""
    command = [sys.executable, "-m", module, connection.settings_dict["NAME"], stop]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            said, inserted = process.stdout.readline().split()
        finally:
            process.kill()
    assert (said, process.returncode) == ("inserted", -signal.SIGKILL)
    return int(inserted)


def run_paused(write: Callable[[], object]) -> None:
    """Write, as the arguments of the process say: the name of the database, and where to stop.

    "first" is after the first insert, "last" after the last change and before the commit. Says so on one line, with
    the number of rows inserted, and waits for ever. `write` imports what needs Django only when it is called.
    """
    database, stop = sys.argv[1:]
    connection.settings_dict["NAME"] = database
    django.setup()

    from django.db.models.signals import post_save

    from tests.row_counts import row_counts

    before = sum(row_counts().values())

    def pause(**signal: object) -> None:
        print("inserted", sum(row_counts().values()) - before, flush=True)  # noqa: T201 the test reads it
        while True:
            time.sleep(60)

    if stop == "first":
        post_save.connect(pause)
    with transaction.atomic():
        write()
        pause()
