"""The hashtag row of the Humanitarian Exchange Language (hxlstandard.org), which says to machines what columns hold."""

from __future__ import annotations

from collections.abc import Iterable

from ..tables import CRISES, DOCUMENTS, INDICATORS, LANGUAGES, ORGANISATIONS, PLACES, TABLES

# What our queries add to the declared columns: tags of their own, or those of the column that the words come from.
_ADDED = {
    "known_on": "#date+known",
    "known_on_basis": "#date+known+basis",
    "indicator_unit": INDICATORS["unit"].hxl,
    "wording": "#description+wording",
    "wording_language": "#meta+language+wording",
    "publisher_kind": "#org+type+publisher",
    "is_conflict_party": "#org+party",
    "n_citations": "#meta+count+citations",
    "n_publishers": "#meta+count+publishers",
    "n_unattributed": "#meta+count+unattributed",
    "n_denials": "#meta+count+denials",
    "n_observations": "#meta+count+observations",
    "superseded_by": "#meta+id+superseded",
    "superseded_change": "#meta+change+superseded",
}
_NAMED = {
    "indicator_label": INDICATORS["label"].hxl,
    "place_name": PLACES["name"].hxl,
    "crisis_title": CRISES["title"].hxl,
    "claimant_name": f"{ORGANISATIONS['name'].hxl}+claimant",
    "claimant_short": f"{ORGANISATIONS['short_name'].hxl}+claimant",
    "publisher_name": f"{ORGANISATIONS['name'].hxl}+publisher",
    "publisher_short": f"{ORGANISATIONS['short_name'].hxl}+publisher",
}


def tags(table: str, columns: Iterable[str]) -> list[str]:
    """The hashtag of each column of a table as we export it; blank for a column that has none."""
    translated = {f"{name}_{code}": f"{tag}+i_{code}" for name, tag in _NAMED.items() for code in LANGUAGES}
    documents = {column.name: column.hxl for column in DOCUMENTS.columns}
    declared = {column.name: column.hxl for column in TABLES[table].columns}
    known = {**documents, **_NAMED, **translated, **_ADDED, **declared}
    return [known.get(name, "") for name in columns]
