"""Findings: of domain one, diversity, outcomes, and what people on probation said."""

from tests.generated import words
from tests.generated.case_sentences import about_cases, clearly_about_cases
from tests.generated.desk import Desk
from tests.generated.model import Figure, Finding, Lists, Prose, Section, Sentence
from tests.generated.organisation_sentences import about_organisation
from tests.generated.sentences import counted, number_word, percent_of, share_of, whole_percent


class Findings(Desk):
    def finding(self, first: Sentence, more: tuple[str, ...], figured=None) -> Finding:
        """One to three sentences, the first of which sets the tone."""
        sentences = [first]
        for _ in range(self.rng.choice((0, 0, 1, 1, 2))):
            sentences.append(figured() if figured and self.chance(0.35) else self.scene.plain(more))
        return Finding(Prose(tuple(sentences)))

    def organisation(self) -> Sentence:
        return about_organisation(self.scene)

    def lists(self) -> Lists:
        strengths = tuple(
            self.finding(self.scene.plain(words.PRAISE), words.FOLLOW_PRAISE) for _ in range(self.rng.randint(2, 10))
        )
        areas = tuple(
            self.finding(self.scene.plain(words.CRITICISM), words.FOLLOW_CRITICISM, self.organisation)
            for _ in range(self.rng.randint(2, 10))
        )
        return Lists(strengths, areas, heading_lost=self.chance(self.lost_headings))

    @property
    def lost_headings(self) -> float:
        """In the text of a PDF it was lost four times in five; a page has it nearly always."""
        return {"text": 0.4, "pdf": 0.1, "html": 0.1}[self.form]

    def diversity(self) -> Section:
        lists = self.lists()
        return Section("diversity", "Diversity and inclusion", (), Lists(
            lists.strengths[:6], lists.areas[:6], heading_lost=lists.heading_lost
        ))  # fmt: skip

    def outcomes(self) -> Section:
        good, poor = (
            tuple(self.outcome(clauses, more, is_first=number == 0) for number in range(self.rng.randint(2, 4)))
            for clauses, more in (
                (words.CASE_PRAISE, words.FOLLOW_PRAISE),
                (words.CASE_CRITICISM, words.FOLLOW_CRITICISM),
            )
        )
        return Section("outcomes", "Outcomes", (), Lists(good, poor, heading_lost=self.chance(self.lost_headings)))

    def outcome(self, clauses: tuple[str, ...], more: tuple[str, ...], *, is_first: bool) -> Finding:
        """The first of a list says plainly whether it is a strength: its heading may be lost."""
        return self.finding((clearly_about_cases if is_first else about_cases)(self.scene, clauses), more)

    def feedback(self) -> Section:
        asked = self.rng.randint(24, 110)
        orders, released = self.rng.randint(20, 50), self.rng.randint(20, 49)
        opening = Prose((
            Sentence(
                f"User Voice, working with HM Inspectorate of Probation, surveyed {asked} people on probation as part "
                "of this inspection.",
                (counted(asked),),
            ),
            Sentence(
                f"Of these, {self.scene.per_cent(orders)} reported that they were subject to a community sentence and "
                f"{self.scene.per_cent(released)} were being supervised after being released from prison.",
                (percent_of(orders), percent_of(released)),
            ),
        ))  # fmt: skip
        findings = tuple(self.heard(asked) for _ in range(self.rng.randint(2, 7)))
        return Section("feedback", "Feedback from people on probation", (opening,), Lists(plain=findings))

    def heard(self, asked: int) -> Finding:
        some = self.rng.randint(max(10, asked // 3), asked - 1)
        value = whole_percent(some, asked)
        topic = str(self.scene.deal(words.FEEDBACK_TOPICS))
        sentence = self.rng.choice((
            Sentence(f"{number_word(value).capitalize()} per cent of respondents {topic}.", (percent_of(value),)),
            Sentence(
                f"{number_word(value).capitalize()} per cent of people surveyed ({some} out of {asked}) {topic}.",
                (Figure(value, "%", some, asked),),
            ),
            Sentence(f"However, only {some} respondents {topic}.", (counted(some),)),
            Sentence(f"Of those surveyed, {some} out of {asked} {topic}.", (share_of(some, asked),)),
        ))  # fmt: skip
        quotes = tuple(str(self.scene.deal(words.USER_QUOTES)) for _ in range(self.rng.randint(1, 3)))
        return Finding(Prose((sentence,)), quotes)
