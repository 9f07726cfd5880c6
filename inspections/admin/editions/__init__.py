"""Inspections and their editions: the page that reads like the report, and the steps of its life."""

from inspections.admin.editions.page import EditionAdmin, InspectionAdmin

__all__ = ["EditionAdmin", "InspectionAdmin"]
