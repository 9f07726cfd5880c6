"""What is no report: exit status 1, one line on standard error, and the store is not even asked.

No test here has the database: that a refusal writes nothing is proven by its not being able to.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import execute_from_command_line

from tests.importing.conftest import SHIPPED
from tests.importing.report_text import Facts, Layout, render
from tests.importing.test_refusals import LANDING_PAGE, PRESS_RELEASE, REGION_REPORT

ROOT = Path(__file__).parents[2]
REPORT = render(Facts(), Layout())
LINES = SHIPPED.read_bytes().splitlines(keepends=True)
BAD_FILES = {
    "empty": (b"", "empty"),
    "blank": (b"\xef\xbb\xbf \n\n\t\n", "empty"),
    "binary": (bytes(range(256)) * 20, "binary"),
    "image": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "binary"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    "zip": (b"PK\x03\x04" + b"\x00" * 100, "XLSX"),
    "HTML": (b"<!DOCTYPE html><html><body>An inspection of probation services in X</body></html>", "no ratings"),
    "UTF-16": (REPORT.decode().encode("utf-16"), "UTF-16"),
    "Latin-1": (b"\n" + "An inspection of café services".encode("latin-1"), "not text in UTF-8 (line 2)"),
    "huge": (b"An inspection of probation services in:\n\nMarlow Vale\n" * 200_000, "larger than"),
    "landing page": (LANDING_PAGE.encode(), "a web page about a report"),
    "press release": (PRESS_RELEASE.encode(), "a press release"),
    "region report": (REGION_REPORT.encode(), "a report on a region"),
    "letter": (b"Dear all,\n\nthe report is late.\n", "no inspection report"),
    "table": ((SHIPPED.parent / "yorkshire-and-the-humber-ratings.csv").read_bytes(), "no inspection report"),
    **{f"cut off after line {n}": (b"".join(LINES[:n]), "") for n in (5, 60, 75, 90, 150, 300, 425)},
    "cut off in a word": (b"".join(LINES[:200])[:-30], "cut off"),
}


def refused(path: Path | str, capsys, *options: str) -> str:
    """What standard error says, after making sure that it is one line and all that is said."""
    with pytest.raises(SystemExit) as end:
        execute_from_command_line(["manage.py", "import_report", str(path), *options])
    said = capsys.readouterr()
    assert end.value.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    return said.err


@pytest.mark.parametrize(("content", "reason"), BAD_FILES.values(), ids=BAD_FILES.keys())
@pytest.mark.parametrize("options", [[], ["--dry-run", "--json"], ["--create-places"]], ids=" ".join)
def test_a_bad_file_is_refused_in_one_line(tmp_path, capsys, content, reason, options):
    file = tmp_path / "report.txt"
    file.write_bytes(content)

    said = refused(file, capsys, *options)

    assert said.startswith("CommandError: report.txt: ")
    assert reason in said


def test_a_missing_file(tmp_path, capsys):
    assert "No such file or directory." in refused(tmp_path / "missing.txt", capsys)


def test_a_folder(tmp_path, capsys):
    assert "Is a directory." in refused(tmp_path, capsys)


def test_a_file_without_an_end(capsys):
    assert "larger than" in refused("/dev/zero", capsys)


@pytest.mark.parametrize("name", ["two\nlines.txt", "\udcff\udcfe.txt"])
def test_a_name_that_is_no_line_of_text(tmp_path, capsys, name):
    file = tmp_path / name
    file.write_bytes(b"")

    assert "The file is empty." in refused(file, capsys)
    assert "No such file" in refused(tmp_path / f"no {name}", capsys)


def test_the_process_ends_with_status_1(tmp_path):
    file = tmp_path / "report.txt"
    file.write_bytes(b"Dear all,\n\nthe report is late.\n")
    variables = {"ENVIRONMENT": "test", "SECRET_KEY": "only for tests", "DATA_DIR": str(tmp_path / "var")}
    done = subprocess.run(
        [sys.executable, "manage.py", "import_report", str(file)],
        cwd=ROOT,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("CommandError: report.txt: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "var").exists(), "a refusal started the embedded server"
