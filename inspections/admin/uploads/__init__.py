"""Uploading reports: choose, read, check, record. Importing it registers the pages."""

from inspections.admin.uploads.site import UploadAdmin

__all__ = ["UploadAdmin"]
