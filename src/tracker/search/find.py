"""What a reader's words find: the best of each kind, with the row behind each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .. import words
from ..catalogue import Catalogue, Filter
from ..languages import Language
from .indexing import KINDS, Match, index_of

_NAMES = {"crisis": "title", "indicator": "label", "document": "title"}
_TABLES = {"crisis": "crises"}  # all others are called as what is in them, with an s


@dataclass(frozen=True)
class Hit:
    """One thing found. `row` is its row: of the query `claims` for a claim, else of its table.

    `wording` has the words of the document that matched best, where a claim was found by them.
    """

    kind: str
    id: str
    wording: str
    row: object = field(compare=False, repr=False)

    def title(self, language: Language) -> str:
        """What it is, in one line."""
        if self.kind == "claim":
            return words.sentence(self.row, language)
        name = language.label(self.row, _NAMES.get(self.kind, "name"))
        return name or language.label(self.row, "url") or self.id


@dataclass(frozen=True)
class Found:
    """What was found: `hits` best first, at most so many of each kind; `counts` has them all."""

    text: str
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]

    def of_kind(self, kind: str) -> tuple[Hit, ...]:
        """The hits of one kind, best first."""
        return tuple(hit for hit in self.hits if hit.kind == kind)


def find(
    catalogue: Catalogue,
    text: str,
    *,
    kinds: tuple[str, ...] = KINDS,
    limit: int = 20,
    as_of: dt.date | None = None,
    crisis: tuple[str, ...] = (),
) -> Found:
    """What holds every word of the text; the last word may be unfinished. `limit` is for each kind.

    With `crisis`, only claims of these crises, and what such claims refer to or are carried by.
    """
    best: dict[tuple[str, str], Match] = {}
    within = _mentioned(catalogue, Filter(crisis=crisis, as_of=as_of)) if crisis else None
    for match in index_of(catalogue).matches(text, as_of=as_of):
        if match.kind in kinds and (within is None or (match.kind, match.id) in within):
            best.setdefault((match.kind, match.id), match)
    counts = Counter(kind for kind, _ in best)
    shown = [match for kind in kinds for match in [m for m in best.values() if m.kind == kind][:limit]]
    rows = _rows(catalogue, shown, as_of)
    hits = (Hit(match.kind, match.id, match.wording, rows[match.kind, match.id]) for match in _by_score(shown))
    return Found(text, tuple(hits), {kind: counts[kind] for kind in kinds})


def _mentioned(catalogue: Catalogue, chosen: Filter) -> set[tuple[str, str]]:
    rows = catalogue.rows("mentioned", chosen)
    return set(zip(rows.kind, rows.id, strict=True))


def _by_score(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (match.score, KINDS.index(match.kind), match.id))


def _rows(catalogue: Catalogue, shown: Iterable[Match], as_of: dt.date | None) -> dict[tuple[str, str], object]:
    matches = list(shown)
    claims = tuple(match.id for match in matches if match.kind == "claim")
    rows: dict[tuple[str, str], object] = {
        (match.kind, match.id): catalogue.get(_TABLES.get(match.kind, f"{match.kind}s"), match.id)
        for match in matches
        if match.kind != "claim"
    }
    found = catalogue.rows("claims", Filter(observation=claims, as_of=as_of)).itertuples(index=False) if claims else ()
    return rows | {("claim", str(row.observation_id)): row for row in found}
