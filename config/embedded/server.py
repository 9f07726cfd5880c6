"""Started by the first process that needs it, stopped by the last that leaves.

Who is first and who is last is decided by two file locks next to the store, which the kernel lets go when a process
ends, however it ends:

- `lock` is held alone while the server is being started or stopped.
- `lease` is held together by every process that uses the server. Whoever leaves and finds that it could hold the
  lease alone is the last one out, and stops the server.

The server listens on a Unix socket only and asks the kernel who is calling (peer authentication), so there is no port
and no password. It needs Linux or macOS.
"""

import atexit
import contextlib
import fcntl
import os
import shlex
import threading
import time
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

import psycopg
from psycopg import sql

from config.embedded.place import ELSEWHERE, Place, find_place, make_folder, make_store
from config.embedded.process import neutralise_stale_pid, server_process
from config.embedded.tools import EmbeddedServerError

PORT = "5432"  # No port is opened: it is only part of the socket's name.
SECONDS_TO_START = 60
# For stores that may be thrown away: nothing waits for the disk.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# What a start runs into for a moment, while the processes of a killed server are still ending.
PASSING_TROUBLES = ("pre-existing shared memory block", 'lock file "postmaster.pid" already exists')


class EmbeddedServer:
    """One store in one folder. Making this object touches nothing; `join` does."""

    def __init__(self, folder: Path, *, database: str, durable: bool = True, elsewhere: Path = ELSEWHERE) -> None:
        self.folder = folder
        self.database = database
        self.elsewhere = elsewhere
        self.durable = durable
        self.forget()

    def forget(self) -> None:
        """Be as new. What is held stays held: a forked child forgets what its parent holds."""
        self._one_thread_at_a_time = threading.Lock()
        self._lease: TextIOWrapper | None = None
        self._place: Place | None = None

    @property
    def place(self) -> Place:
        """Where the server lives: known once joined."""
        if self._place is None:
            raise EmbeddedServerError("The embedded server has not been joined.")
        return self._place

    def join(self) -> dict[str, str]:
        """Start the server or join it; the address to connect to, in the words of Django's DATABASES.

        Costs nothing when this process has joined before. Raises EmbeddedServerError.
        """
        with self._one_thread_at_a_time:
            if self._lease is None:
                self._join()
            return {"HOST": str(self.place.socket), "PORT": PORT, "USER": self.place.role, "PASSWORD": ""}

    def leave(self) -> None:
        """Give up the lease, and stop the server when nobody else holds one."""
        with self._one_thread_at_a_time:
            if self._lease is not None:
                with alone(self.folder / "lock"):
                    self._give_up_lease()

    def _join(self) -> None:
        make_folder(self.folder)
        with alone(self.folder / "lock"):
            # Taken before the start, so that a start that is interrupted is undone too.
            self._lease = (self.folder / "lease").open("a")
            fcntl.flock(self._lease, fcntl.LOCK_SH)
            _joined.add(self)
            try:
                self._place = find_place(self.folder, elsewhere=self.elsewhere)
                make_store(self._place, durable=self.durable)
                self._start()
                self._create_database()
            except BaseException:
                self._give_up_lease()
                raise

    def _give_up_lease(self) -> None:
        """The caller holds the lock."""
        lease, self._lease = self._lease, None
        if lease is None:
            return
        _joined.discard(self)
        with lease:
            try:
                fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if self._place is not None and server_process(self._place.data) is not None:
                self._place.tools.run("pg_ctl", "-D", self._place.data, "-w", "-s", "-m", "fast", "stop")

    def _start(self) -> None:
        """Until the server answers: start it, or wait for one that a process since killed had begun to start."""
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if time.monotonic() > deadline:
                raise EmbeddedServerError(f"PostgreSQL does not answer. Its log ends:\n{self.place.log_tail()}")
            if server_process(self.place.data) is None:
                neutralise_stale_pid(self.place.data, self.place.socket)
                self._start_once()
            else:
                time.sleep(0.1)

    def _start_once(self) -> None:
        place = self.place
        log_began = place.log.stat().st_size if place.log.exists() else 0
        settings = {"listen_addresses": "", "port": PORT, "unix_socket_directories": f'"{place.socket}"'}
        if not self.durable:
            settings |= NOT_DURABLE
        options = shlex.join(f"--{name}={value}" for name, value in settings.items())
        start = ("-D", place.data, "-l", place.log, "-o", options, "-w", "-t", str(SECONDS_TO_START), "-s", "start")
        done = place.tools.run("pg_ctl", *start)
        if done.returncode == 0:
            return
        said = place.log_tail(since=log_began)
        if not any(trouble in said for trouble in PASSING_TROUBLES):
            raise EmbeddedServerError(f"PostgreSQL did not start: {done.stderr.strip()}\n{said}")
        time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.place.socket),
            port=PORT,
            user=self.place.role,
            dbname="postgres",
            autocommit=True,
            connect_timeout=10,
        )

    def _create_database(self) -> None:
        with self._connect() as connection:
            held = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.database]).fetchone()
            if held is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.database)))


# --- What this process has joined -------------------------------------------------------------------------------------

_joined: set[EmbeddedServer] = set()


@atexit.register
def _leave_all() -> None:
    for server in list(_joined):
        server.leave()


def _let_go_of_the_parents() -> None:
    """A forked child shares its parent's locks: it lets go of them, and takes its own when it first connects.

    Closing the file does not unlock it, because the parent still has it open.
    """
    for server in _joined:
        if server._lease is not None:
            server._lease.close()
        server.forget()
    _joined.clear()


os.register_at_fork(after_in_child=_let_go_of_the_parents)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file's lock, waiting for it. It is let go on the way out, or by the kernel when the process ends."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
