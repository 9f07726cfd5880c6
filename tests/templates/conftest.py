import pytest
from django.template import engines


@pytest.fixture(autouse=True)
def _addresses(settings):
    settings.ROOT_URLCONF = "tests.templates.urls"


@pytest.fixture
def render():
    """Renders a line of template as a page would write it."""

    def rendered(source: str, **context: object) -> str:
        return " ".join(engines["django"].from_string(source).render(context).split())

    return rendered
