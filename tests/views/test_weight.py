"""What a first look at a page takes over the wire: under 60 kB before a chart is drawn."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

from tests.pages import parsed

pytestmark = pytest.mark.django_db
MOST_BYTES = 60_000
PAGES = [
    "/",
    "/regions/yorkshire-and-the-humber/",
    "/regions/yorkshire-and-the-humber/key-questions/",
    "/pdus/",
    "/pdus/doncaster/",
    "/pdus/doncaster/inspections/2024/standards/assessment/",
    "/about/",
]
STATIC = Path(settings.BASE_DIR) / "static"
IMPORTED = {".js": re.compile(r'(?:from|import) "(\.[^"]+)"'), ".css": re.compile(r'@import "([^"]+)"')}


def with_imports(file: Path) -> set[Path]:
    """A script or style sheet and what it imports."""
    found = {file}
    if "vendor" not in file.parts:
        for name in IMPORTED[file.suffix].findall(file.read_text(encoding="utf-8")):
            found |= with_imports((file.parent / name).resolve())
    return found


def files_of(html: str) -> set[Path]:
    """The style sheets and scripts a page asks for before anything is done on it."""
    page = parsed(html)
    addresses = [link["href"] for link in page.all("link", rel="stylesheet")]
    addresses += [script["src"] for script in page.all("script") if "src" in script.attributes]
    found: set[Path] = set()
    for address in addresses:
        found |= with_imports((STATIC / address.removeprefix(settings.STATIC_URL)).resolve())
    return found


@pytest.mark.parametrize("address", PAGES)
def test_first_look_is_light_and_without_plotly(shipped_data, client, address):
    content = client.get(address).content
    files = files_of(content.decode())
    assert {path.name for path in files} >= {"app.css", "app.js", "charts.js", "govuk-frontend.min.css"}
    assert not [path for path in files if "plotly" in path.parts]
    assert len(gzip.compress(content)) + sum(len(brotli.compress(path.read_bytes())) for path in files) < MOST_BYTES
