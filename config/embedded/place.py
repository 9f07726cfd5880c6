"""Where an embedded server lives: its store, its socket and its programs.

All of it is below one folder of ours, but for two cases: the socket, where our path is too long for one, and
everything, when root runs us in a folder that the server's account can't reach.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.embedded.tools import EmbeddedServerError, Tools, choose_account, major_version, our_name, tools_for

# A socket's path may have 103 bytes on macOS and 107 on Linux; its name below the folder takes 19 of them.
LONGEST_SOCKET_FOLDER = 84
SHORT_FOLDERS = Path("/tmp")  # noqa: S108  (used only for a folder whose owner is checked)
# Where root's store goes when the server's account can't reach ours. Not /var/tmp: systems clean that by age.
ELSEWHERE = Path("/var/lib")
# The built-in provider sorts by code point, the same on every system; the wheels carry no other.
LOCALE = ("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
# A store that may be thrown away is made without waiting for the disk, and small.
THROWN_AWAY = ("--no-sync", "--wal-segsize=1")
NOT_TAKEN_IN_PATHS = '"$`\\\n'
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True)
class Place:
    """The folders of one server, the programs that run it, and our role in it."""

    data: Path
    socket: Path
    tools: Tools
    role: str

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    def log_tail(self, *, since: int = 0, longest: int = 2000) -> str:
        try:
            return self.log.read_bytes()[since:][-longest:].decode(errors="replace").strip()
        except OSError:
            return "(no log)"


def make_folder(folder: Path) -> None:
    """Our own folder. Root opens the folders it makes to the account that the server runs as."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            path.chmod(0o755 if os.geteuid() == 0 else 0o700)
        (folder / "lock").touch()
    except OSError as problem:
        raise EmbeddedServerError(
            f"{our_name()} can't write to {folder} ({problem.strerror}). Run as the user who made it, or set DATA_DIR "
            "to a folder of your own."
        ) from problem


def find_place(folder: Path, *, elsewhere: Path = ELSEWHERE) -> Place:
    """Settle where things are, making what has to be there. The caller holds the lock."""
    name = f"pgdata-{major_version()}"
    link = folder / "elsewhere"
    home = _followed(link) if link.is_symlink() else folder
    account = choose_account(home / name)
    if not account.can_enter(home):
        if (home / name).exists():
            raise EmbeddedServerError(
                f"The account that runs PostgreSQL can no longer reach the store in {home}. Let others enter every "
                "folder above it (chmod o+x), as they could when the store was made."
            )
        home = _moved(link, elsewhere)
    _check_store(home, name)
    tools = tools_for(account, copies=home)
    return Place(data=home / name, socket=_socket_folder(home, account.uid), tools=tools, role=our_name())


def _moved(link: Path, elsewhere: Path) -> Path:
    """A folder that the server's account can reach, remembered by a link in ours. Nobody can guess its name."""
    elsewhere.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="embedded-postgres-", dir=elsewhere))
    home.chmod(0o755)
    link.symlink_to(home)
    return home


def _followed(link: Path) -> Path:
    home = link.readlink()
    try:
        _check_private(home, os.geteuid())
    except FileNotFoundError:
        raise EmbeddedServerError(
            f"The store was in {home}, which is gone. Restore it, or delete {link} to begin with an empty store."
        ) from None
    return home


def _check_store(home: Path, name: str) -> None:
    """Refuse what would end in an empty store beside a full one, or in a folder that isn't ours to touch."""
    store = home / name
    if any(character in str(store) for character in NOT_TAKEN_IN_PATHS):
        raise EmbeddedServerError(
            f"PostgreSQL's starter does not take the path {store}: it has one of the characters \" $ ` \\ in it. Set "
            "DATA_DIR to a folder without them."
        )
    if store.exists():
        if any(store.iterdir()) and not (store / "PG_VERSION").exists():
            raise EmbeddedServerError(f"{store} is not empty, and not a PostgreSQL store. Move it away and try again.")
    elif others := sorted(path.name for path in home.glob("pgdata-*")):
        raise EmbeddedServerError(
            f"{home} holds {', '.join(others)}, made by another major version of PostgreSQL than {name}. "
            "docs/operations.md says how to bring the data over."
        )


def _socket_folder(home: Path, uid: int) -> Path:
    folder = home / "socket"
    # A comma would be taken for the end of the address: clients read a list of hosts there.
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER or "," in str(folder):
        digest = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
        folder = SHORT_FOLDERS / f"epg-{uid}-{digest}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, uid, -1)
    # Somebody else may have made one of that name in /tmp before us, to be taken for our server.
    _check_private(folder, uid)
    return folder


def _check_private(folder: Path, uid: int) -> None:
    """Raises EmbeddedServerError for a link, or a folder of others, or one that others may write to."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != uid or status.st_mode & OTHERS_MAY_WRITE:
        raise EmbeddedServerError(
            f"{folder} is not used: it should be a folder that belongs to user id {uid} and that nobody else can "
            "write to. Look who made it, and remove it."
        )


def make_store(place: Place, *, durable: bool = True) -> None:
    """Make the store where there is none.

    It is made under another name and then moved, so that what stands under the right name is always whole. Each try
    has a name of its own, because the initdb of a killed try may still be writing to the old one.
    """
    if (place.data / "PG_VERSION").exists():
        _check_owner(place)
        return
    home = place.data.parent
    for abandoned in home.glob("new-pgdata-*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=f"new-{place.data.name}-", dir=home))
    os.chown(new, place.tools.account.uid, -1)
    choices = () if durable else THROWN_AWAY
    done = place.tools.run("initdb", "-D", new, "-U", place.role, "-A", "peer", *LOCALE, *choices, "--no-instructions")
    if done.returncode != 0:
        raise EmbeddedServerError(f"PostgreSQL could not make a new store: {done.stderr.strip()}")
    new.rename(place.data)


def _check_owner(place: Place) -> None:
    owner = place.data.stat().st_uid
    if owner != place.tools.account.uid:
        raise EmbeddedServerError(
            f"The store {place.data} was made by another user (id {owner}). Run as that user, or set DATA_DIR to a "
            "folder of your own."
        )
