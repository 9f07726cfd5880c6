"""The files in static/vendor are the ones we took, changed only as tools/vendor.py says."""

import hashlib
import json
import re

import pytest
from plotly.offline import get_plotlyjs_version

from tools import vendor

RECORD = json.loads((vendor.VENDOR / "VENDOR.json").read_text(encoding="utf-8"))
HASHES = {name: digest for package in RECORD.values() for name, digest in package["files"].items()}
GOVUK_CSS = (vendor.VENDOR / "govuk-frontend" / "govuk-frontend.min.css").read_text(encoding="utf-8")


def test_every_file_is_recorded_and_unchanged():
    kept = {
        path.relative_to(vendor.VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.VENDOR.rglob("*")
        if path.is_file() and path.name != "VENDOR.json"
    }
    assert kept == HASHES


def test_record_names_the_packages_the_tool_would_fetch():
    assert {name: (found["version"], found["integrity"]) for name, found in RECORD.items()} == {
        package.name: (package.version, package.integrity) for package in vendor.PACKAGES
    }


@pytest.mark.parametrize("folder", ["govuk-frontend", "plotly"])
def test_every_package_carries_its_licence(folder):
    assert "Permission is hereby granted" in (vendor.VENDOR / folder / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("unlicensed", ["GDS Transport", "@font-face", "crown", "crest", "opengraph"])
def test_identity_that_is_not_licensed_to_us_is_absent(unlicensed):
    assert unlicensed.casefold() not in GOVUK_CSS.casefold()


def test_only_text_files_are_kept():
    assert {path.rsplit(".", 1)[-1] for path in HASHES} == {"css", "js", "txt"}


@pytest.mark.parametrize("name", sorted(name for name in HASHES if name.endswith((".css", ".js"))))
def test_nothing_refers_to_a_file_that_is_not_here(name):
    text = (vendor.VENDOR / name).read_text(encoding="utf-8")
    assert "sourceMappingURL=" not in text
    if name.endswith(".css"):
        assert re.findall(r"url\((?!data:)", text) == []


def test_plotly_in_the_page_is_the_version_that_python_draws_for():
    assert RECORD["plotly.js-basic-dist-min"]["version"] == get_plotlyjs_version()
    assert RECORD["plotly.js"]["version"] == get_plotlyjs_version()


def test_transform_takes_out_fonts_crest_and_map():
    css = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
        ".govuk-tag{font-family:GDS Transport,arial,sans-serif}"
        "@media print{.govuk-footer__crown{margin:0}.govuk-footer{padding:0}}"
        ".govuk-footer__copyright-logo:before{background:url(/assets/images/govuk-crest.svg)}"
        "\n/*# sourceMappingURL=govuk-frontend.min.css.map */\n"
    )
    assert vendor.without_crown_identity(css) == (
        f".govuk-tag{{font-family:{vendor.FONT_STACK}}}@media print{{.govuk-footer{{padding:0}}}}\n"
    )


def test_a_package_that_is_not_the_one_we_know_is_refused(tmp_path, monkeypatch):
    archive = tmp_path / "other.tgz"
    archive.write_bytes(b"something else")
    packed = vendor.subprocess.CompletedProcess([], 0, stdout=json.dumps([{"filename": archive.name}]))
    monkeypatch.setattr(vendor.shutil, "which", lambda name: name)
    monkeypatch.setattr(vendor.subprocess, "run", lambda *args, **kwargs: packed)
    with pytest.raises(vendor.WrongIntegrityError, match="govuk-frontend@6"):
        vendor.fetch(vendor.PACKAGES[0], tmp_path)
