"""Why a verb does nothing: each is one line that says which edition, and why."""


class Refused(Exception):
    """A verb that can't be done, with nothing written."""


class NotAllowed(Refused):
    """The person may not do this."""


class NotOpen(Refused):
    """The edition is not in a state in which this is done."""


class NotPublishable(Refused):
    """An edition that is not in review, not approved, or has a problem that is open."""
