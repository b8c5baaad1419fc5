"""`tracker chart`: the chart of one indicator as an image, the same that the dashboard shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import TrackerError
from . import options

if TYPE_CHECKING:
    from ..catalogue import Filter

FORMS = (".svg", ".png", ".pdf")
WAYS = ("together", "crisis", "reach", "place", "claimant", "compare", "revision")
SIZES = ("standard", "2x", "social", "square", "tall")
USUAL_WIDTH, USUAL_HEIGHT = 1200, 675  # pixels


def _file(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    if value.suffix.lower() not in FORMS:
        raise click.BadParameter(f"{value} must end in {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    return value


@click.command(
    "chart",
    epilog=options.examples(
        "tracker chart children_killed --out children-killed.svg",
        "tracker chart civilians_trapped --out trapped.png --place eastern-aleppo --as-of 2016-10-31",
        "tracker chart doctors_remaining --out doctors-ar.png --lang ar --theme dark",
        "tracker chart children_killed --out post.png --size social --lang ar",
        "tracker chart civilians_killed --out restated.png --crisis ukraine-2022 --by revision",
        "tracker chart children_killed --out print.pdf --filter 'claimant=unicef&until=2016-10-31'",
    ),
)
@click.argument("indicator_id", metavar="INDICATOR")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, callback=_file, help="File: x.svg, x.png or x.pdf."
)
@options.filters
@click.option("--lang", default="en", show_default=True, help="Language of the words.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Colours.")
@click.option(
    "--by",
    type=click.Choice(WAYS),
    help="How it is split into panels, as fits if not said; compare: a row a claim; revision: restated figures.",
)
@click.option("--size", type=click.Choice(SIZES), help="A usual size; social is 1200x630, square 1080, tall 1080x1350.")
@click.option("--width", type=click.IntRange(320, 8000), help=f"Width in pixels, if no size is named.  [{USUAL_WIDTH}]")
@click.option("--height", type=click.IntRange(240, 8000), help=f"Least height, if no size is named.  [{USUAL_HEIGHT}]")
@click.option("--embed-fonts", is_flag=True, help="Put the typefaces into an SVG, so that it looks the same anywhere.")
@options.site
@options.data
def chart_command(
    indicator_id: str,
    out: Path,
    lang: str,
    theme: str,
    by: str | None,
    size: str | None,
    width: int | None,
    height: int | None,
    embed_fonts: bool,
    site: str,
    data: Path,
    **choices: object,
) -> None:
    """Draw the claims of INDICATOR over time.

    The image has their hedges, claimants and sources, and says what could not be drawn.
    """
    from ..charts.image import Look, image
    from ..languages import available, language

    if lang not in available():
        raise click.BadParameter(f"{lang!r} is not one of {', '.join(available())}", param_hint="--lang")
    if size and (width or height):
        raise click.UsageError("--size says the width and the height: leave out --width and --height")
    is_svg = out.suffix.lower() == ".svg"
    if embed_fonts and not is_svg:
        raise click.UsageError("--embed-fonts is for an SVG: a PNG needs no fonts, and a PDF always has them")
    known = options.catalogue(options.store(data))
    chosen = options.chosen(known, **{**choices, "indicator": (indicator_id,)})
    look = Look(
        language(lang),
        theme,
        by or "",
        size=size or "",
        width=width or USUAL_WIDTH,
        height=height or (0 if width else USUAL_HEIGHT),
        has_fonts=embed_fonts,
        address=_address(site, indicator_id, chosen, by, lang),
    )
    _write(out, image(known, chosen, out.suffix.lower().removeprefix("."), look))
    click.echo(f"Wrote {out}", err=True)


def _address(site: str, indicator_id: str, chosen: Filter, by: str | None, lang: str) -> str:
    """The page with the same view."""
    more = {"by": by or "", "lang": "" if lang == "en" else lang}
    return options.address(site, f"/indicator/{indicator_id}", replace(chosen, indicator=()), **more)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as problem:
        raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None
