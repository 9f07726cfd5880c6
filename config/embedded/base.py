"""Django's PostgreSQL backend, which joins the embedded server when it first needs to connect.

So a command that never connects (`help`, `collectstatic`, `check`) starts nothing. settings.DATABASES["default"]
has one more key than usual, EMBEDDED, with the arguments of `EmbeddedServer`.
"""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base, client

from config.embedded.server import EmbeddedServer


@cache
def embedded_server(folder: Path, database: str, durable: bool) -> EmbeddedServer:
    """One for each store in this process, shared by its connections."""
    return EmbeddedServer(folder, database=database, durable=durable)


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql that came with the server."""

    connection: "DatabaseWrapper"

    def runshell(self, parameters: Any) -> None:
        tools = self.connection.join_server().place.tools
        type(self).executable_name = str(tools.program("psql"))
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def join_server(self) -> EmbeddedServer:
        server = embedded_server(**self.settings_dict["EMBEDDED"])
        self.settings_dict.update(server.join())
        return server

    def get_connection_params(self) -> dict[str, Any]:
        self.join_server()
        return super().get_connection_params()


@atexit.register
def close_pools() -> None:
    """Before the server is left: exit functions run last registered first, and config.embedded.server came before."""
    pools: dict[str, Any] = vars(base.DatabaseWrapper)["_connection_pools"]
    while pools:
        pools.popitem()[1].close()
