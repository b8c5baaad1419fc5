"""The tables we keep, declared once. Types, file order, dictionary and forms are derived."""

from __future__ import annotations

from . import vocabularies as codes
from .schema import Column, Table, Type, Vocabulary

# Beside English: one more label column each in indicators, places, organisations, crises, events and caveats.
LANGUAGES = ("ar",)


def _id(name: str, meaning: str, hxl: str = "") -> Column:
    return Column(name, Type.ID, meaning, hxl, is_required=True)


def _ref(name: str, table: str, meaning: str, hxl: str = "", *, required: bool = False) -> Column:
    return Column(name, Type.REFERENCE, meaning, hxl, references=table, is_required=required)


def _code(name: str, vocabulary: Vocabulary, meaning: str, hxl: str = "", *, required: bool = False) -> Column:
    return Column(name, Type.CODE, meaning, hxl, vocabulary=vocabulary, is_required=required)


def _text(name: str, meaning: str, hxl: str = "", *, required: bool = False) -> Column:
    return Column(name, Type.TEXT, meaning, hxl, is_required=required)


def _number(name: str, meaning: str, hxl: str = "") -> Column:
    return Column(name, Type.NUMBER, meaning, hxl, unit="the indicator's unit")


def _date(name: str, meaning: str, hxl: str = "", *, required: bool = False) -> Column:
    return Column(name, Type.DATE, meaning, hxl, is_required=required)


def _labels(name: str, meaning: str, hxl: str) -> tuple[Column, ...]:
    return tuple(_text(f"{name}_{code}", f"{meaning}, in the language {code}", f"{hxl}+i_{code}") for code in LANGUAGES)


REVISION = Column(
    "revision",
    Type.INTEGER,
    "1 for the first entry; a higher number replaces what we ourselves entered wrongly before",
    "#meta+revision",
    is_required=True,
)

# One column a line:
# fmt: off
OBSERVATIONS = Table(
    "observations",
    "One claimed figure: one claimant, indicator, place and period.",
    (
        _id("observation_id", "Readable name of the claim, which never changes", "#meta+id+observation"),
        REVISION,
        _ref("crisis_id", "crises", "The crisis it belongs to", "#crisis+code", required=True),
        _ref("indicator_id", "indicators", "What is counted", "#indicator+code", required=True),
        _ref("place_id", "places", "Where", "#loc+code", required=True),
        _ref("claimant_id", "organisations", "Who made the figure; blank when it is attributed to nobody", "#org+code+claimant"),
        _code(
            "measure",
            codes.MEASURE,
            "Whether it is a level, events in a period, a running total or a state",
            "#indicator+measure",
            required=True,
        ),
        _date("period_start", "First day counted, or the day of the level", "#date+start"),
        _date("period_end", "Last day counted, or the day of the level", "#date+end"),
        _code("date_precision", codes.DATE_PRECISION, "How finely the source dated the period", "#date+precision"),
        _number("value", "The number as claimed; blank for a range, for words of quantity and for a state", "#indicator+num+value"),
        _number("value_low", "The least that the words allow", "#indicator+num+min"),
        _number("value_high", "The most that the words allow", "#indicator+num+max"),
        _code("qualifier", codes.QUALIFIER, "The hedge the claim carries", "#indicator+qualifier", required=True),
        _code("basis", codes.BASIS, "What was counted", "#indicator+basis"),
        _text("population", "Whom or what exactly, where the claim is narrower than the indicator says", "#population"),
        _text("scope_note", "What the figure includes or leaves out, in a few words", "#indicator+description"),
        _date("said_on", "The day the claimant said it", "#date+said"),
        _ref("revises", "observations", "The claim of the same source that this one replaces", "#meta+id+revises"),
        _code("change", codes.CHANGE, "Why it replaces that claim", "#meta+change"),
        _code("rank", codes.RANK, "Whether to prefer or avoid it where one figure must be chosen", "#meta+rank", required=True),
        _code("obs_status", codes.OBS_STATUS, "The SDMX status of the observation", "#meta+status"),
        Column(
            "is_circulating",
            Type.FLAG,
            "True for a round figure that many repeat and whose first source nobody can show",
            "#meta+circulating",
        ),
        _text("note", "What a reader should know about this claim", "#description"),
        Column("recorded_on", Type.TIMESTAMP, "When we entered this row", "#date+recorded", is_required=True),
        _text("recorded_by", "Who entered this row", "#meta+recorded_by", required=True),
    ),
    ("observation_id", "revision"),
    is_ledger=True,
)

