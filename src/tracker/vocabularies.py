"""The codes our columns may hold, each with its meaning and, where the field has one, its standard."""

from __future__ import annotations

from .schema import Vocabulary

MEASURE = Vocabulary(
    "measure",
    {
        "stock": "A level on a day: doctors left, people trapped. Never added over time.",
        "flow": "Events within a period: children killed from Friday to Wednesday.",
        "cumulative": "A running total since a start.",
        "status": "A state without a number: out of service.",
    },
)
QUALIFIER = Vocabulary(
    "qualifier",
    {
        "exact": "No hedge was printed.",
        "at_least": "The number or more: at least, no fewer than, and counting.",
        "more_than": "Above the number: more than, over.",
        "about": "Near the number on either side: about, some, around.",
        "nearly": "Just below the number: nearly, almost.",
        "at_most": "The number or fewer: up to, at most.",
        "less_than": "Below the number: fewer than, under.",
        "between": "A range: both bounds, no best value.",
        "vague": "Words of quantity without a number: dozens, hundreds of thousands.",
    },
)
BASIS = Vocabulary(
    "basis",
    {
        "reported": "As somebody reported it; how it was counted is not stated.",
        "verified": "Checked case by case by the claimant.",
        "registered": "Counted by registration of people or cases.",
        "identified": "Counted by name or body identified.",
        "estimated": "An estimate of the claimant.",
        "imputed": "Filled in by a compiler where nothing was reported.",
        "projected": "A forecast of a time still to come.",
    },
)
CHANGE = Vocabulary(
    "change",
    {
        "update": "A newer figure of a running count.",
        "correction": "The source said its earlier figure was wrong.",
        "revision": "The source restated the figure for the same period after more information.",
        "basis_change": "The source changed what it counts; the two figures are not comparable.",
        "method_change": "The source changed how it counts; the two figures do not continue each other.",
        "retraction": "The source withdrew the figure.",
    },
)
RANK = Vocabulary(
    "rank",
    {
        "preferred": "The figure to show where one of several of a claimant's must be chosen.",
        "normal": "No preference.",
        "deprecated": "Kept for the record; known to be wrong or withdrawn.",
    },
    source="https://www.wikidata.org/wiki/Help:Ranking",
)
OBS_STATUS = Vocabulary(
    "obs_status",
    {
        "A": "Normal value",
        "B": "Time series break",
        "D": "Definition differs",
        "E": "Estimated value",
        "F": "Forecast value",
        "I": "Imputed value",
        "P": "Provisional value",
        "U": "Low reliability",
        "V": "Unvalidated value",
    },
    source="https://sdmx.org (code list CL_OBS_STATUS, the codes that fit a figure somebody claimed)",
)
DATE_PRECISION = Vocabulary(
    "date_precision",
    {
        "day": "Both ends are days the source named.",
        "week": "Dated to a week.",
        "month": "Dated to a month; the ends are its first and last day.",
        "year": "Dated to a year; the ends are its first and last day.",
    },
    source="https://ucdp.uu.se (the GED codebook's date precision, coarsened to what reports print)",
)
ROLE = Vocabulary(
    "role",
    {
        "origin": "The document was put out by the claimant itself.",
        "echo": "Somebody else's document repeats the claim.",
        "denial": "The document quotes the claim in order to dispute it.",
    },
)
ATTRIBUTION = Vocabulary(
    "attribution",
    {
        "claimant": "The document names the observation's claimant.",
        "other": "The document names somebody else; attributed_to says whom.",
        "none": "The document names nobody; it was filed under this claim by judgement.",
    },
)
PUBLISHED_ON_BASIS = Vocabulary(
    "published_on_basis",
    {
        "printed": "The page prints the date.",
        "metadata": "The page's metadata carries the date.",
        "url": "The date stands in the page's address.",
        "inferred": "We worked the date out from what the text reports.",
    },
)
DOCUMENT_KIND = Vocabulary(
    "document_kind",
    {
        "press_release": "A claimant's own statement or briefing.",
        "article": "A news article, wire copy or broadcast text.",
        "situation_report": "A dated humanitarian report.",
        "dataset": "A file of figures.",
        "blog": "A post on a personal or collective site.",
        "report": "A longer study or inquiry.",
        "other": "Anything else with an address.",
    },
)
ORGANISATION_KIND = Vocabulary(
    "organisation_kind",
    {
        "un_agency": "A United Nations body or official speaking for it.",
        "ngo": "A non-governmental or Red Cross and Red Crescent organisation.",
        "monitor": "An organisation that counts casualties or events.",
        "health_authority": "A health ministry, directorate or hospital.",
        "government": "A state, its ministries, military or state news agency.",
        "armed_group": "A non-state armed group or its political body.",
        "media": "A news organisation, agency, broadcaster or blog.",
        "research": "A university, think tank or similar.",
        "unnamed": "A group that a report does not name: activists, medical sources, officials.",
        "other": "Anyone else.",
    },
)
PLACE_KIND = Vocabulary(
    "place_kind",
    {
        "country": "A state.",
        "governorate": "The first level below a country.",
        "area": "A part of a country or governorate that reports name but no map does.",
        "city": "A city or town as a whole.",
        "part_of_city": "A part of a city: an enclave, a side of a front line.",
        "district": "A neighbourhood or several together.",
        "village": "A village or small town.",
        "site": "One building, facility or street; never located more finely than its district.",
    },
)
PLACE_PRECISION = Vocabulary(
    "place_precision",
    {
        "exact": "The outline of the place is known and named by the source.",
        "approximate": "The coordinates mark about where it lies.",
        "unclear": "The source's words fit more than one area.",
    },
)
VOCABULARIES = tuple(value for value in list(vars().values()) if isinstance(value, Vocabulary))
