"""What it costs to take things away: images once the server is warm, and the memory of long tables on their way out."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
PLACE = Filter(indicator=("children_killed",), place=("eastern-aleppo",))


def rows() -> Iterator[str]:
    """A line for each form of one chart, then for each size of a table."""
    known = Catalogue.of(Store(made.DATA))
    yield "| a chart of 26 claims, drawn anew on a warm server | ms |\n|---|---:|"
    for form, lang, size in (("svg", "en", ""), ("png", "en", ""), ("png", "ar", "social"), ("pdf", "en", "")):
        took = _milliseconds(known, form, Look(language(lang), size=size))
        yield f"| {form} {size or 'standard'}, {lang} | {took:.0f} |"
    yield "\n| every claim as CSV, streamed | most memory, MB |\n|---|---:|"
    for n in SIZES:
        yield f"| {n:,} rows | {_megabytes(n):.0f} |"


def _milliseconds(known: Catalogue, form: str, look: Look) -> float:
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        image(known, PLACE, form, look)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def _megabytes(n: int) -> float:
    """In a process of its own, whose data were built by another."""
    with tempfile.TemporaryDirectory() as name:
        folder = made.folder(Path(name) / "data", n)
        Catalogue.of(Store(folder))
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.takeaway", str(folder)], capture_output=True, text=True, check=True
        )
    return float(told.stdout)


def _streamed(folder: Path) -> float:
    """The most memory held while every claim is sent and let go."""
    known = Catalogue.of(Store(folder))
    for _ in written.pieces(Selection("observations").blocks(known), "observations", "csv"):
        pass
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
    print(_streamed(Path(sys.argv[1]))) if len(sys.argv) > 1 else main()