CITATIONS = Table(
    "citations",
    "One document that carries one observation, with the figure as that document printed it. "
    "Blank figure columns (value, bounds and qualifier together), dates, place, indicator and population mean: as the observation.",
    (
        _id("citation_id", "Readable name of the citation, which never changes", "#meta+id+citation"),
        REVISION,
        _ref("observation_id", "observations", "The claim that the document carries", "#meta+id+observation", required=True),
        _ref("document_id", "documents", "The document", "#meta+id+document", required=True),
        _text("locator", "Where in the document: paragraph, headline, table", "#meta+locator"),
        _text("wording", "The few words that carry the figure, as printed; at most 25", "#description+wording"),
        _number("value", "The number as this document printed it", "#indicator+num+value"),
        _number("value_low", "The least that the document's words allow", "#indicator+num+min"),
        _number("value_high", "The most that the document's words allow", "#indicator+num+max"),
        _code("qualifier", codes.QUALIFIER, "The hedge this document printed", "#indicator+qualifier"),
        _date("period_start", "First day, as this document has it", "#date+start"),
        _date("period_end", "Last day, as this document has it", "#date+end"),
        _ref("place_id", "places", "Where, as this document has it", "#loc+code"),
        _ref("indicator_id", "indicators", "What is counted, as this document has it", "#indicator+code"),
        _code("measure", codes.MEASURE, "The measure, where this document changed it", "#indicator+measure"),
        _text("population", "Whom or what, as this document has it", "#population"),
        _code(
            "role",
            codes.ROLE,
            "Whether the document is the claimant's own, repeats the claim, or denies it",
            "#meta+role",
            required=True,
        ),
        _code("attribution", codes.ATTRIBUTION, "Whom the document names as the source", "#meta+attribution", required=True),
        _ref(
            "attributed_to",
            "organisations",
            "The source the document names, where it is not the claimant",
            "#org+code+attributed",
        ),
        _text("note", "What a reader should know about this citation", "#description+note"),
        Column("span_start", Type.INTEGER, "Where its figure begins in the text that was read, in characters from 0", "#meta+span+start"),
        Column("span_end", Type.INTEGER, "Where its figure ends, not included", "#meta+span+end"),
        _text("text_sha256", "SHA-256 of the text that was read, in UTF-8", "#meta+sha256"),
        _text("read_by", "What found the figure: the version of the reader, or by hand", "#meta+read_by"),
        _text("reviewed_by", "Who accepted it", "#meta+reviewed_by"),
        Column("reviewed_on", Type.TIMESTAMP, "When it was accepted", "#date+reviewed"),
    ),
    ("citation_id", "revision"),
    is_ledger=True,
)

DOCUMENTS = Table(
    "documents",
    "One published thing with an address: press release, article, situation report, dataset.",
    (
        _id("document_id", "Readable name of the document", "#meta+id+document"),
        _ref("publisher_id", "organisations", "Who put it out", "#org+code+publisher", required=True),
        _ref(
            "text_from_id",
            "organisations",
            "Whose text it carries or cites, where it says so: a news agency, another outlet",
            "#org+code+text",
        ),
        _text("title", "Its title, where the page shows one", "#meta+title"),
        Column("url", Type.URL, "Where it is, or was", "#meta+url"),
        _date("published_on", "The day it was published", "#date+published"),
        _code("published_on_basis", codes.PUBLISHED_ON_BASIS, "How we know that day", "#date+published+basis"),
        _date("accessed_on", "The day we read it", "#date+accessed"),
        _text("language", "Its language, as an ISO 639-1 code", "#meta+language"),
        _code("kind", codes.DOCUMENT_KIND, "What sort of document it is", "#meta+kind", required=True),
        Column("archive_url", Type.URL, "A stored copy", "#meta+url+archive"),
        _text("sha256", "SHA-256 of the text that was read", "#meta+sha256"),
        _text("note", "What a reader should know about this document", "#description"),
    ),
    ("document_id",),
)

ORGANISATIONS = Table(
    "organisations",
    "Claimants and publishers.",
    (
        _id("organisation_id", "Readable name of the organisation", "#org+code"),
        _text("name", "Its full name", "#org+name", required=True),
        *_labels("name", "Its full name", "#org+name"),
        _text("short_name", "The name a chart shows", "#org+name+short"),
        *_labels("short_name", "The name a chart shows", "#org+name+short"),
        _code("kind", codes.ORGANISATION_KIND, "What sort of organisation it is", "#org+type", required=True),
        Column("is_conflict_party", Type.FLAG, "True when it fights in the crisis or speaks for a side that does", "#org+party"),
        _text("iso3", "Its country, as an ISO 3166-1 alpha-3 code; blank for international ones", "#country+code"),
        Column("url", Type.URL, "Its site", "#org+url"),
        Column("aliases", Type.LIST, "Other names it is cited under", "#org+name+alt"),
        _ref("parent_id", "organisations", "The organisation it belongs to or speaks for", "#org+code+parent"),
    ),
    ("organisation_id",),
)

INDICATORS = Table(
    "indicators",
    "What is counted.",
    (
        _id("indicator_id", "Readable name of the indicator", "#indicator+code"),
        _text("label", "The name a chart shows", "#indicator+name", required=True),
        *_labels("label", "The name a chart shows", "#indicator+name"),
        _text("definition", "What is and is not counted", "#indicator+description", required=True),
        _text("unit", "What one is: people, facilities, per cent, days", "#indicator+unit", required=True),
        _text("population", "Whom or what it counts", "#population", required=True),
        _text("outcome", "What happened to them: killed, injured, trapped, remaining", "#indicator+outcome", required=True),
        _ref("part_of", "indicators", "The wider indicator it is a part of", "#indicator+code+parent"),
        _text("hxl", "The HXL hashtag of its values", "#meta+hxl"),
    ),
    ("indicator_id",),
)

