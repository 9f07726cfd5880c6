"""A file can't cost more than is allowed, whatever it makes its reader do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspections.importing.extract import MAX_FILE_BYTES, READERS, Document, NotReadable, extract
from inspections.importing.extract.bounded import ROOT, bounded, run_bounded
from inspections.rows import FileForm
from tests.importing.bad_pdfs import PACKED
from tests.importing.misbehaving import well_behaved
from tests.importing.small_pdf import pdf, text

HERE = "tests.importing.misbehaving"
on_linux = pytest.mark.xfail(sys.platform != "linux", reason="the system has no such limit", strict=False)


def test_what_was_read_comes_back_whole():
    assert bounded(f"{HERE}:well_behaved")("Größe “7”".encode()) == well_behaved("Größe “7”".encode())


def test_a_reason_comes_back_as_it_is():
    with pytest.raises(NotReadable, match=r"^3 bytes are none that are read\.$"):
        bounded(f"{HERE}:refuses")(b"abc")


def test_what_a_library_prints_is_no_part_of_the_answer():
    assert bounded(f"{HERE}:prints")(b"a") == well_behaved(b"a")


def test_a_file_of_the_largest_size_gets_through():
    content = b"x" * MAX_FILE_BYTES
    assert len(bounded(f"{HERE}:well_behaved")(content).lines[0].text) == MAX_FILE_BYTES


@on_linux
def test_memory_is_bounded():
    with pytest.raises(NotReadable, match=r"^The file takes more than 500 MB of memory to read: it is refused\.$"):
        bounded(f"{HERE}:eats_memory")(b"")


@pytest.mark.parametrize("reader", ["sleeps", "computes"])
def test_time_is_bounded(reader):
    with pytest.raises(NotReadable, match=r"takes more than 0\.5 seconds to read"):
        run_bounded(f"{HERE}:{reader}", b"", seconds=0.5)


@on_linux
def test_processor_time_is_bounded(monkeypatch):
    monkeypatch.setattr(sys.modules[run_bounded.__module__], "SECONDS", 1)
    with pytest.raises(NotReadable, match="takes more than 1 seconds to read"):
        run_bounded(f"{HERE}:computes", b"", seconds=30)


@pytest.mark.parametrize("reader", ["crashes", "fails"])
def test_a_reader_that_dies_is_a_reason_and_is_logged(reader, caplog):
    with pytest.raises(NotReadable, match="Reading the file broke off: it is damaged"):
        bounded(f"{HERE}:{reader}")(b"")
    assert f"{HERE}:{reader}" in caplog.text


def test_no_secret_is_in_its_environment(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:password@host/name")
    assert {"DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE"}.isdisjoint(
        run_bounded(f"{HERE}:tells_its_environment", b"")
    )


def test_it_knows_no_django():
    modules = run_bounded(f"{HERE}:tells_its_modules", b"")
    assert [name for name in modules if name.partition(".")[0] in ("django", "psycopg", "pypdfium2")] == []


@on_linux
def test_it_writes_no_file(tmp_path):
    with pytest.raises(NotReadable, match="broke off"):
        bounded(f"{HERE}:writes_a_file")(str(tmp_path / "file").encode())
    assert not (tmp_path / "file").exists() or (tmp_path / "file").stat().st_size == 0


@on_linux
def test_it_ends_with_its_parent():
    """The parent is killed and can tidy up nothing."""
    program = f"from inspections.importing.extract.bounded import run_bounded; run_bounded('{HERE}:sleeps', b'')"
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    child = _wait_for(lambda: _children(parent.pid))[0]
    _wait_for(lambda: _is_ready(child))
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    _wait_for(lambda: not _is_alive(child))


def _children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(number) for number in found.stdout.split()]


def _is_ready(process: int) -> bool:
    """Whether it has limited itself: it leaves no core file then."""
    limits = Path(f"/proc/{process}/limits").read_text(encoding="ascii").splitlines()
    return any(limit.split()[:6] == ["Max", "core", "file", "size", "0", "0"] for limit in limits)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_for(condition, seconds: float = 10.0):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def test_pdf_is_read_in_it():
    document: Document = extract(pdf(text("Ratings", 70, 100)))
    assert [(line.page, line.text) for line in document.lines] == [(1, "Ratings")]
    assert document.form is FileForm.PDF
    assert READERS[FileForm.PDF].__module__ == "inspections.importing.extract.bounded"


@on_linux
@pytest.mark.parametrize("content", PACKED.values(), ids=PACKED.keys())
def test_a_small_pdf_that_unpacks_to_a_huge_one_is_refused(content):
    with pytest.raises(NotReadable, match=r"takes more than (500 MB of memory|10 seconds)"):
        extract(content)
