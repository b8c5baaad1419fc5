"""One row of each table as the description of the addresses shows it, made by what makes the answers."""

from __future__ import annotations

import pandas as pd

from tracker.exports import csv, json

EXAMPLES: dict[str, dict[str, str | float]] = {
    "observations": {
        "observation_id": "unicef-20160928-children-killed",
        "indicator_id": "children_killed",
        "place_id": "eastern-aleppo",
        "claimant_id": "unicef",
        "period_start": "2016-09-23",
        "period_end": "2016-09-28",
        "value": 96.0,
        "value_low": 96.0,
        "qualifier": "at_least",
    },
    "citations": {
        "citation_id": "unicef-20160928-children-killed-at-unicef",
        "observation_id": "unicef-20160928-children-killed",
        "document_id": "unicef-20160928",
        "wording": "at least 96 children",
        "role": "origin",
    },
    "documents": {"document_id": "unicef-20160928", "publisher_id": "unicef", "published_on": "2016-09-28"},
    "organisations": {"organisation_id": "unicef", "short_name": "UNICEF", "kind": "un_agency"},
    "indicators": {"indicator_id": "children_killed", "label": "Children killed", "unit": "people"},
    "places": {"place_id": "eastern-aleppo", "name": "Eastern Aleppo", "kind": "part_of_city"},
    "crises": {"crisis_id": "aleppo-2016", "title": "Aleppo 2016"},
    "caveats": {
        "caveat_id": "ohchr-verified-only",
        "claimant_id": "ohchr",
        "basis": "verified",
        "text": "OHCHR counts only what it verified, and believes that the true figures are considerably higher.",
    },
    "events": {"event_id": "offensive-20160922", "crisis_id": "aleppo-2016", "date": "2016-09-22"},
    "headlines": {"crisis_id": "aleppo-2016", "indicator_id": "children_killed", "position": 1.0},
}


def examples(table: str, form: str) -> object:
    """Some columns of one row in the form."""
    row = EXAMPLES[table]
    frame = pd.DataFrame([row]).astype({name: "str" for name, cell in row.items() if isinstance(cell, str)})
    if form == "csv":
        return csv.text(frame)
    if form == "jsonl":
        return "".join(json.lines([frame]))
    return {"data": list(json.records(frame)), "next_cursor": None}
