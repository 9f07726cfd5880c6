"""The steps of `manage.py serve` that can be tried without serving."""

import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from config import serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_free_port_is_fine(free_port):
    serving.check_port("127.0.0.1", free_port)


def test_a_taken_port_is_one_line_and_a_failure(taken_port):
    done = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", str(taken_port)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert f"127.0.0.1:{taken_port} (Address already in use)" in line
    assert f"make run PORT={taken_port + 1}" in line


@pytest.fixture
def site():
    class AlwaysBroken(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_error(500)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), AlwaysBroken)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_any_answer_is_an_answer(site):
    assert serving.answers("127.0.0.1", site)


def test_silence_is_none(free_port):
    assert not serving.answers("127.0.0.1", free_port)


def test_the_last_words_are_the_address_and_the_way_in(site):
    said = []
    serving.announce("0.0.0.0", site, said.append)

    assert f"http://127.0.0.1:{site}/\n" in said[-1]
    assert f"http://127.0.0.1:{site}/admin/" in said[-1]
    assert "make admin-user" in said[-1]


class TestStaticFiles:
    @pytest.fixture(autouse=True)
    def small_site(self, settings, tmp_path):
        settings.STATICFILES_DIRS = [tmp_path / "source"]
        settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
        settings.STATIC_ROOT = str(tmp_path / "collected")
        (tmp_path / "source").mkdir()
        (tmp_path / "source" / "page.css").write_text("p { color: red }")

    def test_are_collected_once(self, tmp_path):
        assert serving.collect_static() is None
        assert (tmp_path / "collected" / "page.css").exists()

        assert serving.collect_static() == "unchanged"

    def test_are_collected_again_when_one_changes(self, tmp_path):
        serving.collect_static()
        (tmp_path / "source" / "page.css").write_text("p { color: blue }")

        assert serving.collect_static() is None
        assert "blue" in (tmp_path / "collected" / "page.css").read_text()

    def test_a_copy_cut_short_by_a_kill_is_made_again(self, tmp_path):
        serving.collect_static()
        (tmp_path / "collected" / ".collected-from").unlink()
        (tmp_path / "collected" / "page.css").write_text("p {")

        serving.collect_static()

        assert (tmp_path / "collected" / "page.css").read_text() == "p { color: red }"
