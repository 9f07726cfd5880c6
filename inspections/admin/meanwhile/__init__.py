"""Two editors on one page: the second save shows what the first has changed, and asks."""

from inspections.admin.meanwhile.page import AsksBeforeOverwriting

__all__ = ["AsksBeforeOverwriting"]
