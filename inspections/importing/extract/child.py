"""The child process of `bounded`: limits itself, reads one file, answers in JSON, ends."""

import ctypes
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from inspections.importing.extract.lines import NotReadable

END_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG


def main() -> None:
    """`refused` has the reason, or null where memory was short; `read` what was read."""
    name, megabytes, seconds = sys.argv[1:]
    answer_to = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no part of the answer
    limit(megabytes=int(megabytes), seconds=int(seconds))
    answer = _answer(_named(name), sys.stdin.buffer.read())
    with os.fdopen(answer_to, "w", encoding="utf-8") as out:
        json.dump(answer, out, default=vars)


def limit(*, megabytes: int, seconds: int) -> None:
    """No more memory and time than this, no files, and no life after the parent's. Where a system has no such limits,
    the parent's clock is left.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - Windows has none

    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
    memory = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _named(name: str) -> Callable[[bytes], Any]:
    module, _, function = name.partition(":")
    reader: Callable[[bytes], Any] = getattr(importlib.import_module(module), function)
    return reader


def _answer(reader: Callable[[bytes], Any], content: bytes) -> dict[str, Any]:
    try:
        return {"read": reader(content)}
    except NotReadable as reason:
        return {"refused": str(reason)}
    except MemoryError:
        return {"refused": None}


if __name__ == "__main__":
    main()
