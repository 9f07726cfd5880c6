"""Key questions that the framework does not hold yet, learned from the report that states them.

Of the frameworks before 2023 only the names of the standards are sourced. A report of one is the source of its
questions: their wording, their order and how many there are.
"""

from dataclasses import replace

from inspections.importing.match import Matched, axis_place, matched
from inspections.importing.parsed import ParsedReport, ParsedStandard
from inspections.models import KeyQuestion, Standard


def learn_questions(report: ParsedReport, found: Matched) -> Matched:
    """Create the key questions that a report states of standards for which none are held.

    Two reports of one framework wait for each other here: the second finds what the first has taught.
    """
    if not found.unheld:
        return found
    names = [found.standards[standard.name].pk for standard in found.unheld]
    list(Standard.objects.select_for_update().filter(pk__in=names).order_by("pk"))
    now = matched(report, framework_code=found.framework.code if found.framework else "")
    learned = dict(now.key_questions)
    for standard in now.unheld:
        learned |= _learn(standard, now.standards[standard.name])
    return replace(now, key_questions=learned)


def _learn(standard: ParsedStandard, held: Standard) -> dict[tuple[str, int], KeyQuestion]:
    """Of questions that read as about one strand the first is on it; one that stands twice is learned once."""
    learned: dict[tuple[str, int], KeyQuestion] = {}
    places: set[str] = set()
    texts: set[str] = set()
    for asked in standard.key_questions:
        strand = "" if asked.strand is None or asked.strand in places else asked.strand.value
        if axis_place("", asked.text) in texts:
            continue
        question = KeyQuestion.objects.create(standard=held, number=asked.number, strand=strand, text=asked.text)
        places.add(strand)
        texts.add(axis_place("", asked.text))
        learned[standard.name, asked.number] = question
    return learned
