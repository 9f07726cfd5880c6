"""The notes on how a report's numbers were read: every report has them, and most tests are about something else."""

from inspections.importing.parsed import ProblemType

ON_NUMBERS = {ProblemType.NUMBERS_IN_WORDS, ProblemType.COUNTS_INFERRED, ProblemType.BASE_ELSEWHERE}
