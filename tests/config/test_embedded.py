"""The embedded server, really started, in folders that are thrown away."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.embedded import place, tools
from config.embedded.process import neutralise_stale_pid, recorded_pid, server_process
from config.embedded.server import EmbeddedServer, EmbeddedServerError

as_root = pytest.mark.skipif(
    os.geteuid() != 0 and not os.environ.get("CI"), reason="only root hands the server to another account"
)


@pytest.fixture(autouse=True)
def folders_open_to_others() -> Iterator[None]:
    """What a test lays out by hand is open, whatever the umask of whoever runs the tests."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@contextlib.contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that every account can reach, as pytest's own are not."""
    path = Path(tempfile.mkdtemp(prefix="store-", dir="/tmp")).resolve()
    path.chmod(0o755)
    yield path
    path.chmod(0o755)
    for data in path.glob("**/pgdata-*"):
        _kill_server(data)
    shutil.rmtree(path)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with open_to_all() as path:
        yield path


@pytest.fixture
def new_folder(open_folder: Path) -> Path:
    """Where no store has been made."""
    return open_folder / "postgresql"


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """Where a store has been made, for a quick start. Tests share it and leave it stopped."""
    with open_to_all() as path:
        yield path / "postgresql"


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedServer]:
    server = make_server(folder)
    query(server, "DROP TABLE IF EXISTS kept")
    server.leave()
    yield server
    server.leave()
    assert server_process(data_of(folder)) is None


def make_server(folder: Path, **kwargs) -> EmbeddedServer:
    return EmbeddedServer(folder, database="store", durable=False, **kwargs)


def query(server: EmbeddedServer, statement: str) -> list[tuple]:
    address = server.join()
    with psycopg.connect(
        host=address["HOST"], port=address["PORT"], user=address["USER"], dbname="store", autocommit=True
    ) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def data_of(folder: Path) -> Path:
    return folder / f"pgdata-{tools.major_version()}"


def start_joiner(folder: Path, *, wait: bool = True) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.config.joiner", str(folder)]
    joiner = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if wait:
        assert joiner.stdout.readline() == "joined\n", joiner.communicate()[1]
    return joiner


def _kill_server(data: Path) -> None:
    if pid := server_process(data):
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: server_process(data) is None)


def wait_until(is_so, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.02)


class TestOneProcess:
    def test_serves_the_named_database_to_our_own_role_over_a_socket_only(self, server, folder):
        [(database, role, port, ssl)] = query(
            server, "SELECT current_database(), current_user, inet_server_port(), current_setting('listen_addresses')"
        )

        assert (database, role, port, ssl) == ("store", tools.our_name(), None, "")
        rules = [
            line for line in (data_of(folder) / "pg_hba.conf").read_text().splitlines() if line.startswith("local")
        ]
        assert {line.split()[-1] for line in rules} == {"peer"}

    def test_sorts_alike_on_every_system(self, server):
        [(provider, locale, encoding)] = query(
            server,
            "SELECT datlocprovider::text, datlocale, pg_encoding_to_char(encoding)"
            " FROM pg_database WHERE datname = 'store'",
        )

        assert (provider, locale, encoding) == ("b", "C.UTF-8", "UTF8")

    def test_the_store_is_named_after_the_version_that_made_it(self, server, folder):
        server.join()

        assert (data_of(folder) / "PG_VERSION").read_text().strip() == tools.major_version()

    def test_joining_twice_is_joining_once(self, server):
        assert server.join() == server.join()

    def test_leaving_stops_it_and_the_store_keeps_what_was_written(self, server, folder):
        query(server, "CREATE TABLE kept AS SELECT 38 AS percentage")
        server.leave()

        assert server_process(data_of(folder)) is None
        assert query(server, "SELECT percentage FROM kept") == [(38,)]

    def test_leaving_what_was_never_joined_does_nothing(self, new_folder):
        make_server(new_folder).leave()

        assert not new_folder.exists()

    def test_a_durable_store_waits_for_the_disk(self, new_folder):
        server = EmbeddedServer(new_folder, database="store")
        try:
            assert query(server, "SHOW fsync") == [("on",)]
        finally:
            server.leave()

    def test_variables_that_point_at_another_server_are_not_followed(self, server, monkeypatch):
        monkeypatch.setenv("PGPORT", "6543")
        monkeypatch.setenv("PGHOST", "elsewhere.invalid")
        monkeypatch.setenv("PGDATA", "/nonexistent")

        assert query(server, "SELECT 1") == [(1,)]

    def test_lives_in_a_folder_of_any_ordinary_name(self, open_folder, monkeypatch):
        monkeypatch.setattr(place, "SHORT_FOLDERS", open_folder)
        server = make_server(open_folder / "it's, odd; #1 & 50%")
        try:
            assert query(server, "SELECT 1") == [(1,)]
        finally:
            server.leave()


