"""Texts that every report prints alike, in the words of the shipped one or near them. They state no figure."""

ACKNOWLEDGEMENTS = (
    "This inspection was led by HM Inspector {lead}, supported by a team of inspectors and colleagues from across the "
    "Inspectorate. We would like to thank all those who participated in any way in this inspection."
)
ROLE = (
    "HM Inspectorate of Probation is the independent inspector of youth justice and probation services in England and "
    "Wales. We report on the effectiveness of work with adults and children.",
    "We highlight good and poor practice. We are independent of government, and speak independently.",
)
LICENCE = (
    "You may re-use this information (excluding logos) free of charge in any format or medium, under the terms of the "
    "Open Government Licence. To view this licence, visit www.nationalarchives.gov.uk/doc/open-government-licence or "
    "email psi@nationalarchives.gsi.gov.uk.",
    "This publication is available for download at: www.justiceinspectorates.gov.uk/hmiprobation",
    "ISBN {isbn}",
    "Published by:",
    "HM Inspectorate of Probation 1st Floor Civil Justice Centre 1 Bridge Street West Manchester M3 3FX",
    "Follow us on Twitter @hmiprobation",
)
ANNEXE = (
    "Full data from this inspection and further information about the methodology used to conduct this inspection is "
    "available on our website.",
    "A glossary of terms used in this report is available on our website.",
)
RECOMMENDATIONS_OPENING = (
    "As a result of our inspection findings we have made a number of recommendations that we believe, if implemented, "
    "will have a positive impact on the quality of probation services."
)
RESET_NOTE = (
    "Probation Reset is a nationally mandated operational policy change. It mandates that supervision will be "
    "suspended at the two-thirds point of a sentence."
)
RATING_NOTE = (
    "The rating for the standard is driven by the lowest score on each of the key questions, which is placed in a "
    "rating band, indicated in bold in the table. Full data and further information about inspection methodology is "
    "available in the data workbook for this inspection on our website."
)
