"""Run every contest and write the table that the docs quote: `make bench`."""

from __future__ import annotations

import platform
from pathlib import Path

from . import reading
from .contests import results

PAGE = Path(__file__).parents[1] / "docs/benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench`. Each task is done in our way and in a named peer's in the same run, in turns; the times are
medians of five rounds. The ratio is our time over the peer's: it means more than the times, which are those of one
machine (Python {python}, {machine}).

| task | ours, ms | peer | peer, ms | ratio |
|---|---:|---|---:|---:|
"""
READING = """
## Reading figures from text

Value and outcome, both right, on English passages. Ours has learnt from all of these sets but `agencies`, and the
peers from none, so its other scores say less than its [estimate on unseen text](method/reading.md#how-well). The peers
find numbers, and each is given the same keywords for what happened. They are optional: `pip install '.[bench]'`.

"""


def main() -> None:
    """Print each row as it comes, then write the page."""
    rows: list[str] = []
    for one in results():
        rows.append(f"| {one.task} | {one.ours_ms:.1f} | {one.peer} | {one.peer_ms:.1f} | {one.ratio:.2f} |")
        print(rows[-1], flush=True)
    text = HEAD.format(python=platform.python_version(), machine=platform.machine()) + "\n".join(rows) + "\n"
    read = [reading.HEAD]
    for line in reading.rows():
        read.append(line)
        print(line, flush=True)
    PAGE.write_text(text + READING + "\n".join(read) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
