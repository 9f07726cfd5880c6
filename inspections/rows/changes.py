"""What an edition says, field by field, and what one edition changed of another."""

from dataclasses import dataclass

# What stands for a value that was withdrawn, which nobody is told any more.
WITHDRAWN = "another value, which was withdrawn"
# The field that every fact has, so that where it is new or gone the fact is.
SOURCE = "source"


@dataclass(frozen=True, kw_only=True)
class ToldField:
    """One field of one fact in words: the public key of the fact, which of those it is, what it is, and what is said.

    `fact` is the kind of the fact: two of different kinds may stand in one citation, and so under one key. `named`
    tells it from others of its label, where the label is the same for many: the first words of a text.
    `words` is never empty: what is not held is not told. What stands for another row (a finding, a document) names it
    in words and is compared by `identity`: another row may have the same words, and the same one others.
    """

    key: str
    fact: str
    label: str
    field: str
    words: str
    identity: tuple[str, ...] = ()
    named: str = ""

    @property
    def compared(self) -> tuple[str, ...]:
        """What is another value if this is."""
        return self.identity or (self.words,)


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field whose words differ. `before` or `after` is "" where nothing was or is held.

    `is_cited` is whether the key is that of a fact, which has a source, and not of the inspection.
    """

    key: str
    label: str
    field: str
    before: str
    after: str
    is_cited: bool = True

    @property
    def of(self) -> tuple[str, str]:
        """The fact: several in one citation have labels of their own."""
        return self.key, self.label
