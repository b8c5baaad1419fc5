"""Public files about conflicts, read into claims as the query `claims` gives them: one small reader a file."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from charting import claim, frame

from tracker.hours import days_touched

FOLDER = Path(__file__).parents[2] / "shared/datasets"
needed = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the public files are not there: put them at {FOLDER}")

GAZA, GAZA_THEN = "casualties_daily.json", "casualties_daily_asof_2024-02-04.json"
GAZA_START, READ_ON = "2023-10-07", "2026-08-22"
SOURCES = {"mohtel": "gaza-health-ministry", "gmotel": "gaza-media-office", "missing": None}
PRECISIONS = {"1": "day", "2": "week", "3": "week", "4": "month", "5": "year"}
HEDGES = {"about": "about", "more": "more_than"}


@cache
def reports(path: str) -> list[dict[str, Any]]:
    """A JSON file that is a list of reports."""
    found: list[dict[str, Any]] = json.loads((FOLDER / path).read_text(encoding="utf-8"))
    return found


def palestine(name: str) -> list[dict[str, Any]]:
    return reports(f"techforpalestine/{name}")


def total(name: str, day: str, value: float, start: str, **cells: Any) -> dict[str, Any]:
    """A running total as of a day."""
    return claim(name, measure="cumulative", period_start=start, period_end=day, value=value, **cells)


def gaza_totals(column: str, name: str = GAZA, known_on: str = READ_ON, **cells: Any) -> list[dict[str, Any]]:
    """Running totals that a source in Gaza reported; a key that is absent was not reported."""
    return [
        total(
            f"{column}-{report['report_date']}-{known_on}",
            report["report_date"],
            report[column],
            GAZA_START,
            **{
                "claimant_id": SOURCES[report["report_source"]],
                "place_id": "gaza-strip",
                "known_on": known_on,
                **cells,
            },
        )
        for report in palestine(name)
        if column in report
    ]


def gaza_filled(column: str, **cells: Any) -> list[dict[str, Any]]:
    """What the compiler filled in for every day: never a report of the ministry."""
    return gaza_totals(column, claimant_id="tech-for-palestine", basis="imputed", **cells)


def gaza_daily_filled() -> list[dict[str, Any]]:
    """The compiler's own count of each day."""
    return [
        claim(
            f"day-{report['report_date']}",
            claimant_id="tech-for-palestine",
            basis="imputed",
            place_id="gaza-strip",
            period_start=report["report_date"],
            period_end=report["report_date"],
            value=report["ext_killed"],
        )
        for report in palestine(GAZA)
    ]


def gaza_by_hours() -> list[dict[str, Any]]:
    """What was reported of the past 24, 48 or more hours, over every day that those may touch."""
    return [
        {**_over_hours(report), "claimant_id": SOURCES[report["report_source"]], "place_id": "gaza-strip"}
        for report in palestine(GAZA)
        if "killed" in report and report["report_period"]
    ]


def _over_hours(report: dict[str, Any]) -> dict[str, Any]:
    span = days_touched(dt.date.fromisoformat(report["report_date"]), report["report_period"])
    name, ends = f"hours-{report['report_date']}", {"period_start": str(span.start), "period_end": str(span.end)}
    return claim(name, value=report["killed"], **ends)


def gaza_twice() -> list[dict[str, Any]]:
    """The file as published on 2024-02-04 and as it is today: a figure that differs revises the one of its day."""
    then = {row["period_end"]: row for row in gaza_totals("killed_cum", GAZA_THEN, "2024-02-04")}
    rows = list(then.values())
    for row in gaza_totals("killed_cum"):
        earlier = then.get(row["period_end"])
        if earlier is None:
            rows.append(row)
        elif earlier["value"] != row["value"]:
            earlier |= {"superseded_by": row["observation_id"], "superseded_change": "revision"}
            rows.append({**row, "revises": earlier["observation_id"], "change": "revision"})
    return rows


def west_bank(column: str) -> list[dict[str, Any]]:
    """Two counts of one thing: cases the UN verified, and flash reports, some of which the compiler carried forward."""
    return [*_verified(column), *_flash(column)]


def _verified(column: str) -> Iterator[dict[str, Any]]:
    for report in palestine("west_bank_daily.json"):
        if column in report.get("verified", {}):
            day, value = report["report_date"], report["verified"][column]
            known = {"claimant_id": "ohchr", "basis": "verified", "place_id": "west-bank"}
            yield total(f"verified-{day}", day, value, GAZA_START, **known)


def _flash(column: str) -> Iterator[dict[str, Any]]:
    for report in palestine("west_bank_daily.json"):
        day, basis = report["report_date"], "reported" if report["flash_source"] == "un" else "imputed"
        who = "ocha" if basis == "reported" else "tech-for-palestine"
        known = {"claimant_id": who, "basis": basis, "place_id": "west-bank"}
        yield total(f"flash-{day}", day, report[column], GAZA_START, **known)


def lebanon(column: str = "killed_cum_reported", *, is_one_count: bool = False) -> list[dict[str, Any]]:
    """Totals as printed, each phase counted from its own first day."""
    starts: dict[int, str] = {}
    rows = []
    for report in palestine("lebanon_casualties_daily.json"):
        day, phase = report["report_date"], 1 if is_one_count else report["phase"]
        span = days_touched(dt.date.fromisoformat(day), report["report_period"])
        start = starts.setdefault(phase, str(span.start))
        if column in report:
            known = {"claimant_id": "lebanon-health-ministry", "place_id": "lebanon"}
            rows.append(total(f"lebanon-{day}", day, report[column], start, **known))
    return rows


def syria() -> list[dict[str, Any]]:
    """Events of 2016, each with its best figure between a low and a high one."""
    with (FOLDER / "ucdp/ged_syria_2016.csv").open(encoding="utf-8", newline="") as file:
        return [_event(row) for row in csv.DictReader(file)]


def _event(row: dict[str, str]) -> dict[str, Any]:
    return claim(
        row["id"],
        claimant_id="ucdp",
        indicator_id="people_killed",
        place_id=f"{row['adm_1']}: {row['where_coordinates']}",
        basis="estimated",
        period_start=row["date_start"],
        period_end=row["date_end"],
        date_precision=PRECISIONS[row["date_prec"]],
        value=float(row["best"]),
        value_low=float(row["low"]),
        value_high=float(row["high"]),
        note=row["deaths_civilians"],
    )


def ukraine() -> list[dict[str, Any]]:
    """What a party to the war claims of the other's losses, each total with its own hedge."""
    return [
        total(
            f"losses-{report['date']}",
            report["date"],
            report["personnel"],
            "2022-02-24",
            claimant_id="ukraine-general-staff",
            qualifier=HEDGES[report["personnel*"]],
            value_low=report["personnel"] if report["personnel*"] == "more" else None,
        )
        for report in reports("ukraine_general_staff/russia_losses_personnel.json")
    ]


def table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Claims with the types that a catalogue gives."""
    return frame(*({"revises": None, "note": None, **row} for row in rows))
