"""Whether words stand in a text, whatever the typing made of blanks, quotation marks and dashes."""

import re
import unicodedata

LOOKS = str.maketrans(dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„″", '"') | dict.fromkeys("‐‑‒–—−", "-"))
NOT_WORDS = re.compile("[\u00ad\u200b¹²³⁰⁴-⁹]")  # soft hyphens, blanks of no width, marks of footnotes
CUT_WORD = re.compile(r"(?<=\w)- (?=\w)")
LEFT_OUT = re.compile(r"\[?\.\.\.\]?")
AROUND = " .,;:'\"-•"


def stands_in(words: str, text: str) -> bool:
    """Whether a text has these words: whole ones, in their order, and one after the other.

    "…" stands for what is left out: so a quote can do without the running foot of a page in the midst of it. Large and
    small letters, the stops at either end and the marks of footnotes make no difference.
    """
    pieces = [piece.strip(AROUND) for piece in LEFT_OUT.split(plain(words))]
    held, at = plain(text), 0
    for piece in filter(None, pieces):
        found = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(held, at)
        if found is None:
            return False
        at = found.end()
    return any(pieces)


def plain(words: str) -> str:
    """The words in one way of typing: "re- offending" and "re-offending" are the same."""
    typed = unicodedata.normalize("NFKC", NOT_WORDS.sub("", words)).translate(LOOKS)
    return CUT_WORD.sub("-", " ".join(typed.split())).casefold()