class TestSeveralProcesses:
    def test_the_last_one_out_stops_it(self, server, folder):
        server.join()
        with start_joiner(folder) as joiner:
            server.leave()
            assert server_process(data_of(folder))
            joiner.communicate()

        assert server_process(data_of(folder)) is None

    def test_a_killed_client_takes_its_lease_with_it(self, server, folder):
        server.join()
        with start_joiner(folder) as joiner:
            joiner.kill()
        server.leave()

        assert server_process(data_of(folder)) is None

    def test_a_cold_start_by_many_at_once_makes_one_server(self, new_folder):
        joiners = [start_joiner(new_folder, wait=False) for _ in range(4)]
        try:
            assert [joiner.stdout.readline() for joiner in joiners] == ["joined\n"] * 4
        finally:
            for joiner in joiners:
                joiner.communicate()

        assert server_process(data_of(new_folder)) is None

    def test_a_forked_child_leaves_its_parents_server_alone(self, server, folder):
        server.join()
        # In a process of its own: a forked pytest would run the rest of the tests twice.
        code = (
            "import os, sys; from pathlib import Path; from config.embedded.server import EmbeddedServer\n"
            f"server = EmbeddedServer(Path({str(folder)!r}), database='store', durable=False)\n"
            "server.join()\n"
            "child = os.fork()\n"
            "if not child:\n"
            "    server.leave()\n"
            "    sys.exit(0 if server._lease is None else 1)\n"
            "_, status = os.waitpid(child, 0)\n"
            "print(os.waitstatus_to_exitcode(status), server._lease is not None)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert done.stdout == "0 True\n"
        assert server_process(data_of(folder))

    def test_a_forked_child_that_connects_outlives_its_parent(self, server, folder):
        code = (
            "import os, sys; from pathlib import Path; from config.embedded.server import EmbeddedServer\n"
            f"server = EmbeddedServer(Path({str(folder)!r}), database='store', durable=False)\n"
            "server.join()\n"
            "if os.fork():\n"
            "    sys.exit(0)\n"
            "server.join()\n"
            "print('joined', flush=True)\n"
            "sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as parent:
            parent.wait()
            assert parent.stdout.readline() == "joined\n"
            assert server_process(data_of(folder))
            parent.stdin.close()

        wait_until(lambda: server_process(data_of(folder)) is None)


class TestCrashes:
    def test_a_killed_server_is_started_again_with_nothing_lost(self, server, folder):
        server.durable = True
        query(server, "CREATE TABLE kept AS SELECT n FROM generate_series(1, 1000) n")
        _kill_server(data_of(folder))
        server.leave()

        assert query(server, "SELECT count(*) FROM kept") == [(1000,)]

    def test_server_and_clients_killed_together(self, server, folder):
        with start_joiner(folder) as joiner:
            _kill_server(data_of(folder))
            joiner.kill()

        assert query(server, "SELECT 1") == [(1,)]

    def test_a_server_left_running_is_joined_and_stopped(self, server, folder):
        with start_joiner(folder) as joiner:
            joiner.kill()
        left_running = server_process(data_of(folder))
        assert left_running

        server.join()

        assert server_process(data_of(folder)) == left_running
        server.leave()
        assert server_process(data_of(folder)) is None

    @pytest.mark.parametrize("named_postgres", [False, True])
    def test_a_stranger_that_got_the_dead_servers_id_is_left_in_peace(
        self, server, folder, open_folder, named_postgres
    ):
        server.join()
        _kill_server(data_of(folder))
        server.leave()
        program = open_folder / ("postgres" if named_postgres else "sleep")
        program.symlink_to(shutil.which("sleep"))
        # PostgreSQL stands back from a living process of its own account only.
        with subprocess.Popen([program, "60"], **server.place.tools.account.subprocess_arguments()) as stranger:
            pid_file = data_of(folder) / "postmaster.pid"
            pid_file.write_text(pid_file.read_text().replace(str(recorded_pid(data_of(folder))), str(stranger.pid), 1))

            assert query(server, "SELECT 1") == [(1,)]
            server.leave()

            assert stranger.poll() is None
            stranger.kill()

    def test_a_stale_pid_file_keeps_the_guard_against_two_writers(self, server, folder):
        server.join()
        _kill_server(data_of(folder))
        before = (data_of(folder) / "postmaster.pid").read_text().splitlines()

        neutralise_stale_pid(data_of(folder), server.place.socket)

        after = (data_of(folder) / "postmaster.pid").read_text().splitlines()
        assert after[0] != before[0]
        assert after[1:] == before[1:]

    def test_initdb_killed_half_way_is_begun_again(self, new_folder):
        joiner = start_joiner(new_folder, wait=False)
        wait_until(lambda: list(new_folder.glob("new-pgdata-*/base")))
        joiner.kill()
        joiner.communicate()
        assert not data_of(new_folder).exists()

        server = make_server(new_folder)
        try:
            assert query(server, "SELECT 1") == [(1,)]
        finally:
            server.leave()


class TestRefusals:
    def test_a_folder_with_other_things_in_it_is_not_touched(self, new_folder):
        (data_of(new_folder)).mkdir(parents=True)
        (data_of(new_folder) / "thesis.txt").write_text("years of work")

        with pytest.raises(EmbeddedServerError, match="not a PostgreSQL store"):
            make_server(new_folder).join()

        assert (data_of(new_folder) / "thesis.txt").read_text() == "years of work"

    def test_a_store_of_another_major_version_is_not_passed_over(self, new_folder):
        (new_folder / "pgdata-9").mkdir(parents=True)

        with pytest.raises(EmbeddedServerError, match=r"holds pgdata-9, .* docs/operations.md"):
            make_server(new_folder).join()

    def test_a_configuration_that_does_not_work_is_said_at_once(self, server, folder):
        server.join()
        server.leave()
        configuration = data_of(folder) / "postgresql.auto.conf"
        before = configuration.read_text()
        configuration.write_text("no_such_setting = on\n")

        with pytest.raises(EmbeddedServerError, match=r'unrecognized configuration parameter "no_such_setting"'):
            server.join()

        configuration.write_text(before)

    def test_a_path_the_starter_would_misread(self, open_folder):
        with pytest.raises(EmbeddedServerError, match="DATA_DIR"):
            make_server(open_folder / "a$HOME").join()

    def test_no_binaries_names_both_ways_out(self, new_folder, monkeypatch):
        monkeypatch.setattr(tools, "PACKAGE", "not_installed")

        with pytest.raises(EmbeddedServerError, match=r"requirements\.txt.* DATABASE_URL"):
            make_server(new_folder).join()

    def test_a_wheel_without_its_programs(self, monkeypatch, tmp_path):
        monkeypatch.setattr(tools.importlib.util, "find_spec", lambda name: None)

        with pytest.raises(EmbeddedServerError, match="programs are missing"):
            tools.find_programs()

    def test_a_user_id_without_a_name(self, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 54321)

        with pytest.raises(EmbeddedServerError, match=r"54321 has no name.* DATABASE_URL"):
            tools.our_name()

    def test_the_package_itself_is_never_imported(self, server):
        server.join()

        assert tools.PACKAGE not in sys.modules


class TestSockets:
    @pytest.fixture
    def deep_folder(self, open_folder: Path) -> Path:
        return open_folder / ("deep" * 25)

    def test_a_path_too_long_for_a_socket_gets_a_short_one(self, deep_folder):
        server = make_server(deep_folder)
        try:
            address = server.join()
            assert query(server, "SELECT 1") == [(1,)]
        finally:
            server.leave()

        assert address["HOST"].startswith("/tmp/epg-")
        assert stat.S_IMODE(Path(address["HOST"]).stat().st_mode) == 0o700
        Path(address["HOST"]).rmdir()

    @pytest.mark.parametrize("squat", ["link", "open to all", "file"])
    def test_a_short_folder_made_by_somebody_else_is_refused(self, deep_folder, open_folder, monkeypatch, squat):
        monkeypatch.setattr(place, "SHORT_FOLDERS", open_folder)
        uid = tools.choose_account(deep_folder).uid
        expected = place._socket_folder(deep_folder, uid)
        expected.rmdir()
        if squat == "link":
            expected.symlink_to("/tmp")
        elif squat == "file":
            expected.touch()
        else:
            expected.mkdir()
            os.chown(expected, uid, -1)
            expected.chmod(0o777)

        with pytest.raises(EmbeddedServerError, match="is not used"):
            make_server(deep_folder).join()


@as_root
class TestRoot:
    def test_the_server_runs_as_another_account(self, server, folder):
        server.join()

        pid = server_process(data_of(folder))
        assert Path(f"/proc/{pid}").stat().st_uid == server.place.tools.account.uid != 0

    def test_a_strict_umask_does_not_shut_the_server_out(self, new_folder):
        os.umask(0o077)
        server = make_server(new_folder / "deeper")
        try:
            assert query(server, "SELECT 1") == [(1,)]
        finally:
            server.leave()

        assert server.place.data.is_relative_to(new_folder)

    def test_a_store_keeps_the_account_that_made_it(self, new_folder):
        accounts = tools._stand_ins()
        new_folder.mkdir()
        for account in accounts:
            os.chown(new_folder, account.uid, account.gid)
            assert tools.choose_account(new_folder) == account

    def test_without_any_account_it_says_so(self, monkeypatch):
        monkeypatch.setattr(tools, "STAND_INS_FOR_ROOT", ("no-such-account",))

        with pytest.raises(EmbeddedServerError, match="does not run as root"):
            tools.choose_account(Path("/nonexistent"))

    def test_in_a_folder_out_of_reach_everything_is_kept_elsewhere(self, open_folder):
        closed, elsewhere = open_folder / "closed", open_folder / "elsewhere"
        closed.mkdir(mode=0o700)
        server = make_server(closed / "postgresql", elsewhere=elsewhere)
        query(server, "CREATE TABLE kept AS SELECT 38 AS percentage")
        server.leave()
        [home] = elsewhere.iterdir()
        assert server.place.data.parent == home
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700

        again = make_server(closed / "postgresql", elsewhere=elsewhere)
        try:
            assert query(again, "SELECT percentage FROM kept") == [(38,)]
        finally:
            again.leave()

    @pytest.mark.parametrize("harm", ["given away", "opened", "gone"])
    def test_a_folder_elsewhere_that_is_no_longer_ours_is_refused(self, open_folder, harm):
        folder, home = open_folder / "closed", open_folder / "home"
        folder.mkdir(mode=0o700)
        (folder / "elsewhere").symlink_to(home)
        if harm != "gone":
            home.mkdir(mode=0o755)
        if harm == "given away":
            os.chown(home, 65534, -1)
        if harm == "opened":
            home.chmod(0o777)

        with pytest.raises(EmbeddedServerError, match="is gone" if harm == "gone" else "is not used"):
            make_server(folder).join()

    def test_a_store_that_went_out_of_reach_is_not_replaced_by_an_empty_one(self, server, folder):
        server.join()
        server.leave()
        folder.parent.chmod(0o700)

        with pytest.raises(EmbeddedServerError, match="can no longer reach"):
            server.join()

        folder.parent.chmod(0o755)

    def test_programs_out_of_reach_are_copied(self, open_folder, monkeypatch):
        installed = tools.find_programs()
        closed = open_folder / "closed"
        closed.mkdir(mode=0o700)
        package = installed.parent.parent
        (closed / package.name).mkdir()
        shutil.copytree(installed.parent, closed / package.name / "pginstall", symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        shutil.copytree(libraries, closed / libraries.name, symlinks=True)
        monkeypatch.setattr(tools, "find_programs", lambda: closed / package.name / "pginstall" / "bin")
        server = make_server(open_folder / "postgresql")
        try:
            assert query(server, "SELECT 1") == [(1,)]
        finally:
            server.leave()

        assert server.place.tools.programs.is_relative_to(open_folder / "postgresql")
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
