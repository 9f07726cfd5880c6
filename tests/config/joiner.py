"""A process of its own that joins the server of a folder, says so, and leaves when its input ends.

python -m tests.config.joiner FOLDER
"""

import sys
from pathlib import Path

from config.embedded.server import EmbeddedServer

if __name__ == "__main__":
    EmbeddedServer(Path(sys.argv[1]), database="store", durable=False).join()
    sys.stdout.write("joined\n")
    sys.stdout.flush()
    sys.stdin.read()