PLACES = Table(
    "places",
    "Where a figure holds, as sources name places.",
    (
        _id("place_id", "Readable name of the place", "#loc+code"),
        _text("name", "Its name in English", "#loc+name", required=True),
        *_labels("name", "Its name", "#loc+name"),
        _code("kind", codes.PLACE_KIND, "What sort of place it is", "#loc+type", required=True),
        _ref("parent_id", "places", "The smallest kept place that holds all of it", "#loc+code+parent"),
        _text("iso3", "Its country, as an ISO 3166-1 alpha-3 code", "#country+code"),
        _text("pcode", "Its OCHA P-code, where it has one", "#loc+code+pcode"),
        Column("latitude", Type.NUMBER, "WGS 84, no finer than a district", "#geo+lat", unit="degrees"),
        Column("longitude", Type.NUMBER, "WGS 84, no finer than a district", "#geo+lon", unit="degrees"),
        _code("place_precision", codes.PLACE_PRECISION, "How surely we know which area is meant", "#geo+precision"),
        Column("aliases", Type.LIST, "Other names and spellings", "#loc+name+alt"),
    ),
    ("place_id",),
)

CRISES = Table(
    "crises",
    "The crises that figures belong to.",
    (
        _id("crisis_id", "Readable name of the crisis", "#crisis+code"),
        _text("title", "Its name", "#crisis+name", required=True),
        *_labels("title", "Its name", "#crisis+name"),
        _text("summary", "What it was, in two sentences", "#crisis+description"),
        *_labels("summary", "What it was, in two sentences", "#crisis+description"),
        _ref("place_id", "places", "Where", "#loc+code"),
        _date("start", "First day of the time we follow", "#date+start"),
        _date("end", "Last day of the time we follow; blank while it goes on", "#date+end"),
    ),
    ("crisis_id",),
)

EVENTS = Table(
    "events",
    "What charts annotate: a ceasefire, an offensive, an evacuation, the day on which a claimant began to count another way.",
    (
        _id("event_id", "Readable name of the event", "#meta+id+event"),
        _ref("crisis_id", "crises", "The crisis it belongs to", "#crisis+code", required=True),
        _date("date", "Its day", "#date+occurred", required=True),
        _text("label", "What happened, in a few words", "#event+name", required=True),
        *_labels("label", "What happened, in a few words", "#event+name"),
        _ref("document_id", "documents", "A document that reports it", "#meta+id+document"),
        _ref("claimant_id", "organisations", "Whose way of counting changed, where that is what happened", "#org+code+claimant"),
        _ref("indicator_id", "indicators", "The indicator whose charts it stands on; blank for all", "#indicator+code"),
        _ref("next_indicator_id", "indicators", "Under which its figures go on from that day", "#indicator+code+next"),
    ),
    ("event_id",),
)

HEADLINES = Table(
    "headlines",
    "Which indicators a crisis is known by: its cards and first charts, in this order, and which series a card follows.",
    (
        _ref("crisis_id", "crises", "The crisis", "#crisis+code", required=True),
        _ref("indicator_id", "indicators", "What is counted", "#indicator+code", required=True),
        Column("position", Type.INTEGER, "Its place among them, from 1", "#meta+order", is_required=True),
        _ref("claimant_id", "organisations", "Whose figures the card follows; blank for any", "#org+code+claimant"),
        _code("measure", codes.MEASURE, "The measure that the card follows; blank for any", "#indicator+measure"),
        _code("basis", codes.BASIS, "The basis that the card follows; blank for any", "#indicator+basis"),
        _ref("place_id", "places", "The place that the card follows; blank for any", "#loc+code"),
        _date("period_start", "The first day of the running total that the card follows; blank for any", "#date+start"),
    ),
    ("crisis_id", "indicator_id"),
)

CAVEATS = Table(
    "caveats",
    "What a claimant says of all its figures, kept once and shown wherever they are: verified cases only, the true number higher.",
    (
        _id("caveat_id", "Readable name of the caveat", "#meta+id+caveat"),
        _ref("claimant_id", "organisations", "Whose figures it goes with", "#org+code+claimant", required=True),
        _code("basis", codes.BASIS, "Which of them, by what was counted; blank for any", "#indicator+basis"),
        _ref("crisis_id", "crises", "The crisis it is about; blank for any", "#crisis+code"),
        _text("outcome", "Which of them, by the outcome of their indicator: killed; blank for any", "#indicator+outcome"),
        _text("text", "What the reader must know, in a sentence or two", "#description+caveat", required=True),
        *_labels("text", "What the reader must know, in a sentence or two", "#description+caveat"),
        _ref("document_id", "documents", "A document in which the claimant says so", "#meta+id+document"),
    ),
    ("caveat_id",),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (OBSERVATIONS, CITATIONS, DOCUMENTS, ORGANISATIONS, INDICATORS, PLACES, CRISES, EVENTS, HEADLINES, CAVEATS)
}
