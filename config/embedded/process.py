"""Whether a process serves a store, and what to do with what a crash leaves.

The server's pid file alone does not tell: it outlives a crash, and the kernel gives old ids to new processes.
Nothing here ends a process.
"""

import os
import subprocess
from pathlib import Path

# No process can have this id: PostgreSQL takes a pid file that names it for a dead server's.
IMPOSSIBLE_PID = "2147483646"


def server_process(data: Path) -> int | None:
    """The id of the process that serves this very store, if there is one."""
    pid = recorded_pid(data)
    if pid is None or not _serves(pid, data):
        return None
    return pid


def recorded_pid(data: Path) -> int | None:
    """The process id on the first line of the server's own pid file."""
    try:
        pid = int((data / "postmaster.pid").read_text().partition("\n")[0])
    except (OSError, ValueError):
        return None
    return pid if pid > 0 else None


def _serves(pid: int, data: Path) -> bool:
    if not Path("/proc/self/cmdline").exists():
        return _serves_by_ps(pid, data)
    try:
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    # A process that has ended but was not collected by its parent has no arguments left.
    is_postgres = Path(os.fsdecode(arguments[0])).name == "postgres"
    return is_postgres and (os.fsencode(data) in arguments or _works_in(pid, data))


def _works_in(pid: int, data: Path) -> bool:
    """Also true when the folder was moved while the server ran, and its arguments name the old path."""
    try:
        return Path(f"/proc/{pid}/cwd").samefile(data)
    except OSError:
        return False


def _serves_by_ps(pid: int, data: Path) -> bool:
    """For macOS, which has no /proc."""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    shown = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603  (our own command)
    return "postgres" in shown and f"-D {data}" in shown


def neutralise_stale_pid(data: Path, socket: Path) -> None:
    """Let PostgreSQL start though its pid file names a living process, which the caller knows to be a stranger.

    The file is kept, and only its first line replaced. The rest names the shared memory, from which PostgreSQL tells
    whether processes of the dead server still write to the store; without it, two servers could.
    """
    if recorded_pid(data) is None:
        return
    with (data / "postmaster.pid").open("r+") as file:
        _, line_end, rest = file.read().partition("\n")
        file.seek(0)
        file.write(IMPOSSIBLE_PID + line_end + rest)
        file.truncate()
    # The socket's own lock file names the process too, and guards nothing else.
    for left_over in socket.glob(".s.PGSQL.*"):
        left_over.unlink(missing_ok=True)
