"""No name that can be made up is one of a real place, or close to one."""

import difflib
import json
from random import Random

import pytest

from inspections.example_data.names import names, places
from inspections.importing.reference import REFERENCE_DIR

CLOSE = 0.8
AREAS = """
Avon and Somerset, Bedfordshire, Berkshire, Bristol, Buckinghamshire, Cambridgeshire, Cheshire, Cleveland, Cornwall,
Cumbria, Derbyshire, Devon, Dorset, Durham, Dyfed Powys, Essex, Gloucestershire, Greater Manchester, Gwent, Hampshire,
Herefordshire, Hertfordshire, Humberside, Huntingdonshire, Isle of Wight, Kent, Lancashire, Leicestershire,
Lincolnshire, London, Merseyside, Middlesex, Norfolk, North Wales, Northamptonshire, Northumberland, Northumbria,
Nottinghamshire, Oxfordshire, Rutland, Shropshire, Somerset, South Wales, South Yorkshire, Staffordshire, Suffolk,
Surrey, Sussex, Thames Valley, Tyne and Wear, Warwickshire, West Mercia, West Midlands, West Yorkshire, Westmorland,
Wiltshire, Worcestershire, East Midlands, East of England, Kent Surrey and Sussex, North East, North West,
South Central, South West, Wales, Yorkshire and the Humber
"""
TOWNS = """
Ashford, Bradford, Brentwood, Bury, Chelmsford, Corby, Dunstable, Fenwick, Guildford, Hertford, Ilford, Kettering,
Marlow, Mossley, Nettlecombe, Oldham, Quernmore, Rushmoor, Skelmersdale, Stafford, Tamworth, Telford, Thornbury,
Umberleigh, Wembley, Wendlebury, Wetherby, Yarm
"""


def real_names() -> set[str]:
    listed = {name.strip() for name in f"{AREAS},{TOWNS}".replace("\n", " ").split(",")}
    regions = json.loads((REFERENCE_DIR / "regions.json").read_text())
    held = {place["name"] for region in regions for place in (region, *region["delivery_units"])}
    words = {word for name in listed | held for word in name.split() if len(word) > 4}
    return {name.casefold() for name in listed | held | words if name}


def closest(name: str, real: set[str]) -> tuple[float, str]:
    return max((difflib.SequenceMatcher(None, name.casefold(), other).ratio(), other) for other in real)


def test_no_place_is_real_or_close_to_one():
    real = real_names()
    assert len(places()) == len(set(places())) == 390
    close = {name: found for name in places() if (found := closest(name, real))[0] >= CLOSE}

    assert close == {}


@pytest.mark.parametrize("seed", range(3))
def test_no_whole_name_is_real_or_close_to_one_and_none_comes_twice(seed):
    real = real_names()
    regions, units = names(Random(seed), regions=30, units=300)

    assert (len(set(regions)), len(set(units))) == (30, 300)
    assert all(region.startswith("Example ") for region in regions)
    assert [name for name in (*regions, *units[:60]) if closest(name, real)[0] >= CLOSE] == []


def test_a_close_name_would_be_found():
    assert closest("Yorkshire and Humber", real_names())[0] >= CLOSE
    assert closest("Donkaster", real_names())[0] >= CLOSE
