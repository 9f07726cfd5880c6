"""Templates as they are served: without the indentation that makes them readable for us."""

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Loader(filesystem.Loader):
    """Our templates with every line from its first word on. Lines stay lines, so that errors and coverage name them.

    The page of a report has thousands of lines that begin with spaces: a thirtieth of what it weighs on the wire. No
    template of ours has words whose indentation is shown.
    """

    def get_contents(self, origin: Origin) -> str:
        """The text of a template file."""
        contents: str = super().get_contents(origin)
        return INDENTATION.sub("", contents)
