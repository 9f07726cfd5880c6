"""What a list of editions is narrowed down by."""

from django.contrib import admin

from inspections.models import Problem
from inspections.rows import ProblemLevel

ANY, NONE = "any", "none"


class WithOpenProblems(admin.SimpleListFilter):
    """Editions by the problems that nobody has answered."""

    title = "open problems"
    parameter_name = "problems"

    def lookups(self, request, model_admin):
        levels = [
            (level.value, level.value.replace("_", " ")) for level in (ProblemLevel.MUST_FIX, ProblemLevel.CONFIRM)
        ]
        return [(ANY, "any"), *levels, (NONE, "none")]

    def queryset(self, request, queryset):
        asked = self.value()
        if asked == ANY:
            return queryset.filter(open_problem_count__gt=0)
        if asked == NONE:
            return queryset.filter(open_problem_count=0)
        if asked in {level.value for level in ProblemLevel}:
            return queryset.filter(pk__in=Problem.objects.open().filter(level=asked).values("edition"))
        return queryset
