"""What it costs to take things away: images once the server is warm, and the memory of long tables on their way out."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tracker.catalogue import Catalogue, Filter
from tracker.charts.image import Look, image
from tracker.exports import written
from tracker.exports.selection import Selection
from tracker.languages import language
from tracker.store import Store

from . import made

PAGE = Path(__file__).parents[1] / "docs/benchmarks.md"
HEADING = "\n## Taking things away\n"
ROUNDS, SIZES = 5, (100_000, 1_000_000)
TABLES, FORMS = ("observations", "citations", "documents", "events"), ("csv", "jsonl", "parquet", "xlsx")
PLACE, HEAVY = Filter(indicator=("children_killed",), place=("eastern-aleppo",)), Filter(indicator=("children_killed",))
LOOKS = (("svg", "en", ""), ("png", "en", ""), ("png", "ar", "social"), ("pdf", "en", ""))
HEAVY_LOOKS = (*(("png", "en", size) for size in ("standard", "2x", "social", "square", "tall")), ("png", "ar", ""))


def rows() -> Iterator[str]:
    """A line for each form of two charts, then for each table and form."""
    known = Catalogue.of(Store(made.DATA))
    yield from _drawn(known, "a chart of 26 claims", PLACE, LOOKS)
    yield from _drawn(known, "every figure of children killed, a panel for each crisis", HEAVY, HEAVY_LOOKS)
    yield "\n| every row, streamed or written | " + " | ".join(f"most memory at {n:,} rows, MB" for n in SIZES) + " |"
    yield "|---|" + "---:|" * len(SIZES)
    with tempfile.TemporaryDirectory() as name:
        folders = [made.long(Path(name) / str(n), n) for n in SIZES]
        for folder in folders:
            Catalogue.of(Store(folder))  # built here, so that the processes that are measured only read
        for table, form in itertools.product(TABLES, FORMS):
            taken = " | ".join(f"{_megabytes(folder, table, form):.0f}" for folder in folders)
            yield f"| {table} as {form} | {taken} |"


def _drawn(known: Catalogue, about: str, chosen: Filter, looks: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    yield f"\n| {about}, drawn anew on a warm server | ms |\n|---|---:|"
    for form, lang, size in looks:
        took = _milliseconds(known, chosen, form, Look(language(lang), size=size))
        yield f"| {form} {size or 'standard'}, {lang} | {took:.0f} |"


def _milliseconds(known: Catalogue, chosen: Filter, form: str, look: Look) -> float:
    """Each time as of another day, so that no answer is one that was kept; the first does not count."""
    times = []
    for day in range(ROUNDS + 1):
        asked = replace(chosen, as_of=dt.date(2026, 6, 1) + dt.timedelta(days=day + 31 * len(look.size)))
        start = time.perf_counter()
        image(known, asked, form, look)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def _megabytes(folder: Path, table: str, form: str) -> float:
    """In a process of its own."""
    asked = [sys.executable, "-m", "benchmarks.takeaway", str(folder), table, form]
    return float(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)


def _taken(folder: Path, table: str, form: str) -> float:
    """The most memory held while every row is sent and let go, or written."""
    known, wanted = Catalogue.of(Store(folder)), Selection(table)
    if form in written.STREAMED:
        for _ in written.pieces(wanted.blocks(known), table, form):
            pass
    else:
        with tempfile.TemporaryDirectory() as name:
            written.write(Path(name) / "file", known, wanted, form)
    return _most_held()


def _most_held() -> float:
    """In MB. Linux counts for `ru_maxrss` also what the parent held, before it became this process."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Put the section at the end of the page."""
    said = []
    for line in rows():
        said.append(line)
        print(line, flush=True)
    before = PAGE.read_text(encoding="utf-8").partition(HEADING)[0]
    PAGE.write_text(f"{before}{HEADING}\n" + "\n".join(said) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(_taken(Path(sys.argv[1]), *sys.argv[2:])) if len(sys.argv) > 1 else main()
