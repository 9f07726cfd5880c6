"""A file that was named on the command line."""

from pathlib import Path


def content_of(file: Path, *, most: int) -> bytes:
    """The bytes of a file, one more than are ever read at most: what has no end is refused like what is too large."""
    with file.open("rb") as opened:
        return opened.read(most + 1)


def in_one_line(name: str) -> str:
    """A file's name may have line ends in it, and bytes that are no text."""
    return " ".join(name.encode("utf-8", "replace").decode().split())
