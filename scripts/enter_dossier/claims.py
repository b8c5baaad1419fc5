"""One observation for each claim: which row decides what it says, who made it, and when it was said."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field

from tracker.errors import DataError

from . import figures
from .decisions import DECIDES, Decisions
from .dossier import Row
from .names import Names
from .spoken import said_on

Cells = dict[str, object]
CIRCULATING = "circ-"
EARLIEST = "the earliest dated document; none names a source"
NO_SOURCE = "A round figure that many repeated; no first source of it can be shown."
FORECASTS = {"people_expected_to_leave", "flour_months_left"}
REGISTERED = {"people_registered"}


@dataclass
class Claim:
    """A claim with its rows, the one that decides, and the cells of its observation."""

    key: str
    rows: tuple[Row, ...]
    deciding: Row
    rule: str  # why that row decides
    said_rule: str = ""
    cells: Cells = field(default_factory=dict)

    @property
    def is_circulating(self) -> bool:
        """Whether it is a round figure without a first source."""
        return self.key.startswith(CIRCULATING)

    @property
    def claimant(self) -> str:
        """The organisation that made it; blank where nobody is named."""
        return str(self.cells["claimant_id"])


def claim(key: str, rows: tuple[Row, ...], names: Names, decisions: Decisions) -> Claim:
    """The observation that the rows of one claim carry, without the columns that say who entered it."""
    chosen = decisions.for_claim(key)
    deciding, rule = _deciding(key, rows, names, chosen.pop(DECIDES, ""))
    found = Claim(key, rows, deciding, rule)
    found.cells = _cells(found, names)
    found.cells.update(chosen)
    if "said_on" not in chosen:
        found.cells["said_on"], found.said_rule = _said_on(found, names)
    elif chosen["said_on"]:
        found.said_rule = "decided"
    return found


def is_own(publisher: str, claimant: str, names: Names) -> bool:
    """Whether an organisation publishes for the claimant: it is the claimant, or belongs to it."""
    return bool(claimant) and claimant in names.family(publisher)


def _deciding(key: str, rows: tuple[Row, ...], names: Names, decided: str) -> tuple[Row, str]:
    if decided:
        for row in rows:
            if str(row.number) == decided:
                return row, "decided"
        raise DataError("decisions", f"row {decided} does not belong to {key}")
    origins = [] if key.startswith(CIRCULATING) else [row for row in rows if _is_origin(row, rows, names)]
    if origins:
        return _earliest(origins), "the claimant's own document"
    named = [row for row in rows if row.attributed_source] if not key.startswith(CIRCULATING) else []
    candidates = named or list(rows)
    if any(row.published_on for row in candidates):
        return _earliest(candidates), "the earliest dated document that names a source" if named else EARLIEST
    rule = "no document is dated: the most frequent and fullest row"
    return max(candidates, key=lambda row: _fullness(row, rows)), rule


def _is_origin(row: Row, rows: tuple[Row, ...], names: Names) -> bool:
    """Whether a row stands in a document of its own source, or, naming none, of a source that another row names."""
    publisher = names.publisher(row.publisher).id
    named = {names.source(other.attributed_source).id for other in rows} - {""}
    claimants = {names.source(row.attributed_source).id} - {""} or named or {_speaking_for_itself(row, names)}
    return any(is_own(publisher, claimant, names) for claimant in claimants)


def _earliest(rows: list[Row]) -> Row:
    return min(rows, key=lambda row: (not row.published_on, row.published_on, row.number))


def _fullness(row: Row, rows: tuple[Row, ...]) -> tuple[int, int, int]:
    alike = sum(_figure_cells(row) == _figure_cells(other) for other in rows)
    dates = bool(row.period_start) + bool(row.period_end) + bool(row.attributed_source)
    return alike, dates, -row.number


def _figure_cells(row: Row) -> tuple[str, ...]:
    return (row.value, row.value_low, row.value_high, row.qualifier)


def _cells(found: Claim, names: Names) -> Cells:
    row = found.deciding
    printed = figures.figure(row)
    indicator = names.indicator(row.indicator)
    place, source = names.place(row.place), names.source(row.attributed_source)
    circulating = found.is_circulating
    claimant = "" if circulating else source.id or _speaking_for_itself(row, names)
    return {
        "observation_id": found.key,
        "revision": 1,
        "indicator_id": indicator,
        "place_id": place.id,
        "claimant_id": claimant,
        "measure": row.measure,
        "period_start": row.period_start,
        "period_end": row.period_end,
        "date_precision": precision(row.period_start, row.period_end),
        "value": printed.value,
        "value_low": printed.low,
        "value_high": printed.high,
        "qualifier": printed.qualifier,
        "basis": names.basis(claimant, indicator) or _basis(row, indicator),
        "population": names.population(row.population, indicator),
        "scope_note": place.note,
        "rank": "normal",
        "obs_status": "F" if indicator in FORECASTS else "A",
        "is_circulating": circulating,
        "note": NO_SOURCE if circulating else source.note,
    }


def _speaking_for_itself(row: Row, names: Names) -> str:
    """The publisher of a page that names no source, where it is no outlet and the text is its own."""
    publisher = names.publisher(row.publisher)
    is_outlet = names.organisations[publisher.id]["kind"] in {"media", "other"}
    return "" if is_outlet or publisher.text_from else publisher.id


def precision(start: str, end: str) -> str:
    """How finely a period is dated: whole months and years are not taken for days. Blank where no day is known."""
    if not (start or end):
        return ""
    if start and end and start[:7] <= end[:7] and start.endswith("-01") and end == _month_end(end):
        return "year" if start[5:] == "01-01" and end[5:] == "12-31" else "month"
    return "day"


def _month_end(day: str) -> str:
    last = dt.date.fromisoformat(day)
    return last.replace(day=calendar.monthrange(last.year, last.month)[1]).isoformat()


def _basis(row: Row, indicator: str) -> str:
    if indicator in FORECASTS:
        return "projected"
    return "registered" if indicator in REGISTERED else figures.basis(row)


def _said_on(found: Claim, names: Names) -> tuple[str, str]:
    claimant = found.claimant
    if not claimant:
        return "", ""
    attributed = [row for row in found.rows if _speaks(row, claimant, names)]
    own = is_own(names.publisher(found.deciding.publisher).id, claimant, names)
    return said_on(found.key, found.deciding, is_own=own, attributed=attributed)


def _speaks(row: Row, claimant: str, names: Names) -> bool:
    source, publisher = names.source(row.attributed_source).id, names.publisher(row.publisher).id
    return is_own(publisher, claimant, names) or (bool(source) and source in names.family(claimant))
