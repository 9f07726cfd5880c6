"""Readers as no file should make them, for the child process to survive them."""

import ctypes
import os
import time
from pathlib import Path

from inspections.importing.extract.lines import Document, Line, NotReadable
from inspections.rows import FileForm


def well_behaved(content: bytes) -> Document:
    line = Line(number=1, page=2, text=content.decode(), anchor="top", is_furniture=True)
    return Document(lines=(line,), form=FileForm.HTML, address="https://example.org/")


def refuses(content: bytes) -> Document:
    raise NotReadable(f"{len(content)} bytes are none that are read.")


def eats_memory(content: bytes) -> Document:
    raise NotReadable(f"{len(b'x' * 600_000_000)} bytes were to be had.")


def sleeps(content: bytes) -> Document:
    time.sleep(60)
    raise NotReadable("It woke up.")


def computes(content: bytes) -> Document:
    while True:
        pass


def crashes(content: bytes) -> Document:
    ctypes.string_at(0)
    raise NotReadable("Nothing stands at nowhere.")


def fails(content: bytes) -> Document:
    raise ValueError("an error of ours")


def prints(content: bytes) -> Document:
    os.write(1, b"a library says something")
    return well_behaved(content)


def tells_its_environment(content: bytes) -> dict[str, str]:
    return dict(os.environ)


def writes_a_file(content: bytes) -> Document:
    Path(content.decode()).write_bytes(b"x")
    return well_behaved(content)


def tells_its_modules(content: bytes) -> list[str]:
    import sys

    return sorted(sys.modules)
