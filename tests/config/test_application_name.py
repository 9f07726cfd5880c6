"""The name by which the history knows a process."""

import os
import pwd

import pytest

from config import application_name as module
from config.application_name import LONGEST, application_name

ACCOUNT = pwd.getpwuid(os.getuid()).pw_name


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["manage.py", "import_report", "secret.txt"], "manage.py import_report"),
        (["/srv/findings/manage.py", "shell"], "manage.py shell"),
        (["manage.py"], "manage.py"),
        (["manage.py", "--help"], "manage.py"),
        (["/usr/bin/pytest", "-q", "tests"], "pytest"),
        ([""], "python"),
        ([], "python"),
    ],
)
def test_it_names_program_and_command_and_nothing_that_was_given(arguments, name):
    assert application_name(arguments) == f"{name} ({ACCOUNT})"


def test_a_long_name_is_cut_so_that_the_account_stays():
    name = application_name(["manage.py", "import_" * 20])

    assert len(name) == LONGEST
    assert name.endswith(f" ({ACCOUNT})")


def test_an_account_without_a_name_is_told_by_its_number(monkeypatch):
    monkeypatch.setattr(module.os, "getuid", lambda: 123_456_789)

    assert application_name(["manage.py", "shell"]) == "manage.py shell (user 123456789)"
