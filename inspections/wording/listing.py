"""How many inspections a list has, and which."""

from collections.abc import Sequence

from inspections.wording.values import number, pdus


def listing_sentence(*, found: int, held: int, asked: Sequence[str]) -> str:
    """ "12 of 110 inspections of PDUs match: Leeds PDU, overall rating Good, all rounds", without a full stop."""
    if not held:
        return "No inspection of a PDU is held here yet"
    every = "1 inspection of a PDU" if held == 1 else f"{number(held)} inspections of PDUs"
    return f"{number(found)} of {every} {'matches' if found == 1 else 'match'}: {', '.join(asked)}"


def asked_of_listing(
    *,
    region: str = "",
    unit: str = "",
    round_label: str = "",
    framework: str = "",
    standard: str = "",
    rating: str = "",
    theme: str = "",
    is_latest: bool = True,
) -> list[str]:
    """What a list of inspections is of, each in a few words and none where nothing was asked."""
    rated = f"{standard or 'overall'} rating {rating[:1].lower() + rating[1:] if rating.endswith('here') else rating}"
    return [
        words
        for words, is_asked in (
            (f"{unit} PDU", unit),
            (region, region),
            (f"{round_label} round", round_label),
            (framework, framework),
            (rated, rating),
            (f"with the standard {standard}", standard and not rating),
            (f"a recommendation on {theme}", theme),
            ("the latest of each PDU" if is_latest else "all rounds", True),
        )
        if is_asked
    ]


def without_inspection_sentence(count: int, *, is_left_out: bool) -> str:
    """What becomes of the delivery units of which no inspection is held; "" where there are none."""
    if not count:
        return ""
    have = f"{pdus(count)} {'has' if count == 1 else 'have'} no inspection recorded here"
    if is_left_out:
        return f"{have} and can't match a round, framework, standard, rating or theme."
    return f"{have}: {'it is' if count == 1 else 'they are'} listed without one."
