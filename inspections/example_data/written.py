"""A made-up report as it is written: its source, section by section, and citations of its paragraphs."""

from random import Random

from inspections.example_data import numbers, texts
from inspections.example_data.figures import Samples
from inspections.example_data.visit import Visit
from inspections.models import Citation, Paragraph, Section, SourceKind
from inspections.rows import ParagraphRole, SectionKind


class WrittenReport:
    """What is added goes into the section that was begun last. `edition` is the draft that its facts hang on."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.random: Random = visit.random
        self.add = visit.collected.add
        self.source = visit.source("report", kind=SourceKind.REPORT, title=texts.report_title(visit.place))
        self.edition = visit.edition(report=self.source)
        self.inspected = visit.round.day(self.random)
        self.samples = Samples(
            cases=numbers.cases(self.random, visit.number),
            interviews=self.random.randint(9, 45),
            surveyed=self.random.randint(12, 90),
        )
        self.finding_count = self._sections = self._paragraphs = 0

    def begin(self, kind: SectionKind, title: str) -> None:
        """Begin a section."""
        self._sections, self._paragraphs = self._sections + 1, 0
        self._section = self.add(Section(source=self.source, position=self._sections, kind=kind, title=title))

    def paragraph(self, text: str, role: ParagraphRole = ParagraphRole.PROSE) -> Paragraph:
        """Another paragraph of the section."""
        self._paragraphs += 1
        return self.add(Paragraph(section=self._section, position=self._paragraphs, role=role, text=text))

    def cite(self, name: str, paragraph: Paragraph) -> Citation:
        """A citation of a whole paragraph, under the name of the fact: "leadership-rating"."""
        return self.add(
            Citation(
                edition=self.edition,
                key=f"{self.visit.key}-{name}",
                source=self.source,
                section=paragraph.section,
                paragraph=paragraph,
                quote=paragraph.text,
            )
        )

    def say(self, name: str, text: str, role: ParagraphRole = ParagraphRole.PROSE) -> Citation:
        """A paragraph of its own, and its citation."""
        return self.cite(name, self.paragraph(text, role))
