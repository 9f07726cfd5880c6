"""A problem of a draft settled by a named person."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from inspections.models import Problem
from inspections.publishing.acting import acting
from inspections.publishing.permissions import Verb, allow


def answer(problem: Problem, *, by: User, words: str) -> Problem:
    """Keep what somebody decided about a problem, with their name; no words take the answer back.

    Of an edition that is no draft the database refuses it.
    """
    allow(by, Verb.EDIT)
    said = words.strip()
    problem.answer = said
    problem.answered_by, problem.answered_at = (by, timezone.now()) if said else (None, None)
    with transaction.atomic(), acting(by, answer=str(problem.edition)):
        problem.save(update_fields=["answer", "answered_by", "answered_at"])
    return problem
