"""The fields of one fact in words, with those that every fact has: its source, and where it stands there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspections import wording
from inspections.models import Citation
from inspections.queries.column_words import shortened
from inspections.rows import SOURCE, ToldField


@dataclass(frozen=True, kw_only=True)
class Known:
    """Words that are compared by something else: what identifies the row, or all the columns, that they stand for."""

    words: str
    identity: tuple[str, ...]


def citation_related(*names: str) -> list[str]:
    """What telling a fact needs of its citations, of these names, for `select_related`."""
    return [f"{name}__{of}".removeprefix("__") for name in names for of in ("source", "table", "section", "paragraph")]


CITED = citation_related("citation")
WORDS, PLACE = "its words", "place in the source"
OF_SOURCE = {SOURCE, WORDS, PLACE}  # what is told of where a value comes from, and not of the value


def told_fact(
    citation: Citation, *, fact: str, label: str, fields: Mapping[str, str | Known], named: str = ""
) -> Iterator[ToldField]:
    """What is held of a fact, its source last. Needs `citation_related` selected."""
    cited = {SOURCE: _source(citation), WORDS: _words(citation), PLACE: _place(citation)}
    for field, said in {**fields, **cited}.items():
        known = said if isinstance(said, Known) else Known(words=said, identity=())
        if known.words:
            yield ToldField(
                key=citation.key,
                fact=fact,
                label=label,
                field=field,
                words=known.words,
                identity=known.identity,
                named=named,
            )


def opening(text: str) -> str:
    """ "“The head of service was new…”": a text by its first words."""
    return f"“{shortened(text)}”"


def _source(citation: Citation) -> Known:
    """The document, and whose the value is."""
    words = f"{citation.source.title} ({wording.origin(citation.origin)})"
    return Known(words=words, identity=(words, citation.source.key))


def _words(citation: Citation) -> Known:
    """The sentence, or the row of a table of ratings, which has none."""
    if citation.quote:
        return Known(words=f"“{citation.quote}”", identity=(f"“{citation.quote}”", ""))
    words = f"row {citation.row} of {citation.table.title if citation.table else 'a table'}, sentence not held"
    return Known(words=words, identity=(words, citation.table.key if citation.table else ""))


def _place(citation: Citation) -> Known:
    """Page and line in the file, section and paragraph in the text, as far as they are held."""
    section, paragraph = citation.section, citation.paragraph
    parts = {
        "page": citation.page,
        "line": citation.line,
        "section": f"“{section.title}”" if section else None,
        "paragraph": paragraph.position if paragraph else None,
    }
    words = ", ".join(f"{name} {value}" for name, value in parts.items() if value is not None)
    return Known(words=words, identity=(words, f"the section no. {section.position}" if section else ""))
