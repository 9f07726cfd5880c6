"""What every page of ours has in the admin."""

from inspections.admin.history import ToldByDatabase
from inspections.admin.meanwhile import AsksBeforeOverwriting


class StaffAdmin(AsksBeforeOverwriting, ToldByDatabase):
    """A second save on top of another's is asked about, and the history is the one that the database keeps."""
