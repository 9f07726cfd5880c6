"""The filters of the list of inspections, by plain GET: all that is asked stands in the address."""

from django.db.models import QuerySet
from django.http import QueryDict
from django_filters import ChoiceFilter, FilterSet

from inspections import wording
from inspections.models import Edition, Recommendation, StandardRating
from inspections.ratings import Rating
from inspections.rows import ListingChoices, Place

LATEST, EVERY = "latest", "all"
SHOWN = [(LATEST, "Latest of each PDU"), (EVERY, "All rounds")]
NO_RATING = "not-held"
RATINGS = [*((rating.value, rating.value) for rating in reversed(Rating)), (NO_RATING, "Not held here")]
UNKNOWN = "The address asks for one that is not held here. It is left out."
# What a delivery unit without an inspection can't be found by.
OF_AN_INSPECTION = ("round", "framework", "standard", "rating", "theme")


def _choice(label: str, anything: str | None, **options: object) -> ChoiceFilter:
    """A filter that says of a value nobody can choose that it is left out."""
    return ChoiceFilter(label=label, empty_label=anything, error_messages={"invalid_choice": UNKNOWN}, **options)


class InspectionFilter(FilterSet):
    """Published inspections of delivery units, of those that were asked for.

    In this order: the latest is chosen among those of the place, round and framework, and then asked what was found.
    """

    region = _choice("Region", "Any region", field_name="inspection__delivery_unit__region__slug")
    pdu = _choice("PDU", "Any PDU", field_name="inspection__delivery_unit__slug")
    round = _choice("Round", "Any round", field_name="inspection__round")
    framework = _choice("Framework", "Any framework", field_name="inspection__framework__code")
    show = _choice("Show", None, choices=SHOWN, method="filter_shown")
    standard = _choice("Standard", "Any standard", field_name="inspection__framework__standards__theme__slug")
    rating = _choice("Rating", "Any rating", choices=RATINGS, method="filter_rating")
    theme = _choice("Theme of a recommendation", "Any theme", method="filter_theme")

    def __init__(self, data: QueryDict, *, choices: ListingChoices) -> None:
        super().__init__(data, Edition.objects.published().filter(inspection__delivery_unit__isnull=False))
        self.choices = choices
        for name, places in {
            "region": choices.regions,
            "pdu": choices.units,
            "round": [Place(name=label, slug=label) for label in choices.rounds],
            "framework": choices.frameworks,
            "standard": choices.standards,
            "theme": choices.themes,
        }.items():
            self.filters[name].extra["choices"] = [(place.slug, place.name) for place in places]
        self.form.full_clean()

    def filter_queryset(self, editions: "QuerySet[Edition]") -> "QuerySet[Edition]":
        for name, each in self.filters.items():
            editions = each.filter(editions, self.asked(name))
        return editions

    def filter_shown(self, editions: "QuerySet[Edition]", name: str, value: str) -> "QuerySet[Edition]":
        if value == EVERY:
            return editions
        unit = "inspection__delivery_unit_id"
        latest = editions.order_by(unit, "-inspection__round").distinct(unit)
        return editions.filter(pk__in=latest.values("pk"))

    def filter_rating(self, editions: "QuerySet[Edition]", name: str, value: str) -> "QuerySet[Edition]":
        """Of the standard that is asked for, else overall."""
        if self.chosen_standard is None:
            return editions.filter(overall_rating="" if value == NO_RATING else value)
        rated = StandardRating.objects.filter(standard__theme__slug=self.chosen_standard.slug)
        if value == NO_RATING:
            return editions.exclude(pk__in=rated.values("edition"))
        return editions.filter(pk__in=rated.filter(rating=value).values("edition"))

    def filter_theme(self, editions: "QuerySet[Edition]", name: str, value: str) -> "QuerySet[Edition]":
        return editions.filter(pk__in=Recommendation.objects.filter(themes__slug=value).values("edition"))

    @property
    def leaves_out_units(self) -> bool:
        """Whether something is asked that only an inspection has."""
        return any(self.asked(name) for name in OF_AN_INSPECTION)

    @property
    def is_filtered(self) -> bool:
        """Whether anything is asked for beyond what is shown at first."""
        return bool(self.values)

    @property
    def values(self) -> dict[str, str]:
        """What is asked for beyond what is shown at first, by the names of the address and in their order."""
        asked = {name: self.asked(name) for name in self.filters}
        return {name: value for name, value in asked.items() if value and (name, value) != ("show", LATEST)}

    @property
    def chosen_standard(self) -> Place | None:
        """The standard asked for."""
        return next((place for place in self.choices.standards if place.slug == self.asked("standard")), None)

    def asked(self, name: str) -> str:
        """The value that is asked for; of nothing, and of an unknown one, what is shown without it."""
        return self.form.cleaned_data.get(name) or (LATEST if name == "show" else "")

    @property
    def problems(self) -> list[dict[str, str]]:
        """What is wrong with the address, each with the field it is about."""
        return [
            {"text": f"{self.form[name].label}: {message[:1].lower()}{message[1:]}", "id": self.form[name].id_for_label}
            for name, messages in self.form.errors.items()
            for message in messages
        ]

    @property
    def said(self) -> list[str]:
        """What is asked for, in words."""
        labels = {name: dict(self.filters[name].extra["choices"]).get(self.asked(name), "") for name in self.filters}
        return wording.asked_of_listing(
            region=labels["region"],
            unit=labels["pdu"],
            round_label=labels["round"],
            framework=labels["framework"],
            standard=labels["standard"],
            rating=labels["rating"],
            theme=labels["theme"],
            is_latest=self.asked("show") != EVERY,
        )
