"""What may be said, drawn and ordered on how few cases."""

COUNT_ONLY_BELOW = 10
RANKABLE_FROM = 50


def is_count_only(n: int | None) -> bool:
    """Under 10 cases a percentage misleads: give the count ("5 of 8"), no bar and no interval."""
    return n is not None and n < COUNT_ONLY_BELOW


def is_rankable(n: int | None) -> bool:
    """Under 50 cases, or with an unknown number of them, values are never ranked and never offered for sorting."""
    return n is not None and n >= RANKABLE_FROM
