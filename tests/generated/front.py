"""The parts that are `other` sections: acknowledgements, role, licence, annexe, and headings nobody foresaw."""

from datetime import timedelta

from tests.generated import boilerplate, words
from tests.generated.desk import WEB, Desk
from tests.generated.model import Prose, Section, said


class FrontMatter(Desk):
    def front(self) -> list[Section]:
        year = (self.started + timedelta(days=200)).year
        sections = (
            Section("other", "Acknowledgements", (said(boilerplate.ACKNOWLEDGEMENTS.format(lead=self.lead)),)),
            Section("other", "The role of HM Inspectorate of Probation", tuple(map(said, boilerplate.ROLE))),
            Section(
                "other",
                f"© Crown copyright {year}",
                tuple(said(text.format(isbn=self.isbn)) for text in boilerplate.LICENCE),
            ),
        )
        probabilities = (0.6, 0.5, 0.6) if self.form == WEB else (0.93, 0.9, 0.93)
        return [
            section for section, probability in zip(sections, probabilities, strict=True) if self.chance(probability)
        ]

    def annexe(self) -> Section:
        return Section("other", "Annexe one – Web links", tuple(map(said, boilerplate.ANNEXE)))

    def unknown(self) -> Section:
        paragraphs = tuple(
            Prose(tuple(self.scene.plain(words.SECTION_PROSE) for _ in range(self.rng.randint(1, 3))))
            for _ in range(self.rng.randint(1, 3))
        )
        return Section("other", self.rng.choice(words.OTHER_TITLES), paragraphs)
