"""How much example data, and which."""

from dataclasses import dataclass

MOST = {"regions": 30, "pdus": 300, "rounds": 4}


class ImpossibleSize(ValueError):
    """A number out of its bounds: one line that says which."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """So many regions, delivery units and rounds. The same size and seed give the same data. Raises ImpossibleSize."""

    regions: int
    pdus: int
    rounds: int
    seed: int

    def __post_init__(self) -> None:
        for name, most in MOST.items():
            given = getattr(self, name)
            if not 1 <= given <= most:
                raise ImpossibleSize(f"--{name} is from 1 to {most}, not {given}.")
        if self.pdus < self.regions:
            raise ImpossibleSize(f"Every region has a PDU: --pdus is at least {self.regions}, not {self.pdus}.")

    def __str__(self) -> str:
        """As it is asked for on the command line."""
        return f"--regions {self.regions} --pdus {self.pdus} --rounds {self.rounds} --seed {self.seed}"
