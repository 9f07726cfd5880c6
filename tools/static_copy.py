"""The answers of a site, kept as they came over the wire and served again from memory: nothing is faster."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request, urlopen

SENT_ON = ("content-type", "content-encoding", "cache-control", "content-security-policy")
ENCODINGS = "gzip, deflate, br"

Answer = tuple[dict[str, str], bytes]


def fetched(address: str) -> Answer:
    """The headers and the body of an address as the site sends them, compressed."""
    with urlopen(Request(address, headers={"Accept-Encoding": ENCODINGS})) as response:  # noqa: S310 our own site
        headers = {name: value for name, value in response.headers.items() if name.lower() in SENT_ON}
        return headers, response.read()


@contextmanager
def served(answers: dict[str, Answer]) -> Iterator[str]:
    """The address of a server that gives these answers, by path with its query."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers, body = answers.get(self.path, ({}, b""))
            self.send_response(200 if self.path in answers else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 as the library names it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
