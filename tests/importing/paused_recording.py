"""Records the one staged file and stops on the way, for a test that kills it there. Run as a module.

Its arguments are the name of the database, and where to stop: "first", after the first insert, or "last", after the
last change and before the commit. Says so on one line, with the number of rows it has inserted, and waits for ever.
"""

import sys
import time

import django
from django.db import connection, transaction


def main(database: str, stop: str) -> None:
    connection.settings_dict["NAME"] = database
    django.setup()

    from django.contrib.auth.models import User
    from django.db.models.signals import post_save

    from inspections.importing.staging import record_staged
    from inspections.models import StagedFile
    from tests.row_counts import row_counts

    before = sum(row_counts().values())

    def pause(**signal: object) -> None:
        print("inserted", sum(row_counts().values()) - before, flush=True)  # noqa: T201 the test reads it
        while True:
            time.sleep(60)

    if stop == "first":
        post_save.connect(pause)
    with transaction.atomic():
        record_staged(StagedFile.objects.get(), by=User.objects.get())
        pause()


if __name__ == "__main__":
    main(*sys.argv[1:])
