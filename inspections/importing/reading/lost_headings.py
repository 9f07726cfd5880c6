"""Where a second list begins whose heading is lost.

The rule: the list of areas for improvement can begin only after a blank line between two items. Of those places, and
"nowhere", the one is taken that leaves the fewest items on the wrong side by the cue words of their sentences; among
equals one that is no page end, and then the last. The only blank line of a list counts for two items more. It is a
guess, and whoever uses it says so.
"""

import re
from collections.abc import Sequence

from inspections.importing.reading.blocks import Block

# What an area for improvement says and a strength hardly does.
CUES = re.compile(
    r"^(?:however|but|although|while|some of|due to|only|unfortunately|despite)\b"
    r"|\b(?:not|(?<!with )no|only|lack(?:s|ed|ing)?|insufficient\w*|inconsisten\w*|inadequate\w*|ineffective\w*|gaps?"
    r"|(?<!reduced )(?<!reducing )delay\w*|shortfalls?|shortages?|unmet|limited|variable|fewer|poor\w*|weak\w*|fail\w*"
    r"|struggled|challeng\w*|disappoint\w*|time-consuming|unsuitable|unsure|missed|missing|overheard|serious concerns?"
    r"|slow(?:er|ly)?|declin(?:ed|ing)|turnover|too (?:many|few|high|low|variable|general|often)|yet to|required more"
    r"|needed to|need to|unable)\b|n't\b",
    re.IGNORECASE,
)

# What the only blank line of a list is worth, in items: something made the writer part it there.
LONE_GAP = 2


def second_list_start(items: Sequence[Block]) -> int | None:
    """The position of the first item of the second list, or None where all read as one list."""
    is_cued = [bool(CUES.search(item.text)) for item in items]
    breaks = [position for position, item in enumerate(items) if position > 0 and item.after_gap]

    gaps = [start for start in breaks if not items[start].after_page_end]

    def fit(start: int) -> tuple[int, bool, int]:
        agreeing = (
            is_cued[:start].count(False)
            + is_cued[start:].count(True)
            + LONE_GAP * (gaps == [start] and any(is_cued[start:]))
        )
        return agreeing, start == len(items) or not items[start].after_page_end, start % len(items)

    best = max([*breaks, len(items)], key=fit) if items else 0
    return best if best < len(items) else None
