"""A figure changed after it was accepted: what stands in the tables stays until a reviewer accepts what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..catalogue import Catalogue
from ..errors import RefusedError
from ..matching import Match
from ..tables import TABLES
from .filing import ECHO, NEW, REVISION, Filing
from .session import Cells

Rows = dict[str, list[Cells]]
_OURS = {"revision", "recorded_on", "recorded_by", "read_by", "reviewed_by", "reviewed_on"}  # not what a row says


def stood_as(stands: Mapping[str, list[Cells]]) -> Filing:
    """How the figure was filed when it was accepted; that cannot be changed any more."""
    observations = stands.get("observations")
    if not observations:
        return Filing(ECHO, stands["citations"][0]["observation_id"])
    replaced = observations[0].get("revises", "")
    return Filing(REVISION, replaced, observations[0].get("change", "")) if replaced else Filing(NEW)


def others(matches: Iterable[Match], stands: Mapping[str, list[Cells]]) -> list[Match]:
    """What a figure is to claims other than the rows it stands as itself, which are no repetition of it."""
    own = {row["observation_id"] for row in stands.get("observations", [])}
    cited = {row["citation_id"] for row in stands.get("citations", [])}
    return [
        replace(match, citation_id="") if match.citation_id in cited else match
        for match in matches
        if match.observation_id not in own
    ]


def next_revision(rows: Rows, stands: Mapping[str, list[Cells]], catalogue: Catalogue) -> Rows:
    """The rows as the next revision of those that stand; none where they say the same.

    Raises RefusedError where somebody has corrected the tables since: theirs would be lost.
    """
    after = {
        name: _following(name, rows[name][0], stands[name][0], catalogue)
        for name in ("observations", "citations")
        if name in stands
    }
    changed = {name: [row] for name, row in after.items() if _says_else(row, stands[name][0])}
    # Whatever changed, it is the citation that says who accepted it.
    return changed | {"citations": [after["citations"]]} if changed else {}


def _following(name: str, row: Cells, before: Cells, catalogue: Catalogue) -> Cells:
    identifier = TABLES[name].id
    newest = catalogue.get(name, before[identifier])
    if newest is None or str(getattr(newest, "revision", "")) != before["revision"]:
        raise RefusedError(
            "{name} was corrected in the tables since it was accepted: correct it there", name=before[identifier]
        )
    kept = {identifier: before[identifier], "observation_id": before["observation_id"]}
    return row | kept | {"revision": str(int(before["revision"]) + 1)}


def _says_else(after: Cells, before: Cells) -> bool:
    return any(after.get(key, "") != before.get(key, "") for key in {*after, *before} - _OURS)
