"""Complete, valid rows for tests. State only what the test is about; `tables` adds whatever the rows refer to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.tables import TABLES

Row = dict[str, Any]


def observation(observation_id: str = "unicef-20160928-children-killed", **cells: Any) -> Row:
    return {
        "observation_id": observation_id,
        "revision": 1,
        "crisis_id": "aleppo-2016",
        "indicator_id": "children_killed",
        "place_id": "eastern-aleppo",
        "claimant_id": "unicef",
        "measure": "flow",
        "period_start": "2016-09-23",
        "period_end": "2016-09-28",
        "date_precision": "day",
        "value": 96,
        "qualifier": "exact",
        "basis": "reported",
        "rank": "normal",
        "recorded_on": "2026-01-15T12:00:00Z",
        "recorded_by": "tests",
        **cells,
    }


def citation(citation_id: str = "unicef-20160928-children-killed-at-unicef", **cells: Any) -> Row:
    return {
        "citation_id": citation_id,
        "revision": 1,
        "observation_id": "unicef-20160928-children-killed",
        "document_id": "unicef-20160928",
        "wording": "96 children",
        "role": "origin",
        "attribution": "claimant",
        **cells,
    }


def document(document_id: str = "unicef-20160928", **cells: Any) -> Row:
    return {
        "document_id": document_id,
        "publisher_id": "unicef",
        "title": "Children of Aleppo trapped in a living nightmare",
        "url": f"https://example.org/{document_id}",
        "published_on": "2016-09-28",
        "published_on_basis": "printed",
        "language": "en",
        "kind": "press_release",
        **cells,
    }


def organisation(organisation_id: str = "unicef", **cells: Any) -> Row:
    name = organisation_id.upper() if organisation_id == "unicef" else organisation_id.replace("-", " ").capitalize()
    return {"organisation_id": organisation_id, "name": name, "short_name": name, "kind": "un_agency", **cells}


def indicator(indicator_id: str = "children_killed", **cells: Any) -> Row:
    population, _, outcome = indicator_id.partition("_")
    return {
        "indicator_id": indicator_id,
        "label": indicator_id.replace("_", " ").capitalize(),
        "definition": "As reported",
        "unit": "people",
        "population": population,
        "outcome": outcome or "reported",
        **cells,
    }


def place(place_id: str = "eastern-aleppo", **cells: Any) -> Row:
    name = place_id.replace("-", " ").title()
    return {"place_id": place_id, "name": name, "kind": "part_of_city", **cells}


def crisis(crisis_id: str = "aleppo-2016", **cells: Any) -> Row:
    return {"crisis_id": crisis_id, "title": crisis_id.replace("-", " ").capitalize(), **cells}


def event(event_id: str = "offensive-20160922", **cells: Any) -> Row:
    return {
        "event_id": event_id,
        "crisis_id": "aleppo-2016",
        "date": "2016-09-22",
        "label": "Offensive on the east begins",
        **cells,
    }


def headline(indicator_id: str = "children_killed", **cells: Any) -> Row:
    return {"crisis_id": "aleppo-2016", "indicator_id": indicator_id, "position": 1, **cells}


FACTORIES = {
    "observations": observation,
    "citations": citation,
    "documents": document,
    "organisations": organisation,
    "indicators": indicator,
    "places": place,
    "crises": crisis,
    "events": event,
    "headlines": headline,
}


def tables(**rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows given, by table, with a default row for each id they refer to that is not among them."""
    complete: dict[str, list[Row]] = {name: [*rows.get(name, ())] for name in TABLES}
    waiting = [(name, row) for name, given in complete.items() for row in given]
    for name, row in waiting:  # grows while it is walked, since an added row may refer to others
        for column in TABLES[name].references():
            target, identifier = column.references, row.get(column.name)
            known = {other[TABLES[target].id] for other in complete[target]}
            if identifier and identifier not in known:
                added = FACTORIES[target](identifier)
                complete[target].append(added)
                waiting.append((target, added))
    return complete
