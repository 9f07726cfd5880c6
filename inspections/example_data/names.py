"""Names of places that do not exist, in the manner of English ones.

A test holds every name that can be made against the real regions, delivery units, counties and police areas.
"""

from itertools import product
from random import Random

from inspections.example_data.size import MOST

# fmt: off
STARTS = (
    "Quessel", "Yarrel", "Brintle", "Mossen", "Tarrow", "Wostrel", "Pellin", "Osker", "Drummel", "Garven", "Hesken",
    "Ozrin", "Kestrin", "Lorrin", "Nessel", "Ovrin", "Rusken", "Skelden", "Thessel", "Ulsken", "Vannick", "Wembrel",
    "Corvin", "Dunnock", "Eldren", "Fennick",
)
ENDS = (
    "mere", "wick", "ford", "combe", "thorpe", "stow", "barrow", "haven", "moor", "gate", "leigh", "dale", "market",
    "bury", "hythe",
)
# fmt: on
REGIONS = ("Example {}shire", "Example {}shire and the {}", "Example Vale of {}", "Example East {}")
UNITS = ("{}", "{}", "{}", "{} and {}", "North {}", "{} and North East {}", "{}, {} and the Isle of {}")


def places() -> list[str]:
    """Every place there can be: 390, enough for as many regions and delivery units as there are at most."""
    return [start + end for start, end in product(STARTS, ENDS)]


def names(random: Random, *, regions: int, units: int) -> tuple[list[str], list[str]]:
    """Names of regions, each beginning "Example", and of delivery units; no two begin with the same place."""
    shuffled = places()
    random.shuffle(shuffled)
    of_regions, rest = shuffled[: MOST["regions"]], shuffled[MOST["regions"] :]
    of_units, others = rest[: MOST["pdus"]], rest[MOST["pdus"] :]
    return (
        [_name(random, REGIONS, place, others) for place in of_regions[:regions]],
        [_name(random, UNITS, place, others) for place in of_units[:units]],
    )


def _name(random: Random, patterns: tuple[str, ...], place: str, others: list[str]) -> str:
    return random.choice(patterns).format(place, *random.sample(others, k=2))
