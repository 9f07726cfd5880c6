"""Which PostgreSQL the product uses: the one that DATABASE_URL names, else the embedded one."""

import os
from pathlib import Path
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

DATABASE_NAME = "inspections"
# What the name of a database of made-up data ends in, so that no real one is ever taken for it.
EXAMPLE_SUFFIX = "_example"
# One for each thread that serves requests, see config/serving.py: a request that has to wait for a connection is slow.
CONNECTIONS_PER_PROCESS = 4
# How long a request waits for a database that is gone, before it says so. A restart takes less, as a rule.
SECONDS_WITHOUT_DATABASE = 10

# Connections wait in a pool, and one that a restarted server has dropped is replaced before it is used.
POOLED: dict[str, Any] = {
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {"pool": {"min_size": 2, "max_size": CONNECTIONS_PER_PROCESS, "timeout": SECONDS_WITHOUT_DATABASE}},
}


def database_settings(
    url: str, *, data_dir: Path, durable: bool = True, is_example: bool = False, application: str = ""
) -> dict[str, Any]:
    """The value of DATABASES["default"]. Nothing is started or connected to here.

    `durable=False` lets the embedded server forget what it has not written when the machine stops: for tests.
    `is_example` names the database of made-up data that stands beside the real one. `application` is what the server
    is told of this process, unless the address says something else.
    Raises ImproperlyConfigured when the address can't be read.
    """
    settings = _external(url) if url.strip() else _embedded(data_dir, durable=durable)
    if application:
        settings["OPTIONS"] = {"application_name": application} | settings["OPTIONS"]
    return _example(settings) if is_example else settings


def is_example_name(name: str) -> bool:
    """Whether a database of that name is one of made-up data."""
    return name.endswith(EXAMPLE_SUFFIX)


def _example(settings: dict[str, Any]) -> dict[str, Any]:
    name = settings["NAME"] if is_example_name(settings["NAME"]) else settings["NAME"] + EXAMPLE_SUFFIX
    if "EMBEDDED" not in settings:
        return settings | {"NAME": name}
    return settings | {"NAME": name, "EMBEDDED": settings["EMBEDDED"] | {"database": name}}


def _external(url: str) -> dict[str, Any]:
    parts = _decoded(url.strip())
    return POOLED | {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": POOLED["OPTIONS"] | parts,
    }


def _decoded(url: str) -> dict[str, str]:
    """The messages never repeat the address: it may hold a password."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgres:// or postgresql://, as in "
            "postgresql://user:password@host:5432/name?sslmode=require."
        )
    try:
        parts = conninfo_to_dict(url)
        ports = [int(port) for port in str(parts.get("port") or "0").split(",")]
    except (psycopg.ProgrammingError, ValueError):
        ports = [-1]
    if not all(0 <= port < 2**16 for port in ports):
        raise ImproperlyConfigured(
            "DATABASE_URL can't be read. Characters such as @ / : # % in a user's name or password must be written "
            "in per cent encoding (@ is %40); the form is postgresql://user:password@host:5432/name?sslmode=require."
        )
    if not parts.get("dbname"):
        raise ImproperlyConfigured("DATABASE_URL names no database: postgresql://user:password@host:5432/name")
    return {name: str(value) for name, value in parts.items() if value is not None}


def _embedded(data_dir: Path, *, durable: bool) -> dict[str, Any]:
    if os.name == "nt":
        raise ImproperlyConfigured(
            "The embedded database does not run on Windows. Use the Windows Subsystem for Linux, or set DATABASE_URL "
            "to the address of a PostgreSQL server."
        )
    return POOLED | {
        "ENGINE": "config.embedded",
        "NAME": DATABASE_NAME,
        "EMBEDDED": {"folder": data_dir / "postgresql", "database": DATABASE_NAME, "durable": durable},
    }
