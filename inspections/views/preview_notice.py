"""What every page says while it is drawn as a preview, and where its links lead: known to all that draw it."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.urls import get_script_prefix, set_script_prefix

PREVIEW = "preview"
MARK = "Preview: not published"


@dataclass(frozen=True, kw_only=True)
class PreviewNotice:
    """`edition` such as "Edition 2 of Doncaster, 2024"; `reader` and `until` of a link, "" and None for staff.

    `back` is where staff came from, "" for an outside reader: the page on which the draft is worked on.
    `prefix` is what the addresses of the preview begin with, `public` what those of the public pages do; both end in /.
    """

    edition: str
    state: str
    prefix: str
    public: str
    back: str = ""
    reader: str = ""
    until: datetime.datetime | None = None


_notice: ContextVar[PreviewNotice | None] = ContextVar("preview_notice", default=None)


@contextmanager
def previewing(notice: PreviewNotice) -> Iterator[None]:
    """Within it every page has the banner and every address that is reversed leads on inside the preview."""
    before = get_script_prefix()
    token = _notice.set(notice)
    set_script_prefix(notice.prefix)
    try:
        yield
    finally:
        set_script_prefix(before)
        _notice.reset(token)


def preview_notice() -> PreviewNotice | None:
    """The notice of what is being drawn; None of a public page."""
    return _notice.get()


def public_path(path: str) -> str:
    """The path at which the public finds a page, or will."""
    notice = preview_notice()
    return notice.public + path.removeprefix(notice.prefix) if notice else path
