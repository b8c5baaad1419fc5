"""What a selection can still be narrowed to: each choice by name, with how many claims it would leave."""

from __future__ import annotations

from dataclasses import dataclass

from .catalogue import Catalogue, Filter
from .choices import UNATTRIBUTED
from .languages import Language

# Which table names the keys of a facet, and the columns of it to try for a name.
_NAMED = {
    "claimant": ("organisations", ("short_name", "name")),
    "publisher": ("organisations", ("short_name", "name")),
    "place": ("places", ("name",)),
    "indicator": ("indicators", ("label",)),
    "crisis": ("crises", ("title",)),
}


@dataclass(frozen=True)
class Choice:
    """One choice of a facet; `n` claims would be left if it were the only one of its kind."""

    key: str
    name: str
    n: int


def choices(catalogue: Catalogue, chosen: Filter, facet: str, language: Language) -> list[Choice]:
    """The choices of one facet, most claims first. Each facet ignores what is chosen of itself."""
    counted = catalogue.rows("facets", chosen)
    names = _names(catalogue, facet, language)
    rows = counted[counted.facet.eq(facet)]
    return [Choice(key, names.get(key, key), n) for key, n in zip(rows.key.tolist(), rows.n.tolist(), strict=True)]


def named(catalogue: Catalogue, facet: str, key: str, language: Language) -> str:
    """What a choice is called, whether or not any claim is left for it; the key itself where nothing names it."""
    return _names(catalogue, facet, language).get(key, key)


def _names(catalogue: Catalogue, facet: str, language: Language) -> dict[str, str]:
    if facet not in _NAMED:
        return {}
    table, columns = _NAMED[facet]
    rows = getattr(catalogue, table).itertuples(index=False)
    names = {row[0]: next(filter(None, (language.label(row, column) for column in columns)), row[0]) for row in rows}
    return names | {UNATTRIBUTED: language.say("unattributed")}
