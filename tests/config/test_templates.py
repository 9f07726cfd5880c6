"""What is served of a template: its words and lines, and not its indentation."""

import re

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDER = settings.BASE_DIR / "templates"
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))


@pytest.mark.parametrize("name", ["base.html", "inspections/pdu.html", "components/key_fact.html"])
def test_lines_begin_with_their_first_word_and_stay_lines(name):
    written = (FOLDER / name).read_text(encoding="utf-8")
    served = get_template(name).template.source

    assert served.splitlines() == [line.lstrip(" \t") for line in written.splitlines()]
    assert served != written


def test_no_template_shows_its_indentation():
    shown = re.compile(r"<(pre|textarea)\b|white-space")

    assert len(NAMES) > 100
    assert [name for name in NAMES if shown.search((FOLDER / name).read_text(encoding="utf-8"))] == []
