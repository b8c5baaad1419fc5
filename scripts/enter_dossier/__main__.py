"""The command: read a dossier, append what it holds to the tables, and write a report of every decision."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tracker.errors import TrackerError
from tracker.store import Store
from tracker.tables import TABLES

from .conversion import Conversion, convert
from .report import report

EXAMPLE = (
    "example: python -m scripts.enter_dossier --dossier ../shared/facts/aleppo-2016 --crisis aleppo-2016 "
    "--data data --report docs/data/aleppo-2016.md"
)


def main() -> int:
    """Run the command; 0 when everything stands in the tables, 1 with one line when something is wrong."""
    asked = _options().parse_args()
    try:
        made = convert(
            asked.dossier, asked.crisis, asked.data, recorded_on=asked.recorded_on, indicators=asked.indicator
        )
        _write(made, asked.data)
    except (TrackerError, OSError) as error:
        print(f"enter_dossier: {error}", file=sys.stderr)
        return 1
    if asked.report:
        asked.report.parent.mkdir(parents=True, exist_ok=True)
        asked.report.write_text(report(made, asked.crisis), encoding="utf-8")
    return 0


def _write(made: Conversion, data: Path) -> None:
    for name in made.tables:  # a store wants its files to exist
        path = data / f"{name}.csv"
        if not path.exists():
            path.write_text(",".join(TABLES[name].names) + "\n", encoding="utf-8")
    appended = Store(data).append(made.tables)
    for name in made.tables:
        print(f"{name}: {appended.written.get(name, 0)} written, {appended.already.get(name, 0)} there already")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="enter_dossier", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--dossier", type=Path, required=True, help="folder that holds figures.csv")
    parser.add_argument("--crisis", required=True, help="crisis_id, and the folder of its names.csv and decisions.csv")
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the tables")
    parser.add_argument("--recorded-on", default="2026-11-22T12:00:00Z", help="when the rows count as entered, in UTC")
    parser.add_argument("--report", type=Path, help="where to write what came in, what went out and why")
    parser.add_argument("--indicator", action="append", default=[], help="only claims with this indicator; may repeat")
    return parser


if __name__ == "__main__":
    sys.exit(main())
