"""Fetches the front-end files kept in static/vendor/ and writes VENDOR.json beside them.

For maintainers, never needed to run: the files are committed. It needs npm and uses whatever registry this machine is
set up with; what arrives must have the integrity written here.

    python tools/vendor.py

To move to another version: change `version` and `integrity` (npm view NAME@VERSION dist.integrity), run, look at the
pages, commit. plotly.js must stay the version that the Python package draws for (tests/test_vendor.py says so).
"""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"

FONT_STACK = "arial,helvetica,sans-serif"

# The npm package has no licence file; this is LICENSE.txt of its repository.
GOVUK_LICENCE = """\
The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


class WrongIntegrityError(Exception):
    """What npm brought is not the file we know."""


def without_source_map(text: str) -> str:
    """The map isn't kept, and hashed static files refuse a reference to a file that isn't there."""
    return re.sub(r"\s*(//[#@] sourceMappingURL=[^\n]*|/\*[#@] sourceMappingURL=.*?\*/)\s*$", "\n", text)


def without_crown_identity(css: str) -> str:
    """GOV.UK styles for a service off GOV.UK: no GDS Transport, no crest, no crown (none is licensed to us)."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONT_STACK)
    css = re.sub(r"[^{}]*__(?:copyright-logo:before|crown)\{[^{}]*\}", "", css)
    return without_source_map(css)


def unchanged(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One file of a package and what is done to it on the way."""

    path: str
    name: str
    transform: Callable[[str], str] = unchanged


@dataclass(frozen=True, kw_only=True)
class Package:
    name: str
    version: str
    integrity: str
    folder: str
    files: tuple[Taken, ...]
    licence: str | None = None


PACKAGES = (
    Package(
        name="govuk-frontend",
        version="6.6.0",
        integrity="sha512-xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg==",
        folder="govuk-frontend",
        files=(
            Taken(
                path="dist/govuk/govuk-frontend.min.css",
                name="govuk-frontend.min.css",
                transform=without_crown_identity,
            ),
            Taken(
                path="dist/govuk/govuk-frontend.min.js",
                name="govuk-frontend.min.js",
                transform=without_source_map,
            ),
        ),
        licence=GOVUK_LICENCE,
    ),
    Package(
        name="plotly.js-basic-dist-min",
        version="4.1.1",
        integrity="sha512-1oNF8PeQx2hv/y7tqEVWKD3JGwn/MGEMQ8mL9HUwsaqG9FGy/OU5FHUHvzqbqxN4mnwZGI9abTiE775C4kkjMQ==",
        folder="plotly",
        files=(
            Taken(path="plotly-basic.min.js", name="plotly-basic.min.js"),
            Taken(path="LICENSE", name="LICENSE.txt"),
        ),
    ),
    Package(
        name="plotly.js",
        version="4.1.1",
        integrity="sha512-fYLAOj091/+M4h1rmtVIkRIpdkz5/P9IdNUeB9wKmCUyvewuUdlCYR5ryqDWP7Cb36Dn4EvSrs6YKvRJ9ukNdQ==",
        folder="plotly",
        files=(Taken(path="dist/plotly.css", name="plotly.css"),),
    ),
)


def fetch(package: Package, into: Path) -> Path:
    """The package's archive, once its integrity has been checked."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the packages, and was not found.")
    wanted = f"{package.name}@{package.version}"
    packed = subprocess.run(  # noqa: S603
        [npm, "pack", wanted, "--json", "--silent"], cwd=into, check=True, capture_output=True, text=True
    )
    archive = into / json.loads(packed.stdout)[0]["filename"]
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package.integrity:
        raise WrongIntegrityError(f"{wanted}: expected {package.integrity}, got {found}")
    return archive


def write_files(package: Package, archive: Path) -> Iterator[Path]:
    """Writes the files that are kept, transformed, and gives their paths."""
    folder = VENDOR / package.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as members:
        for taken in package.files:
            member = members.extractfile(f"package/{taken.path}")
            if member is None:
                raise FileNotFoundError(f"{package.name} has no file {taken.path}")
            path = folder / taken.name
            path.write_text(taken.transform(member.read().decode()), encoding="utf-8", newline="")
            yield path
    if package.licence:
        path = folder / "LICENSE.txt"
        path.write_text(package.licence, encoding="utf-8", newline="")
        yield path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    record = {}
    with tempfile.TemporaryDirectory() as temporary:
        archives = [fetch(package, Path(temporary)) for package in PACKAGES]
        shutil.rmtree(VENDOR, ignore_errors=True)
        for package, archive in zip(PACKAGES, archives, strict=True):
            record[package.name] = {
                "version": package.version,
                "integrity": package.integrity,
                "files": {str(path.relative_to(VENDOR)): sha256(path) for path in write_files(package, archive)},
            }
    (VENDOR / "VENDOR.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
