"""One citation for each row: what the document printed, where it differs from the observation."""

from __future__ import annotations

from collections import Counter

from tracker.figure import Figure

from . import figures
from .claims import Claim, is_own
from .decisions import Decisions
from .documents import is_about_page
from .dossier import Row
from .names import Names

Cells = dict[str, object]
COUNTED = {"flow", "cumulative"}  # two views of the same count: a claim is one or the other, whatever the row says
SILENT = {"circulating round figure: no single origin shown"}  # is_circulating says it


def citations(claim: Claim, documents: dict[int, str], names: Names, decisions: Decisions) -> list[Cells]:
    """The citations of a claim in the order of its rows; `documents` gives the document of each row."""
    taken: Counter[str] = Counter()
    found = []
    for row in claim.rows:
        publisher = names.publisher(row.publisher).id
        taken[publisher] += 1
        cells = _cells(row, claim, names)
        cells["citation_id"] = _id(claim.key, publisher, taken[publisher])
        cells["document_id"] = documents[row.number]
        cells.update(decisions.for_row(row.number))
        found.append(cells)
    return found


def _id(observation: str, publisher: str, number: int) -> str:
    return f"{observation}-at-{publisher}" + (f"-{number}" if number > 1 else "")


def _cells(row: Row, claim: Claim, names: Names) -> Cells:
    observed = claim.cells
    return {
        "revision": 1,
        "observation_id": claim.key,
        "locator": row.locator,
        "wording": row.wording,
        **_figure(row, observed),
        **_period(row, observed),
        **_subject(row, observed, names),
        "measure": _measure(row, observed),
        **_standing(row, claim, names),
        "note": _note(row, claim, names),
    }


def _figure(row: Row, observed: Cells) -> Cells:
    """Blank where the document printed what the observation says, else all four as printed."""
    printed = figures.figure(row)
    same = Figure(*(observed[name] for name in ("value", "value_low", "value_high", "qualifier")))  # type: ignore[arg-type]
    if printed == same:
        return {}
    return {
        "value": printed.value,
        "value_low": printed.low,
        "value_high": printed.high,
        "qualifier": printed.qualifier,
    }


def _period(row: Row, observed: Cells) -> Cells:
    """The days that the document has and the observation has not; a day it does not let us know changes nothing."""
    days = {"period_start": row.period_start, "period_end": row.period_end}
    return {name: day for name, day in days.items() if day and day != observed[name]}


def _subject(row: Row, observed: Cells, names: Names) -> Cells:
    place, indicator = names.place(row.place).id, names.indicator(row.indicator)
    population = names.population(row.population, indicator)
    if not population and observed["population"]:  # blank would mean the narrower population of the observation
        population = names.indicators[indicator]["population"]
    return {
        "place_id": "" if place == observed["place_id"] else place,
        "indicator_id": "" if indicator == observed["indicator_id"] else indicator,
        "population": "" if population == observed["population"] else population,
    }


def _measure(row: Row, observed: Cells) -> str:
    if row.measure == observed["measure"] or {row.measure, observed["measure"]} == COUNTED:
        return ""
    return row.measure


def _standing(row: Row, claim: Claim, names: Names) -> Cells:
    """The role of the document, and whom it names as the source."""
    publisher, source = names.publisher(row.publisher).id, names.source(row.attributed_source).id
    is_origin = is_own(publisher, claim.claimant, names)
    if source and (not claim.claimant or source not in names.family(claim.claimant)):
        is_part = claim.claimant in names.family(source)
        attribution = "claimant" if is_part and claim.claimant else "other"
    else:
        attribution = "claimant" if source or is_origin else "none"
    return {
        "role": "origin" if is_origin and attribution == "claimant" else "echo",
        "attribution": attribution,
        "attributed_to": source if attribution == "other" else "",
    }


def _note(row: Row, claim: Claim, names: Names) -> str:
    notes = [_named(row, claim, names)]
    if row.place != claim.deciding.place:
        notes.append(names.place(row.place).note)
    notes += [names.remark(part) for part in row.remarks if not is_about_page(part, names) and part not in SILENT]
    return " ".join(note for note in notes if note)


def _named(row: Row, claim: Claim, names: Names) -> str:
    """How the document names the source, where that is news."""
    source = names.source(row.attributed_source)
    if source.id and source.id != claim.claimant and source.id in names.family(claim.claimant):
        return f"Names only {names.organisations[source.id]['name']} as the source."
    return "" if row.attributed_source == claim.deciding.attributed_source and not claim.is_circulating else source.note
