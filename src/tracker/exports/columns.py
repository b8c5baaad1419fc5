"""Every column that a download may hold: those that `tables.py` declares, and those that our queries add to them."""

from __future__ import annotations

from dataclasses import replace

from ..schema import Column, Type
from ..tables import CAVEATS, CRISES, DOCUMENTS, INDICATORS, LANGUAGES, ORGANISATIONS, PLACES, TABLES


def _count(name: str, meaning: str) -> Column:
    return Column(name, Type.INTEGER, meaning, f"#meta+count+{name.removeprefix('n_')}")


def _named(name: str, source: Column, role: str = "") -> list[Column]:
    """A name that stands in another table, in each language."""
    kept = replace(source, name=name, hxl=f"{source.hxl}{role}", is_required=False)
    return [
        kept,
        *(
            replace(
                kept,
                name=f"{name}_{code}",
                meaning=f"{kept.meaning}, in the language {code}",
                hxl=f"{kept.hxl}+i_{code}",
            )
            for code in LANGUAGES
        ),
    ]


_ADDED = [
    Column("known_on", Type.DATE, "The first day the public could know it", "#date+known"),
    Column("known_on_basis", Type.TEXT, "Whether that is the day it was said or first published", "#date+known+basis"),
    *_named("indicator_label", INDICATORS["label"]),
    replace(INDICATORS["unit"], name="indicator_unit", is_required=False),
    *_named("place_name", PLACES["name"]),
    *_named("crisis_title", CRISES["title"]),
    *_named("claimant_name", ORGANISATIONS["name"], "+claimant"),
    *_named("claimant_short", ORGANISATIONS["short_name"], "+claimant"),
    *_named("publisher_name", ORGANISATIONS["name"], "+publisher"),
    *_named("publisher_short", ORGANISATIONS["short_name"], "+publisher"),
    replace(ORGANISATIONS["kind"], name="publisher_kind", hxl="#org+type+publisher", is_required=False),
    Column("is_conflict_party", Type.FLAG, "True where who speaks is a party to the conflict", "#org+party"),
    *_named("caveat", replace(CAVEATS["text"], meaning="What the claimant says of all such figures")),
    Column("wording", Type.TEXT, "The words that carry the figure, as printed", "#description+wording"),
    Column("wording_language", Type.TEXT, "The language of these words", "#meta+language+wording"),
    _count("n_citations", "How many citations carry the claim; repetition is not confirmation"),
    _count("n_publishers", "How many publishers these citations are by"),
    _count("n_unattributed", "How many of the citations name nobody"),
    _count("n_denials", "How many of the citations deny the figure"),
    _count("n_observations", "How many of the chosen claims the document carries"),
    Column("superseded_by", Type.REFERENCE, "The claim of the same source that replaced it", "#meta+id+superseded"),
    Column("superseded_change", Type.TEXT, "Why it was replaced", "#meta+change+superseded"),
]
_KNOWN = {column.name: column for column in (*DOCUMENTS.columns, *_ADDED)}


def column(table: str, name: str) -> Column:
    """The declaration of a column of a table as we export it."""
    return TABLES[table][name] if name in TABLES[table] else _KNOWN[name]
