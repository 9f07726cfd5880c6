"""The foreword, the ratings table, the recommendations and the background."""

from datetime import date, timedelta

from tests.generated import boilerplate, places, words
from tests.generated.desk import WEB, Desk
from tests.generated.model import (
    Figure,
    Footnote,
    Prose,
    Ratings,
    Recommendation,
    Recommendations,
    Section,
    Sentence,
    Standard,
    mark,
    overall_rating,
    said,
)
from tests.generated.sentences import capital, counted, number_word, percent_of, share_of


class Opening(Desk):
    def foreword(self, standards: tuple[Standard, ...]) -> Section:
        units = self.rng.randint(4, 18)
        first = Sentence(
            f"This is the {self.rng.choice(words.ORDINALS)} Probation Delivery Unit (PDU) inspection of the {units} "
            f"PDUs in the {self.region} probation region.",
            (counted(units),),
        )
        rated = Sentence(f"We have given the PDU an overall rating of '{overall_rating(standards)}'.")
        paragraphs = [Prose((first, rated)) if self.form != WEB else Prose((rated,))]
        for _ in range(self.rng.randint(2, 5)):
            paragraphs.append(Prose(tuple(self.scene.plain(words.FOREWORD) for _ in range(self.rng.randint(1, 4)))))
        chief = places.person(self.rng)
        signature = [chief + self.rng.choice((" CBE", "")), "HM Chief Inspector of Probation"]
        signature += [chief] if self.form != WEB and self.chance(0.3) else []
        return Section("foreword", "Foreword", (*paragraphs, *map(said, signature)))

    def ratings(self) -> Ratings:
        when = self.started if self.chance(0.7) else self.started - timedelta(days=self.rng.randint(28, 45))
        started = None if self.chance(0.1) else places.month(when)
        return Ratings("Fieldwork started", started, self.rng.choice(("{}/{}", "{}/{}", "{} / {}")))

    def recommendations(self) -> Recommendations:
        count = self.rng.randint(3, 14)
        first = count if self.chance(0.5) else self.rng.randint(2, count - 1)
        unit = f"{self.pdu} PDU"
        others = ("HM Prison and Probation Service", f"{self.region} Probation Service", f"{self.region} region")
        other = self.rng.choice(others)
        is_sentence = self.chance(0.2)
        texts: dict[str, None] = {}
        while len(texts) < count:
            texts[self.scene.plain(words.RECOMMENDATIONS).text] = None
        items = []
        for number, text in enumerate(texts, start=1):
            printed = capital(text) if is_sentence else text
            ends = is_sentence or number in (first, count)
            items.append(Recommendation(number, unit if number <= first else other, printed + ("." if ends else "")))
        return Recommendations(boilerplate.RECOMMENDATIONS_OPENING, tuple(items))

    def background(self) -> Section:
        sample, area = self.sample(), self.area()
        middle = [
            Prose(tuple(self.scene.plain(words.BACKGROUND_PLAIN) for _ in range(self.rng.randint(1, 2))))
            for _ in range(self.rng.randint(1, 3))
        ]
        number = self.note() if self.chance(0.7) else None
        last = [self.reset(number)] if number or self.scene.cases_printed or self.chance(0.4) else []
        note = Footnote(number, said(boilerplate.RESET_NOTE)) if number else None
        return Section("background", "Background", (sample, *area, *middle, *last), footnote=note)

    def sample(self) -> Prose:
        weeks = self.rng.randint(2, 4)
        when = self.fieldwork = places.day(self.started, self.rng) if self.chance(0.85) else places.month(self.started)
        spent = f"{number_word(weeks)} weeks"
        preposition = "on" if when.precision == "day" else "in"
        began = self.rng.choice((
            f"We conducted fieldwork in {self.pdu} over a period of {spent}, beginning {preposition} {when.printed}.",
            f"Fieldwork in {self.pdu} began {preposition} {when.printed} and lasted {spent}.",
            f"Our fieldwork started {preposition} {when.printed}, and we spent {spent} with the PDU.",
        ))  # fmt: skip
        kinds = f"{self.orders} community orders and {self.releases} releases on licence from custody"
        start = self.started - timedelta(days=self.rng.randint(180, 230))
        between = f"between {_day_and_month(start)} and {_day_and_month(start + timedelta(days=6))} {start.year}"
        inspected = self.rng.choice((
            Sentence(f"We inspected {kinds} where sentences and licences had commenced {between}."),
            Sentence(f"We inspected {kinds} that had begun during two separate weeks.", (Figure(2, "weeks"),)),
            Sentence(f"We inspected {kinds}."),
        ))  # fmt: skip
        counts = (counted(self.orders), counted(self.releases))
        if self.scene.cases_printed and self.chance(0.3):
            cases = self.scene.cases
            inspected = Sentence(f"We inspected {cases} cases: {kinds}.", (counted(cases), *counts))
        else:
            inspected = Sentence(inspected.text, (*counts, *inspected.figures))
        sentences = [Sentence(began, (Figure(weeks, "weeks"),)), inspected]
        if self.interviews:
            interviewed = self.rng.choice((
                f"We also conducted {self.interviews} interviews with probation practitioners.",
                f"We also interviewed {self.interviews} probation practitioners.",
            ))  # fmt: skip
            sentences.append(Sentence(interviewed, (counted(self.interviews),)))
        return Prose(tuple(sentences))

    def area(self) -> list[Prose]:
        miles, people = self.rng.randint(30, 900), self.rng.randrange(90_000, 900_000, 1000)
        caseload, share, average = self.rng.randrange(700, 4200, 50), self.rng.randint(21, 60), self.rng.randint(21, 60)
        prisons, premises = self.rng.randint(2, 5), self.rng.choice((1, 2, 3))
        residents, needs = self.rng.randint(41, 97), self.rng.randint(30, 80)
        one = Prose((
            Sentence(
                f"{self.pdu} covers {miles} square miles and has a population of {people:,}.",
                (Figure(miles, "square miles"), counted(people)),
            ),
            Sentence(
                f"In the area, {self.scene.per_cent(residents)} of residents identify as white British.",
                (percent_of(residents),),
            ),
            Sentence(
                f"There {'is' if premises == 1 else 'are'} {number_word(premises)} approved premises in the PDU and "
                f"{number_word(prisons)} prisons.",
                (counted(premises), counted(prisons)),
            ),
        ))  # fmt: skip
        two = Prose((
            Sentence(
                f"{self.pdu} PDU manages a caseload of approximately {caseload:,} people on probation and in prison.",
                (counted(caseload),),
            ),
            Sentence(
                f"{number_word(share).capitalize()} per cent of the PDU's caseload is assessed as posing a high or "
                f"very high risk of serious harm, compared with a regional average of {self.scene.per_cent(average)}.",
                (percent_of(share), percent_of(average)),
            ),
            Sentence(
                f"Emotional wellbeing was identified as a need for {self.scene.per_cent(needs)} of the PDU's caseload.",
                (percent_of(needs),),
            ),
        ))  # fmt: skip
        return [one, two]

    def reset(self, number: int | None) -> Prose:
        sentences = [
            Sentence(
                f"The Probation Reset{mark(number) if number else ''} policy was implemented during the time of this "
                "inspection."
            )
        ]
        if self.scene.cases_printed:
            some = self.rng.randint(2, self.scene.cases - 1)
            text = f"{number_word(some).capitalize()} of the {self.scene.cases} cases we inspected were subject to it."
            sentences.append(Sentence(text, (share_of(some, self.scene.cases),)))
        sentences.append(
            Sentence("This meant that supervision was suspended for the final third of the supervision period.")
        )
        return Prose(tuple(sentences))


def _day_and_month(when: date) -> str:
    return f"{when.day} {places.month_name(when)}"
