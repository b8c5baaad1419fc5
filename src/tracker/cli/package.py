"""`tracker package`: all tables with all that describes them, as one archive."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import TrackerError
from . import options


@click.command("package", epilog=options.examples("tracker package --out release.zip"))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Archive to write: x.zip.")
@options.data
def package_command(out: Path, data: Path) -> None:
    """Write all tables as one Data Package.

    With the tables come a descriptor (Data Package and CSV on the Web), a codebook, the licence, how to cite, and the
    hash of every file. The same data give the same archive, byte for byte.
    """
    from ..exports import package

    known = options.catalogue(options.store(data))
    unfinished = out.with_name(f"{out.name}.part")
    try:
        written = package.write(unfinished, known)
        unfinished.replace(out)
    except OSError as problem:
        raise TrackerError(f"{out} cannot be written: {problem.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)
    click.echo(f"Wrote {out}: {written} files", err=True)
