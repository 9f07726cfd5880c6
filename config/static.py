"""Static files with the hash of their content in their name, so that browsers may keep them for ever."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTED = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
JOINED = "css/app.css"


class JoinedStyleSheet:
    """Opens a sheet of imports, in the place of the storage it is found in, as one with what they import in it."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, name: str) -> "ContentFile[bytes]":
        folder = name.rpartition("/")[0]
        with self.storage.open(name) as sheet:
            text = sheet.read().decode()
        return ContentFile(IMPORTED.sub(lambda found: self._part(f"{folder}/{found[1]}"), text).encode())

    def _part(self, name: str) -> str:
        with self.storage.open(name) as part:
            content: str = part.read().decode()
        return content


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise has no types
    """Also rewrites the relative imports of our ES modules to the hashed names, and joins our style sheet to one file.

    A page would else ask once for the sheet and then once for each of its parts.
    """

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, tuple[Any, str]], *args: Any, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        joined = {name: (JoinedStyleSheet(storage), path) for name, (storage, path) in paths.items() if name == JOINED}
        yield from super().post_process({**paths, **joined}, *args, **options)
