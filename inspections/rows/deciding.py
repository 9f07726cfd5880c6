"""Themes of an edition's recommendations and findings, as staff decide them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ThemeChoice:
    """A theme that a fact may have: whether it has it, and the words that suggest it ("" where none do)."""

    pk: int
    name: str
    is_assigned: bool
    because: str


@dataclass(frozen=True, kw_only=True)
class FactToDecide:
    """A recommendation or finding with every theme it may have, in the order of the list.

    `name` tells it apart in a form: "recommendation-5".
    """

    name: str
    key: str
    where: str
    text: str
    choices: tuple[ThemeChoice, ...]

    @property
    def likely(self) -> tuple[ThemeChoice, ...]:
        """The themes it has, and those that are suggested."""
        return tuple(choice for choice in self.choices if choice.is_assigned or choice.because)

    @property
    def others(self) -> tuple[ThemeChoice, ...]:
        return tuple(choice for choice in self.choices if not choice.is_assigned and not choice.because)

    @property
    def assigned(self) -> frozenset[int]:
        return frozenset(choice.pk for choice in self.choices if choice.is_assigned)
