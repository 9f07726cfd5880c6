"""What every page of ours has in the admin."""

from inspections.admin.asked import ChecksWhatIsAsked
from inspections.admin.forms import TriedForm
from inspections.admin.history import ToldByDatabase
from inspections.admin.meanwhile import AsksBeforeOverwriting


class StaffAdmin(ChecksWhatIsAsked, AsksBeforeOverwriting, ToldByDatabase):
    """A second save on top of another's is asked about, and the history is the one that the database keeps.

    What a rule of the database refuses is a line on the form.
    """

    form = TriedForm
