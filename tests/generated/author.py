"""The author: the same seed always writes the same report."""

import random
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

from inspections.ratings import Rating
from tests.generated import places, words
from tests.generated.frameworks import DOMAINS, SEVEN, Asked, nine
from tests.generated.model import (
    Chapter,
    Figure,
    Finding,
    Footnote,
    KeyQuestion,
    Lists,
    Part,
    PrintedDate,
    Prose,
    Ratings,
    Recommendation,
    Recommendations,
    Report,
    Section,
    Sentence,
    Standard,
    mark,
)
from tests.generated.sentences import (
    Scene,
    about_cases,
    about_organisation,
    counted,
    number_word,
    percent_of,
    share_of,
)

WEB, PAGED = "html", ("text", "pdf")
BANDS = ((80, Rating.OUTSTANDING), (65, Rating.GOOD), (50, Rating.REQUIRES_IMPROVEMENT), (0, Rating.INADEQUATE))


def write_report(seed: int, *, form: str, points: int) -> Report:
    """A report in the words of one form: "text", "pdf" or "html". `points` is 21 or 27."""
    author = Author(random.Random(f"{form} {points} {seed}"), form=form, points=points)
    report = author.report()
    return replace(curled(report), curly=True) if author.rng.random() < 0.4 else report


class Author:
    def __init__(self, rng: random.Random, *, form: str, points: int):
        self.rng, self.form, self.points = rng, form, points
        self.asked = SEVEN if points == 21 else nine(rng.choice(("", "", "P ")))
        self.started = places.fieldwork_day(rng, points=points)
        self.pdu, self.region = places.unit_name(rng), places.region_name(rng)
        self.orders, self.releases = rng.randint(9, 32), rng.randint(6, 24)
        self.interviews = rng.choice((None, *range(12, 45)))
        self.scene = Scene(
            rng,
            place=self.pdu,
            region=self.region,
            year=self.started.year,
            cases=self.orders + self.releases,
            cases_printed=rng.random() < 0.7,
        )
        self.notes = 0
        self.isbn = places.isbn(rng)
        self.lead = places.person(rng)
        self.fieldwork: PrintedDate | None = None

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def note(self) -> int:
        self.notes += 1
        return self.notes

    # --- The whole ----------------------------------------------------------------------------------------------------

    def report(self) -> Report:
        background = self.background()  # First, because its footnote has the first number.
        standards = self.standards()
        parts = self.parts(standards, background)
        titles = [part.title for part in parts if isinstance(part, Section)]
        printed_isbn = any("Crown copyright" in title for title in titles)
        return Report(
            pdu=self.pdu,
            region=self.region if self.form != WEB or self.chance(0.9) else None,
            title=f"An inspection of probation services in {self.pdu}{' PDU' if self.form == WEB else ''}",
            published=self.published(),
            isbn=self.isbn if printed_isbn else None,
            lead_inspector=self.lead if "Acknowledgements" in titles else None,
            fieldwork_started=self.fieldwork,
            overall_rating=self.overall(standards),
            max_score=self.points,
            community_orders=self.orders,
            releases_on_licence=self.releases,
            cases=self.scene.cases if self.scene.cases_printed else None,
            practitioner_interviews=self.interviews,
            parts=parts,
        )

    def parts(self, standards: tuple[Standard, ...], background: Section) -> tuple[Part, ...]:
        front = self.front()
        opening = self.opening(standards, background)
        beside = [*self.maybe(0.85, self.feedback), *self.maybe(0.85, self.diversity)]
        outcomes = self.maybe(0.85, self.outcomes)
        annexe = self.maybe(0.7, self.annexe)
        beside_last = self.chance(0.2)
        front_last = self.chance(0.2 if self.form != WEB else 0.7)
        return (
            *(() if front_last else front),
            *opening,
            Chapter(1, DOMAINS[0]),
            *(standard for standard in standards if standard.domain == 1),
            *(() if beside_last else beside),
            Chapter(2, DOMAINS[1]),
            *(standard for standard in standards if standard.domain == 2),
            *outcomes,
            *(beside if beside_last else ()),
            *annexe,
            *(front if front_last else ()),
        )

    def maybe(self, probability: float, write) -> list[Section]:
        return [write()] if self.chance(probability) else []

    def opening(self, standards: tuple[Standard, ...], background: Section) -> list[Part]:
        """What stands before the chapters. The foreword comes first where there is one."""
        parts: list[Part] = [self.ratings(), self.recommendations(), background]
        if self.chance(0.25):
            self.rng.shuffle(parts)
        if self.chance(0.25):
            parts.insert(self.rng.randint(1, len(parts)), self.unknown())
        return [*self.maybe(0.88, lambda: self.foreword(standards)), *parts]

    def published(self) -> PrintedDate | None:
        when = self.started + timedelta(days=self.rng.randint(60, 200))
        if self.form == WEB:
            return None if self.chance(0.35) else places.day(when, self.rng)
        return places.year(when) if self.chance(0.05) else places.month(when)

    def overall(self, standards: tuple[Standard, ...]) -> Rating:
        share = sum(standard.rating.points for standard in standards) / self.points
        return list(Rating)[sum(share > bound for bound in (0.15, 0.5, 0.83))]

    # --- Front matter -------------------------------------------------------------------------------------------------

    def front(self) -> list[Section]:
        thanks = Section("other", "Acknowledgements", (_said(
            f"This inspection was led by HM Inspector {self.lead}, supported by a team of inspectors and colleagues from "
            "across the Inspectorate. We would like to thank all those who participated in any way in this inspection."
        ),))  # fmt: skip
        role = Section("other", "The role of HM Inspectorate of Probation", (
            _said(
                "HM Inspectorate of Probation is the independent inspector of youth justice and probation services in "
                "England and Wales. We report on the effectiveness of work with adults and children."
            ),
            _said("We highlight good and poor practice. We are independent of government, and speak independently."),
        ))  # fmt: skip
        probabilities = (0.6, 0.5, 0.6) if self.form == WEB else (0.93, 0.9, 0.93)
        sections = (thanks, role, self.licence())
        return [
            section for section, probability in zip(sections, probabilities, strict=True) if self.chance(probability)
        ]

    def licence(self) -> Section:
        year = (self.started + timedelta(days=200)).year
        return Section("other", f"© Crown copyright {year}", tuple(map(_said, (
            "You may re-use this information (excluding logos) free of charge in any format or medium, under the terms of "
            "the Open Government Licence. To view this licence, visit "
            "www.nationalarchives.gov.uk/doc/open-government-licence or email psi@nationalarchives.gsi.gov.uk.",
            "This publication is available for download at: www.justiceinspectorates.gov.uk/hmiprobation",
            f"ISBN {self.isbn}",
            "Published by:",
            "HM Inspectorate of Probation 1st Floor Civil Justice Centre 1 Bridge Street West Manchester M3 3FX",
            "Follow us on Twitter @hmiprobation",
        ))))  # fmt: skip

    def annexe(self) -> Section:
        return Section("other", "Annexe one – Web links", (
            _said(
                "Full data from this inspection and further information about the methodology used to conduct this "
                "inspection is available on our website."
            ),
            _said("A glossary of terms used in this report is available on our website."),
        ))  # fmt: skip

    # --- Foreword, ratings, recommendations, background -----------------------------------------------------------------

    def foreword(self, standards: tuple[Standard, ...]) -> Section:
        units = self.rng.randint(4, 18)
        first = Sentence(
            f"This is the {self.rng.choice(words.ORDINALS)} Probation Delivery Unit (PDU) inspection of the {units} PDUs in "
            f"the {self.region} probation region.",
            (counted(units),),
        )
        rated = Sentence(f"We have given the PDU an overall rating of '{self.overall(standards)}'.")
        paragraphs = [Prose((first, rated)) if self.form != WEB else Prose((rated,))]
        for _ in range(self.rng.randint(2, 5)):
            paragraphs.append(Prose(tuple(self.scene.plain(words.FOREWORD) for _ in range(self.rng.randint(1, 4)))))
        chief = places.person(self.rng)
        signature = [chief + self.rng.choice((" CBE", "")), "HM Chief Inspector of Probation"]
        signature += [chief] if self.form != WEB and self.chance(0.3) else []
        return Section("foreword", "Foreword", (*paragraphs, *map(_said, signature)))

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
        templates = self.rng.choices(words.RECOMMENDATIONS, k=count)
        is_sentence = self.chance(0.2)
        items = []
        for number, template in enumerate(templates, start=1):
            text = self.scene.fill(template)
            text = text[0].upper() + text[1:] + "." if is_sentence else text
            addressee = unit if number <= first else other
            last_of_list = not is_sentence and number in (first, count)
            items.append(Recommendation(number, addressee, text + ("." if last_of_list else "")))
        opening = (
            "As a result of our inspection findings we have made a number of recommendations that we believe, if "
            "implemented, will have a positive impact on the quality of probation services."
        )
        return Recommendations(opening, tuple(items))

    def background(self) -> Section:
        sample, area = self.sample(), self.area()
        middle = [
            Prose(tuple(self.scene.plain(words.BACKGROUND_PLAIN) for _ in range(self.rng.randint(1, 2))))
            for _ in range(self.rng.randint(1, 3))
        ]
        number = self.note() if self.chance(0.7) else None
        last = [self.reset(number)] if number or self.scene.cases_printed or self.chance(0.4) else []
        note = Footnote(number, _said(
            "Probation Reset is a nationally mandated operational policy change. It mandates that supervision will be "
            "suspended at the two-thirds point of a sentence."
        )) if number else None  # fmt: skip
        return Section("background", "Background", (sample, *area, *middle, *last), footnote=note)

    def sample(self) -> Prose:
        weeks = self.rng.randint(2, 4)
        when = self.fieldwork = places.day(self.started, self.rng) if self.chance(0.85) else places.month(self.started)
        preposition = "on" if when.precision == "day" else "in"
        began = self.rng.choice((
            f"We conducted fieldwork in {self.pdu} over a period of {number_word(weeks)} weeks, beginning {preposition} "
            f"{when.printed}.",
            f"Fieldwork in {self.pdu} began {preposition} {when.printed} and lasted {number_word(weeks)} weeks.",
            f"Our fieldwork started {preposition} {when.printed}, and we spent {number_word(weeks)} weeks with the PDU.",
        ))  # fmt: skip
        kinds = f"{self.orders} community orders and {self.releases} releases on licence from custody"
        start = self.started - timedelta(days=self.rng.randint(180, 230))
        between = f"between {_plain_day(start)} and {_plain_day(start + timedelta(days=6))} {start.year}"
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
                f"{number_word(share).capitalize()} per cent of the PDU's caseload is assessed as posing a high or very "
                f"high risk of serious harm, compared with a regional average of {self.scene.per_cent(average)}.",
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

    def unknown(self) -> Section:
        paragraphs = tuple(
            Prose(tuple(self.scene.plain(words.SECTION_PROSE) for _ in range(self.rng.randint(1, 3))))
            for _ in range(self.rng.randint(1, 3))
        )
        return Section("other", self.rng.choice(words.OTHER_TITLES), paragraphs)

    # --- Findings -----------------------------------------------------------------------------------------------------

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
        good = tuple(
            self.finding(about_cases(self.scene, words.CASE_PRAISE), words.FOLLOW_PRAISE)
            for _ in range(self.rng.randint(2, 4))
        )
        poor = tuple(
            self.finding(about_cases(self.scene, words.CASE_CRITICISM), words.FOLLOW_CRITICISM)
            for _ in range(self.rng.randint(2, 4))
        )
        return Section("outcomes", "Outcomes", (), Lists(good, poor, heading_lost=self.chance(self.lost_headings)))

    def feedback(self) -> Section:
        asked = self.rng.randint(24, 110)
        orders, released = self.rng.randint(20, 50), self.rng.randint(20, 49)
        opening = Prose((
            Sentence(
                f"User Voice, working with HM Inspectorate of Probation, surveyed {asked} people on probation as part of "
                "this inspection.",
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
        value = round(100 * some / asked)
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

    # --- Standards ----------------------------------------------------------------------------------------------------

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
        return tuple(round(100 * count / self.scene.cases) for count in counts)

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
            f"Our rating{mark(number) if number else ''} for {asked.name.lower()} is based on the percentage of cases we "
            f"inspected being judged satisfactory against {number_word(questions)} key questions and is driven by the "
            "lowest score:",
            (counted(questions),),
        )
        note = Footnote(number, _said(
            "The rating for the standard is driven by the lowest score on each of the key questions, which is placed in a "
            "rating band, indicated in bold in the table. Full data and further information about inspection methodology "
            "is available in the data workbook for this inspection on our website."
        )) if number else None  # fmt: skip
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


def _said(text: str) -> Prose:
    """A paragraph that states no figure."""
    return Prose((Sentence(text),))


def _plain_day(when: date) -> str:
    return f"{when.day} {places.month_name(when)}"


def curled(value):
    """The same with the printer's quotation marks and apostrophes."""
    if isinstance(value, Rating):
        return value
    if isinstance(value, str):
        return curl(value)
    if isinstance(value, tuple):
        return tuple(curled(item) for item in value)
    if is_dataclass(value):
        return replace(value, **{field.name: curled(getattr(value, field.name)) for field in fields(value)})
    return value


def curl(text: str) -> str:
    characters = []
    for position, character in enumerate(text):
        opens = position == 0 or text[position - 1] in " ("
        if character == "'":
            character = "‘" if opens else "’"
        characters.append(character)
    return "".join(characters)
