"""Which state of the store a statement would see."""

from django.db import connection

# pg_current_snapshot() does not say which server it is of, nor the run of it: a crash forgets transactions that changed
# nothing which lasted, and gives their numbers again. A start and a recovery from a crash each leave a mark of their own.
STATEMENT = """
    SELECT concat_ws(' ', current_database(), pg_postmaster_start_time(), pg_control_checkpoint(), pg_current_snapshot())
    WHERE NOT pg_is_in_recovery()
"""


def data_version() -> str | None:
    """A text that is the same only while everything that can be read is the same. One statement.

    A snapshot names the first transaction number not yet ended, the highest one that has, and those between that are
    still running; what a statement sees follows from these alone. Whatever ends a transaction that wrote anything, by
    whatever way it came (a page of the admin, a command, plain SQL, another program), gives another text, and none that
    has been is ever given again. So does a transaction that is taken back, and one of another database of the server:
    another text with the same data costs a drawing, never the truth.

    None where that does not hold: inside a transaction, whose own writes are not in its snapshot, and on a standby,
    which does not tell the transactions that are still running.
    """
    if connection.in_atomic_block or not connection.get_autocommit():
        return None
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        found = cursor.fetchone()
    return str(found[0]) if found else None
