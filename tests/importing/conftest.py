from pathlib import Path

import pytest

from inspections.importing.extract import Document, extract
from inspections.importing.parse import parse
from inspections.importing.parsed import ParsedReport
from inspections.models import DeliveryUnit
from tests import factories

SHIPPED = Path(__file__).parents[2] / "inspections" / "reference" / "doncaster-2024.txt"


@pytest.fixture(scope="session")
def shipped() -> Document:
    return extract(SHIPPED.read_bytes())


@pytest.fixture(scope="session")
def doncaster(shipped: Document) -> ParsedReport:
    return parse(shipped)


@pytest.fixture
def marlow(reference: None, db: None) -> DeliveryUnit:
    """The unit of the invented report, held."""
    return factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))
