"""One start at a time prepares a store: what two make at once, one of them finds there in the middle."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection

# Of PostgreSQL's advisory locks, which are of one database: any number that nobody else takes.
NUMBER = 20240708


@contextmanager
def alone(on_wait: Callable[[], object]) -> Iterator[None]:
    """Wait until no other start prepares this database. Calls `on_wait` where there is one.

    The lock is of a transaction on a connection of its own: it ends with the process, however that ends, and holds
    behind a pooler that hands a session's statements to several connections.
    """
    keeper = connection.copy()
    try:
        keeper.set_autocommit(False)
        with keeper.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [NUMBER])
            if cursor.fetchone() != (True,):
                on_wait()
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBER])
        yield
        keeper.rollback()
    finally:
        keeper.close()
