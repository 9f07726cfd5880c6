"""Who may do what to an edition, in one place: the verbs ask here, and so do the pages that offer them."""

from enum import StrEnum

from django.contrib.auth.models import User

from inspections.publishing.refusals import NotAllowed


class Verb(StrEnum):
    """What can be done to an edition. Each is a permission of the same name: `inspections.publish_edition`."""

    EDIT = "change"
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    APPROVE = "approve"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    PREVIEW = "preview"

    @property
    def permission(self) -> str:
        """Its full name, as Django asks for it."""
        return f"inspections.{self.value}_edition"

    @property
    def words(self) -> str:
        """How it is said: "take back"."""
        return "edit" if self is Verb.EDIT else self.value.replace("_", " ")


def may(person: User, verb: Verb) -> bool:
    """Whether somebody may do this to editions at all. What state it takes is asked by the verb itself."""
    return person.is_active and person.is_staff and person.has_perm(verb.permission)


def allow(person: User, verb: Verb) -> None:
    """Raise NotAllowed unless somebody may do this."""
    if not may(person, verb):
        raise NotAllowed(f"{person.get_username()} may not {verb.words} inspections.")
