"""`tracker chart`: the chart of one indicator as an image, the same that the dashboard shows."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import TrackerError
from . import options

FORMS = (".svg", ".png")


def _image(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    if value.suffix.lower() not in FORMS:
        raise click.BadParameter(f"{value} must end in {' or '.join(FORMS)}")
    return value


@click.command(
    "chart",
    epilog=options.examples(
        "tracker chart children_killed --out children-killed.svg",
        "tracker chart civilians_trapped --out trapped.png --place eastern-aleppo --as-of 2016-10-31",
        "tracker chart doctors_remaining --out doctors-ar.png --lang ar --theme dark",
    ),
)
@click.argument("indicator_id", metavar="INDICATOR")
@click.option("--out", type=click.Path(path_type=Path), required=True, callback=_image, help="File: x.svg or x.png.")
@options.filters
@click.option("--lang", default="en", show_default=True, help="Language of the words.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Colours.")
@click.option("--width", type=click.IntRange(320, 8000), default=1200, show_default=True, help="Width in pixels.")
@click.option("--height", type=click.IntRange(240, 8000), default=675, show_default=True, help="Least height.")
@options.data
def chart_command(
    indicator_id: str, out: Path, lang: str, theme: str, width: int, height: int, data: Path, **choices: object
) -> None:
    """Draw the claims of INDICATOR over time.

    The image has their hedges, claimants and sources, and says what could not be drawn.
    """
    from .. import charts, series
    from ..languages import available, language

    if lang not in available():
        raise click.BadParameter(f"{lang!r} is not one of {', '.join(available())}", param_hint="--lang")
    known = options.catalogue(options.store(data))
    chosen = options.chosen(known, **{**choices, "indicator": (indicator_id,)})
    drawn = charts.picture(
        series.select(known, chosen),
        language=language(lang),
        theme=theme,
        events=known.rows("events", chosen),
        width=width,
        height=height,
    )
    _write(out, charts.png.render(drawn) if out.suffix.lower() == ".png" else drawn.encode())
    click.echo(f"Wrote {out}", err=True)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as problem:
        raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None
