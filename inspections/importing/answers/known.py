"""What the store holds that an answer can choose from, by name."""

from dataclasses import dataclass

from inspections.rows import Strand


@dataclass(frozen=True, kw_only=True)
class KnownUnit:
    """A delivery unit that is held."""

    name: str
    region: str


@dataclass(frozen=True, kw_only=True)
class KnownStandard:
    """A standard of a framework, with the strands its key questions ask about."""

    name: str
    strands: tuple[Strand, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KnownFramework:
    """A framework that is held."""

    code: str
    name: str
    max_score: int
    standards: tuple[KnownStandard, ...] = ()

    def standard(self, name: str) -> KnownStandard | None:
        """The standard of a name, whatever its capitals."""
        return next((standard for standard in self.standards if standard.name.lower() == name.lower()), None)


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that can be chosen. `close_units` and `close_regions` are the held names that the report may misspell."""

    regions: tuple[str, ...] = ()
    units: tuple[KnownUnit, ...] = ()
    frameworks: tuple[KnownFramework, ...] = ()
    close_units: tuple[str, ...] = ()
    close_regions: tuple[str, ...] = ()

    def framework(self, code: str) -> KnownFramework | None:
        return next((framework for framework in self.frameworks if framework.code == code), None)
