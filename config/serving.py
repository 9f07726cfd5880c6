"""What `manage.py serve` does, step by step: prepare the store and the static files, then serve until told to stop."""

import hashlib
import http.client
import io
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from gunicorn.app.base import BaseApplication

from config.database import CONNECTIONS_PER_PROCESS
from config.one_start import alone

WORKERS = 2
THREADS = CONNECTIONS_PER_PROCESS
SECONDS_TO_ANSWER = 60

Say = Callable[[str], None]


class CannotServe(Exception):
    """The message says why, in one line."""


def serve(host: str, port: int, say: Say) -> None:
    """Serve until SIGINT or SIGTERM, and leave by SystemExit. Raises CannotServe."""
    check_port(host, port)
    stop_on_signals()
    try:
        prepare(say)
        run_web_server(host, port, say)
    except OperationalError as problem:
        raise CannotServe(f"The database does not answer: {problem}") from problem
    finally:
        ignore_signals()


def check_port(host: str, port: int) -> None:
    """Raises CannotServe. Asked first, before anything is started for nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise CannotServe(
                f"Can't serve at {host}:{port} ({problem.strerror}). Choose another: make run PORT={port + 1}"
            ) from problem


# --- Before serving ---------------------------------------------------------------------------------------------------


def prepare(say: Say) -> None:
    """Every step may be run again, and then changes nothing."""
    take("Starting the database", connection.ensure_connection, say)
    with alone(on_wait=lambda: say("Waiting for another start that prepares this store ...\n")):
        take("Making its tables", make_tables, say)
        take("Loading the reference data", lambda: quietly("load_reference"), say)
        take("Importing the shipped report and ratings", load_shipped, say)
        take("Collecting static files", collect_static, say)


def take(title: str, step: Callable[[], str | None], say: Say) -> None:
    """Take a step, which gives its outcome in words where that is not just "done"."""
    say(f"{title} ... ")
    began = time.monotonic()
    outcome = step() or "done"
    say(f"{outcome} ({time.monotonic() - began:.1f} s)\n")


def make_tables() -> None:
    quietly("migrate", interactive=False)
    quietly("createcachetable")


def load_shipped() -> str | None:
    """At every start: of a store that has data only what it has never had is filled in."""
    if settings.EXAMPLE_DATA:
        return "no real places beside example data, which make_example_data makes"
    return quietly("load_shipped")


def quietly(command: str, **options: Any) -> str | None:
    """Nothing to add: what a command has to say is for those who call it by name."""
    call_command(command, verbosity=0, stdout=io.StringIO(), **options)
    return None


def collect_static() -> str | None:
    """Skipped when the files are those of the last time: hashing and compressing them takes seconds."""
    mark = Path(settings.STATIC_ROOT) / ".collected-from"
    fingerprint = static_fingerprint()
    if mark.exists() and mark.read_text() == fingerprint:
        return "unchanged"
    # From nothing, because collectstatic goes by the time of a file: one that a kill cut short would count as done.
    mark.unlink(missing_ok=True)
    quietly("collectstatic", interactive=False, clear=True)
    mark.write_text(fingerprint)
    return None


def static_fingerprint() -> str:
    """Of the names and contents of all static files, and of what processes them."""
    digest = hashlib.sha256(f"{version('django')} {version('whitenoise')} {settings.STORAGES}".encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(path) as file:
                digest.update(f"{path} {hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return digest.hexdigest()


# --- Serving ----------------------------------------------------------------------------------------------------------


class WebServer(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn in this very process, so that there is no child to be left behind when this one is killed."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from config.wsgi import application  # noqa: PLC0415  (in the worker)

        return application


def run_web_server(host: str, port: int, say: Say) -> None:
    """Until gunicorn leaves, which it does by SystemExit."""
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    def on_worker_start(worker: Any) -> None:
        # Ctrl-C reaches every process of the terminal; the first one alone decides what follows.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # In a worker, because a thread in the first process would be there when workers are forked.
        if worker.age == 1:
            threading.Thread(target=announce, args=(host, port, say), daemon=True).start()

    def on_ready(arbiter: Any) -> None:
        # By itself gunicorn cuts requests off on SIGINT.
        signal.signal(signal.SIGINT, lambda *_: arbiter.signal(signal.SIGTERM, None))

    disconnect()
    WebServer(
        {
            "bind": address,
            "workers": WORKERS,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "control_socket_disable": True,
            "graceful_timeout": 10,
            "when_ready": on_ready,
            "post_worker_init": on_worker_start,
        }
    ).run()


def disconnect() -> None:
    """No connection may be open when workers are forked: they would share it."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]


def announce(host: str, port: int, say: Say) -> None:
    """The last words of a start, once the first page answers."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  (compared, not bound)
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while not answers(here, port) and time.monotonic() < deadline:
        time.sleep(0.1)
    shown = f"[{here}]" if ":" in here else here
    say(
        f"\n{settings.SERVICE_NAME} is at http://{shown}:{port}/\n"
        f"To sign in at http://{shown}:{port}/admin/ make yourself an account first: "
        "run `make admin-user` in another terminal.\n"
        "Ctrl-C stops the web server and the database.\n"
    )


def answers(host: str, port: int) -> bool:
    page = http.client.HTTPConnection(host, port, timeout=30)
    try:
        page.request("GET", "/")
        page.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        page.close()
    return True


# --- Stopping ---------------------------------------------------------------------------------------------------------


def stop_on_signals() -> None:
    """Until gunicorn takes the signals over: leave in good order, as on Ctrl-C."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit(0))


def ignore_signals() -> None:
    """On the way out, for workers too: nothing may interrupt leaving the database, nor collect its programs' ends."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
