"""Which state of the store a statement would see."""

from django.db import connection

# A snapshot does not say of which server it is, nor of which run: a crash forgets transactions that were taken back,
# and their numbers are given again. So the start of the server, and the checkpoint that ends a recovery, go with it.
STATEMENT = """
    SELECT concat_ws(
        ' ', current_database(), pg_postmaster_start_time(), pg_control_checkpoint(), pg_current_snapshot()
    )
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
