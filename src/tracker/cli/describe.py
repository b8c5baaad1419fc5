"""`tracker describe`: the files that say what the tables hold, made anew from their declaration."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import TrackerError
from . import options


@click.command(
    "describe",
    epilog=options.examples("tracker describe", "tracker describe --dictionary docs/data-dictionary.md"),
)
@click.option("--dictionary", type=click.Path(path_type=Path), help="Write the data dictionary to this file too.")
@options.data
def describe_command(dictionary: Path | None, data: Path) -> None:
    """Write datapackage.json beside the tables.

    It tells other programs what every column holds: a Frictionless Data Package, version 2. It changes only when the
    declared tables do.
    """
    from ..exports import descriptor
    from ..exports import dictionary as words

    _write(data / "datapackage.json", descriptor.text())
    if dictionary:
        _write(dictionary, words.text())


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None
    click.echo(f"Wrote {path}")
