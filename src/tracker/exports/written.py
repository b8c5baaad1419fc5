"""A selection written to a file in any form we know, the same for the command line and the server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from ..catalogue import Catalogue
from . import csv, hxl, json
from .selection import Selection

STREAMED = ("csv", "jsonl", "json")  # these can be sent or shown while they are made
FORMS = (*STREAMED, "xlsx", "parquet")


class Counted:
    """Frames on their way, and how many rows have passed."""

    def __init__(self, frames: Iterable[pd.DataFrame]) -> None:
        self._frames, self.rows = frames, 0

    def __iter__(self) -> Iterator[pd.DataFrame]:
        for frame in self._frames:
            self.rows += len(frame)
            yield frame


def pieces(
    frames: Iterable[pd.DataFrame], table: str, form: str, *, tagged: bool = False, spreadsheet: bool = False
) -> Iterator[str]:
    """The text of a form that is streamed."""
    if form == "csv":
        tags = (lambda names: hxl.tags(table, names)) if tagged else None
        return csv.joined(frames, tags=tags, spreadsheet=spreadsheet)
    return json.lines(frames) if form == "jsonl" else json.listed(frames)


def write(path: Path, catalogue: Catalogue, wanted: Selection, form: str, *, tagged: bool = False) -> int:
    """Write a workbook or a Parquet file and return how many rows it holds."""
    if form == "xlsx":
        from . import xlsx

        return xlsx.write(path, catalogue, wanted, tagged=tagged)
    from . import parquet

    return parquet.write(path, catalogue, wanted)
