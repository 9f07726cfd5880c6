"""How long reading takes of texts written to take long, at about 10, 100 and 1,000 kilobytes.

For maintainers: `.venv/bin/python -m tools.bench_reading [KIND ...]`. Reading is linear where ten times the text takes
about ten times as long; "!" marks what took 15 times as long or more, or over five seconds.
"""

import sys
import time

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from tests.importing.hostile import KINDS, hostile

SIZES = (9_500, 95_000, 950_000)
MOST_TIMES = 15
MOST_SECONDS = 5


def main() -> None:
    sys.stdout.write(f"{'kind':26}   1x     10x    100x    10x/1x 100x/10x\n")
    for kind in sys.argv[1:] or KINDS:
        times, outcomes = zip(*(seconds(hostile(kind, size)) for size in SIZES), strict=True)
        ratios = times[1] / times[0], times[2] / times[1]
        mark = "!" if max(ratios) >= MOST_TIMES or times[2] > MOST_SECONDS else " "
        sys.stdout.write(
            f"{kind:26} {times[0]:6.3f} {times[1]:6.3f} {times[2]:6.3f}  {ratios[0]:6.1f} {ratios[1]:6.1f} {mark} "
            f"{outcomes[2]}\n"
        )
        sys.stdout.flush()


def seconds(content: bytes) -> tuple[float, str]:
    """How long reading takes, and what becomes of it."""
    start = time.perf_counter()
    try:
        parse(extract(content))
        outcome = "read"
    except (NotReadable, NotAReport) as refusal:
        outcome = str(refusal)
    return time.perf_counter() - start, outcome


if __name__ == "__main__":
    main()
