"""The characters of a web page: in the charset it declares, decoded strictly and never guessed at."""

import re

from inspections.importing.extract.lines import NotReadable

UTF_8_MARK = b"\xef\xbb\xbf"
LONGEST_HEAD = 4096
DECLARED = re.compile(
    rb"""(?:<meta\b[^>]*?|<\?xml\b[^>]*?)\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# As browsers do: whoever declares Latin-1 or ASCII has windows-1252; a page that can be searched for "utf-16" is none.
CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(
        ("windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1"), "cp1252"
    ),
    **dict.fromkeys(("us-ascii", "ascii"), "cp1252"),
}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decoded(content: bytes) -> str:
    """The page's source. Raises `NotReadable` where its bytes are not in the charset that it declares."""
    codec, name = _charset(content)
    try:
        text = content.removeprefix(UTF_8_MARK).decode(codec)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotReadable(f"The page is not in {name} (line {line} of its source): save it as UTF-8.") from error
    if codec != "utf-8" and not text.isascii() and _is_utf_8(content):
        raise NotReadable(f"The page declares {name}, but it is in UTF-8: correct its declaration.")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NotReadable(f"The page is not plain HTML: line {line} of its source has control characters.")
    return text


def _charset(content: bytes) -> tuple[str, str]:
    """The codec, and what a person knows it by. Without a declaration only UTF-8 is taken."""
    if content.startswith(UTF_8_MARK):
        return "utf-8", "UTF-8"
    found = DECLARED.search(content[:LONGEST_HEAD])
    if found is None:
        return "utf-8", "UTF-8, and declares no other charset"
    name = found[1].decode("ascii", "replace")
    if name.lower() not in CODECS:
        raise NotReadable(f"The page is in {name[:40]}, which is not read: save it as UTF-8.")
    return CODECS[name.lower()], name


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
