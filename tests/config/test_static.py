"""The style sheet is written in parts and served as one file."""

import re

import pytest
from django.core.management import call_command

from inspections.charts.layout import WIDE
from tests.style_sheet import style_sheet


@pytest.fixture
def sheet() -> str:
    return style_sheet()


def test_every_part_is_in_the_sheet_and_no_import_is_left(sheet):
    assert "@import" not in sheet
    assert sheet.index(".app-rating {") < sheet.index(".app-chart {") < sheet.index("@media print {")


def test_a_wide_drawing_is_shown_from_the_width_it_is_laid_out_for(sheet):
    assert re.findall(r"@container \(min-width: (\d+)px\)", sheet) == [str(WIDE)]


def test_collected_it_is_one_file(settings, tmp_path, sheet):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static.HashedStaticFilesStorage"}}

    call_command("collectstatic", interactive=False, verbosity=0)

    (collected,) = tmp_path.glob("css/app.*.css")
    assert collected.read_text() == sheet
