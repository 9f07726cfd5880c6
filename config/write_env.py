"""Write the .env file of a development installation, once. `make run` calls this; it never changes a file that exists.

python config/write_env.py [FILE]
"""

import secrets
import sys
from pathlib import Path

CONTENT = """\
# Written by `make run` for development, and never changed by it. The README's table lists all variables.
ENVIRONMENT=development
SECRET_KEY={key}
"""


def write_env(path: Path) -> bool:
    """False when there was one already. The key is for nobody else to read."""
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return False
    path.write_text(CONTENT.format(key=secrets.token_urlsafe(50)), encoding="utf-8")
    return True


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ".env")
    if write_env(target):
        sys.stdout.write(f"Wrote {target}: development mode, with a random secret key.\n")
