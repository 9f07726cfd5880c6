"""One edition being written."""

from dataclasses import dataclass
from typing import Any

from inspections.importing.match import Matched
from inspections.importing.parsed import ParsedReport, Stated
from inspections.importing.recording.keys import KeyBook
from inspections.importing.recording.store_source import StoredSource
from inspections.models import Citation, Edition


def possible_counts(numerator: int | None, denominator: int | None) -> dict[str, int | None]:
    """The two columns of counts. What can't be ("90 of the 50 cases") is a problem of the report and no count."""
    is_possible = denominator is None or (denominator > 0 and (numerator is None or numerator <= denominator))
    return {"numerator": numerator, "denominator": denominator} if is_possible else {}


@dataclass(frozen=True, kw_only=True)
class Writing:
    """One edition being written: what it is written from, and the keys its facts get."""

    edition: Edition
    report: ParsedReport
    matched: Matched
    stored: StoredSource
    keys: KeyBook

    def cite_stated(self, stated: Stated[Any], name: str) -> Citation:
        """The citation of an identity fact, under the key `doncaster-2024-<name>`."""
        return self.stored.cite(self.edition, self.keys.named(name), stated, stated.quote)
