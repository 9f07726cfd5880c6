"""The standards of both domains, with their ratings."""

from inspections.ratings import Rating
from tests.generated import boilerplate, words
from tests.generated.case_sentences import about_cases
from tests.generated.findings import Findings
from tests.generated.frameworks import Asked
from tests.generated.model import Footnote, KeyQuestion, Lists, Prose, Sentence, Standard, mark, said
from tests.generated.sentences import counted, number_word, share_of, whole_percent

BANDS = ((80, Rating.OUTSTANDING), (65, Rating.GOOD), (50, Rating.REQUIRES_IMPROVEMENT), (0, Rating.INADEQUATE))
"""As believed, and not sourced: only so that invented reports look like real ones."""


class Standards(Findings):
    def standards(self) -> tuple[Standard, ...]:
        measured = {asked: self.answers(asked) for asked in self.asked if asked.domain == 2}
        ratings = {asked: _band(min(answers)) for asked, answers in measured.items()}
        return tuple(
            self.organised(asked, list(ratings.values())) if asked.domain == 1 else self.driven(asked, measured[asked])
            for asked in self.asked
        )

    def answers(self, asked: Asked) -> tuple[int, ...]:
        lowest = self.rng.randint(2, self.scene.cases - 1)
        counts = [lowest, *(self.rng.randint(lowest, self.scene.cases) for _ in asked.key_questions[1:])]
        self.rng.shuffle(counts)
        return tuple(whole_percent(count, self.scene.cases) for count in counts)

    def organised(self, asked: Asked, delivery: list[Rating]) -> Standard:
        rating = self.rng.choice(list(Rating))
        sentences = [self.scene.plain(words.PRAISE), self.scene.plain(words.CRITICISM)]
        if asked.name == "Leadership":
            sentences.insert(0, self.domain_two(delivery))
        sentences.append(Sentence(f"This has supported a rating of '{rating}' for {asked.name.lower()}."))
        return Standard(asked.code, asked.name, 1, asked.statement, rating, Prose(tuple(sentences)), (), self.lists())

    def domain_two(self, delivery: list[Rating]) -> Sentence:
        rating = self.rng.choice(delivery)
        some, total = delivery.count(rating), len(delivery)
        if some == total:
            text, figure = f"all {number_word(total)} domain two standards were", counted(total)
        else:
            verb = "was" if some == 1 else "were"
            text = f"{number_word(some)} of the {number_word(total)} domain two standards {verb}"
            figure = share_of(some, total)
        return Sentence(f"In this inspection, {text} rated '{rating}'.", (figure,))

    def driven(self, asked: Asked, answers: tuple[int, ...]) -> Standard:
        number = self.note() if self.chance(0.7) else None
        questions = len(asked.key_questions)
        summary = Sentence(
            f"Our rating{mark(number) if number else ''} for {asked.name.lower()} is based on the percentage of cases "
            f"we inspected being judged satisfactory against {number_word(questions)} key questions and is driven by "
            "the lowest score:",
            (counted(questions),),
        )
        note = Footnote(number, said(boilerplate.RATING_NOTE)) if number else None
        findings = tuple(
            self.finding(
                about_cases(self.scene, words.CASE_BOTH) if self.chance(0.6) else self.scene.plain(words.CRITICISM),
                words.FOLLOW_CRITICISM,
                lambda: about_cases(self.scene, words.CASE_CRITICISM),
            )
            for _ in range(self.rng.randint(2, 7))
        )
        return Standard(
            asked.code,
            asked.name,
            2,
            asked.statement,
            _band(min(answers)),
            Prose((summary,)),
            tuple(KeyQuestion(text, value) for text, value in zip(asked.key_questions, answers, strict=True)),
            Lists(plain=findings),
            note,
        )


def _band(lowest: int) -> Rating:
    return next(rating for lower, rating in BANDS if lowest >= lower)
