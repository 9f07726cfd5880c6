"""The database of made-up data: made where it is missing, made anew when asked. Never one of another name."""

from typing import Any, cast

from django.db import DatabaseError, connection
from psycopg import errors, sql

from config.database import is_example_name

# As the embedded server sorts, so that pages are in the same order wherever they are tried.
LOCALE = sql.SQL("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'")


class CannotMakeDatabase(Exception):
    """The message says why, in one line."""


def make_database() -> None:
    """Make the database where the server has none of its name. Raises CannotMakeDatabase."""
    if not _is_there():
        _on_the_server(sql.SQL("CREATE DATABASE {} {}").format(_name(), LOCALE))


def remake_database() -> None:
    """Drop the database, with its history, and make an empty one. Raises CannotMakeDatabase where it is in use."""
    name = _name()
    connection.close()
    cast(Any, connection).close_pool()
    _on_the_server(sql.SQL("DROP DATABASE {}").format(name))
    make_database()


def _name() -> sql.Identifier:
    name = connection.settings_dict["NAME"]
    if not is_example_name(name):
        raise CannotMakeDatabase(f"The database {name} is not one of example data, so it is neither made nor dropped.")
    return sql.Identifier(name)


def _is_there() -> bool:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [connection.settings_dict["NAME"]])
        return cursor.fetchone() is not None


def _on_the_server(statement: sql.Composed) -> None:
    try:
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as problem:
        raise CannotMakeDatabase(_why(problem)) from problem


def _why(problem: DatabaseError) -> str:
    name, said = connection.settings_dict["NAME"], str(problem).strip().split("\n", 1)[0]
    if isinstance(problem.__cause__, errors.ObjectInUse):
        return f"The database {name} is in use ({said}): stop what serves it, and try again."
    if isinstance(problem.__cause__, errors.InsufficientPrivilege):
        return f"The database {name} can't be made or dropped by this user ({said}): make an empty one of that name."
    return f"The database {name} can't be made: {said}."
