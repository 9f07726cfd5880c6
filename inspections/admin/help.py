"""What a field means, and where in a report it is found: for whoever fills it in."""

from typing import Any

WHERE = {
    "edition": {
        "overall_rating": "In the table of the page “Ratings”. Empty is “not held”.",
        "score": "In the head of the ratings table, “3/21”: as printed, also where the ratings do not come to it.",
        "lead_inspector": "Under “Acknowledgements”: “This inspection was led by HM Inspector …”.",
        "isbn": "With the publication details, before the foreword.",
    },
    "citation": {
        "key": "The fact’s public address, for good: small letters, digits, hyphens. It starts as the inspection’s.",
        "section": "Optional: the heading it stands under, of the same source.",
        "paragraph": "Optional: the paragraph of that section.",
        "line": "Its line in the file, as the page of the upload counts them.",
    },
    "editiondate": {
        "date": "What is not known of it stands on the first: a month on its first day.",
        "date_precision": "How much of the date the source gives.",
    },
    "samplecount": {
        "count": "Under “Background”, and where the survey is reported: how many cases, interviews or replies.",
    },
    "standardrating": {
        "rating": "In the ratings table, and under the heading of the standard.",
        "summary": "The paragraph under the rating that gives its reason, in the report’s words.",
    },
    "keyquestionresult": {
        "percentage": "In the table of the standard, under “Percentage ‘Yes’”. 0 is a real value.",
        "numerator": "Only where the report gives the number of cases. Leave empty otherwise.",
        "denominator": "How many cases were looked at for this question.",
        "counts_origin": "“Inferred” is a count worked out here from the percentage; readers are told.",
    },
    "finding": {
        "kind": "The heading of its list: “Strengths”, “Areas for improvement”; elsewhere a plain finding.",
        "text": "One bullet point, in the report’s words.",
        "area": "The part of the report it stands in.",
        "standard": "Of a finding in a standard’s chapter.",
    },
    "quotation": {
        "text": "The words of a person on probation, without the quotation marks.",
        "asked_by": "Who asked them, such as User Voice.",
    },
    "recommendation": {
        "number": "Its number in the list of recommendations.",
        "addressed_to": "Who should do it: the words before “should:”.",
        "text": "One recommendation, in the report’s words.",
    },
    "figure": {
        "value": "A number of the report’s prose. “Half” is kept as the report’s words, in the citation.",
        "numerator": "Of “three out of seven”: 3.",
        "denominator": "Of “three out of seven”: 7.",
    },
    "measurevalue": {
        "value": "As the report gives it: never worked out anew.",
        "qualifier": "“approximately”, “over”: the report’s word before the number.",
        "base": "Of what it is a part: “of the delivery unit’s caseload”.",
    },
}


class Helped:
    """For pages and tables whose fields say where in the report they are found, where the model does not."""

    def formfield_for_dbfield(self: Any, db_field: Any, request: Any, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        told = WHERE.get(self.model._meta.model_name, {}).get(db_field.name)
        if field is not None and told:
            field.help_text = told
        return field
