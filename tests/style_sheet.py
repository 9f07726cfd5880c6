"""The style sheet as it is served: its parts joined. In tests static files are not collected."""

from django.contrib.staticfiles.finders import get_finders

from config.static import JOINED, JoinedStyleSheet


def style_sheet() -> str:
    for finder in get_finders():
        for path, storage in finder.list([]):
            if path == JOINED:
                return JoinedStyleSheet(storage).open(path).read().decode()
    raise AssertionError(f"{JOINED} is not found")
