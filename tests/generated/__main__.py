"""Write an invented report, or what it should give: `python -m tests.generated --seed 7 --form pdf > report.pdf`.

With `--count 300` that many are read instead, from the seed on, and what came back is counted and each miss shown.
"""

import argparse
import json
import sys

from tests.generated.reading_back import tally_of
from tests.generated.writing import FORMS, write


def main() -> None:
    summary, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m tests.generated", description=summary, epilog=more)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--form", choices=FORMS, default="text")
    parser.add_argument("--points", type=int, choices=(21, 27), default=21)
    parser.add_argument("--expected", action="store_true", help="print the expected object instead of the report")
    parser.add_argument("--count", type=int, help="read this many reports and count what came back")
    asked = parser.parse_args()
    if asked.count:
        seeds = range(asked.seed, asked.seed + asked.count)
        output = tally_of(seeds, form=asked.form, points=asked.points).account().encode() + b"\n"
    else:
        written = write(asked.seed, form=asked.form, points=asked.points)
        output = written.content
        if asked.expected:
            output = json.dumps(written.expected, indent=1, ensure_ascii=False).encode() + b"\n"
    sys.stdout.buffer.write(output)


if __name__ == "__main__":
    main()
