"""Files that a C library reads are read in a child process, so that no file can cost more than is allowed.

The child gets the bytes on its standard input and hands back JSON. It has no settings, no database and no secrets in
its environment, and it may not take more time or memory than stands here: what goes beyond is refused like any file
that can't be read. It is started anew for each file (no fork of a process that has threads).
"""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inspections.importing.extract.lines import Document, Line, NotReadable
from inspections.rows import FileForm

SECONDS = 10
MEGABYTES = 500
ROOT = Path(__file__).parents[3]
CHILD = "inspections.importing.extract.child"
# What a process needs to start at all, on one system or another.
PASSED_ON = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
CPU_TIME_SPENT = -int(getattr(signal, "SIGXCPU", 0))

TOO_SLOW = "The file takes more than {seconds} seconds to read: it is refused."
TOO_LARGE = f"The file takes more than {MEGABYTES} MB of memory to read: it is refused."
BROKE_OFF = f"Reading the file broke off: it is damaged, or takes more than {MEGABYTES} MB of memory to read."

log = logging.getLogger(__name__)


def bounded(reader: str) -> Callable[[bytes], Document]:
    """A reader of documents, by its name ("package.module:function"), that reads in a child process."""

    def read(content: bytes) -> Document:
        read_in_child = run_bounded(reader, content)
        return _document(read_in_child)

    return read


def run_bounded(reader: str, content: bytes, *, seconds: float = SECONDS) -> Any:
    """What a reader makes of a file, as JSON has it: objects for dataclasses, lists for tuples.

    Raises `NotReadable`.
    """
    command = [sys.executable, "-s", "-m", CHILD, reader, str(MEGABYTES), str(SECONDS)]
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    try:
        child = subprocess.run(  # noqa: S603 - our own module, and no word of it comes from the file
            command, input=content, capture_output=True, timeout=seconds, cwd=ROOT, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotReadable(TOO_SLOW.format(seconds=seconds)) from error
    if child.returncode:
        log.warning("Reading by %s ended with %s: %s", reader, child.returncode, child.stderr[-2000:].decode())
        is_slow = child.returncode == CPU_TIME_SPENT
        raise NotReadable(TOO_SLOW.format(seconds=SECONDS) if is_slow else BROKE_OFF)
    answer = json.loads(child.stdout)
    if "refused" in answer:
        raise NotReadable(TOO_LARGE if answer["refused"] is None else answer["refused"])
    return answer["read"]


def _document(read: Mapping[str, Any]) -> Document:
    lines = tuple(Line(**line) for line in read["lines"])
    return Document(lines=lines, form=FileForm(read["form"]), address=read["address"])
