"""How much a report may hold: far more than any does, so that no file takes long or fills the memory.

The shipped report has about 250 paragraphs of at most 800 characters, and 67 figures.
"""

from inspections.importing.parsed import NotAReport

MAX_PARAGRAPHS = 10_000
MAX_PARAGRAPH_LENGTH = 20_000
MAX_FIGURES = 5_000
MAX_QUESTIONS = 200
LARGEST_NUMBER = 2_000_000_000
LONGEST_SHOWN = 200


def check_length(text: str, line: int) -> None:
    """Refuse a paragraph that is none. Raises `NotAReport`."""
    if len(text) > MAX_PARAGRAPH_LENGTH:
        reason = f"The paragraph at line {line} has more than {MAX_PARAGRAPH_LENGTH:,} characters"
        raise NotAReport(f"{reason}: no report has such a one.")


def check_paragraphs(count: int) -> None:
    """Refuse a text in too many pieces. Raises `NotAReport`."""
    if count > MAX_PARAGRAPHS:
        raise NotAReport(f"There are more than {MAX_PARAGRAPHS:,} paragraphs in it: no report has so many.")


def check_questions(count: int) -> None:
    """Refuse a table of key questions without end. Raises `NotAReport`."""
    if count > MAX_QUESTIONS:
        raise NotAReport(f"There are more than {MAX_QUESTIONS} key questions in it: no report has so many.")


def check_figures(count: int) -> None:
    """Refuse a text of numbers. Raises `NotAReport`."""
    if count > MAX_FIGURES:
        raise NotAReport(f"There are more than {MAX_FIGURES:,} figures in its sentences: no report has so many.")
