"""Who may add places: nobody else is offered to create one with a report, and everybody is told who can."""

from dataclasses import replace

from inspections.importing.parsed import ProblemType

PLACES = ("inspections.add_region", "inspections.add_deliveryunit")
CREATES = ("create", "create-in ")  # how the answers begin that make a place
WHO = "It is not held, and a data manager adds it, under {}. Open this page again then: it is found by its name."
LISTS = {ProblemType.PDU_UNKNOWN: "Delivery units", ProblemType.REGION_UNKNOWN: "Regions"}


def may_create_places(user):
    return user.has_perms(PLACES)


def offered(found, user):
    """What a report asks, as this person can answer it."""
    if may_create_places(user):
        return found
    asked = tuple(replace(each, ask=_without_creations(each)) for each in found.asked)
    return replace(found, settling=replace(found.settling, asked=asked))


def _without_creations(asked):
    """What says how to create something says who can instead."""
    ask, places = asked.ask, LISTS.get(asked.problem.type)
    left = tuple(option for option in ask.options if not _creates(option))
    if left != ask.options or (asked.problem.type is ProblemType.REGION_UNKNOWN and ask.hint):
        return replace(ask, options=left, hint=WHO.format(places))
    return ask


def _creates(option):
    return option.value == CREATES[0] or option.value.startswith(CREATES[1])
