"""A variable that must be set and isn't stops start-up by its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from environs import Env

from config.environment import MissingVariable, required

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"ENVIRONMENT": "production", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "example.org"}


@pytest.fixture
def variable(monkeypatch):
    def set_to(value: str | None) -> Env:
        if value is None:
            monkeypatch.delenv("A_VARIABLE", raising=False)
        else:
            monkeypatch.setenv("A_VARIABLE", value)
        return Env()

    return set_to


def test_a_value_that_is_there_is_given(variable):
    assert required(variable(" here "), "A_VARIABLE") == "here"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_absence_is_named_with_what_to_do(variable, value):
    with pytest.raises(MissingVariable, match=r"A_VARIABLE is not set.*make run.*README"):
        required(variable(value), "A_VARIABLE")


def test_a_value_that_is_none_of_those_allowed(variable):
    with pytest.raises(MissingVariable, match="A_VARIABLE is 'x'; it must be one of a, b"):
        required(variable("x"), "A_VARIABLE", choices=("a", "b"))


@pytest.mark.parametrize("missing", PRODUCTION)
def test_settings_stop_at_a_missing_variable_in_one_line(missing):
    # Empty, not absent: a developer's .env may set it, and does not override what is there.
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DATA_DIR"}}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment | PRODUCTION | {missing: ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert f"The variable {missing} is not set." in done.stderr
    assert "Traceback" not in done.stderr
