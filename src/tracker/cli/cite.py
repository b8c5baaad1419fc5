"""`tracker cite`: how to cite one claim, with its hedge, claimant and period."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..citing import Citing

STYLES = ("plain", "quote", "bibtex", "csl")


@click.command(
    "cite",
    epilog=options.examples(
        "tracker cite unicef-20160928-children-killed",
        "tracker cite unicef-20160928-children-killed --style bibtex --as-of 2016-10-01",
    ),
)
@click.argument("observation_id", metavar="ID")
@click.option("--style", type=click.Choice(STYLES), default="plain", show_default=True, help="Form of the citation.")
@click.option("--as-of", type=options.day, help="Cited as known on this day.  [default: today]")
@click.option("--lang", default="en", show_default=True, help="Language of the words.")
@options.site
@options.data
def cite_command(observation_id: str, style: str, as_of: dt.date | None, lang: str, site: str, data: Path) -> None:
    """Show how to cite a claim.

    plain is a line for a list of references, quote a sentence to print; bibtex and csl are for reference managers.
    """
    from ..catalogue import Filter
    from ..citing import Citing
    from ..languages import available, language

    if lang not in available():
        raise click.BadParameter(f"{lang!r} is not one of {', '.join(available())}", param_hint="--lang")
    known = options.catalogue(options.store(data))
    options.require(known, "observations", observation_id, what="observation")
    rows = known.rows("claims", Filter(observation=(observation_id,), as_of=as_of))
    row = next(rows.itertuples(index=False), None)
    if row is None:
        raise click.ClickException(f"{observation_id} was not known on {as_of}")
    cited = Citing(row, _page(site, observation_id, as_of, lang), as_of or _today(), language(lang))
    click.echo(_text(cited, style))


def _page(site: str, observation_id: str, as_of: dt.date | None, lang: str) -> str:
    """The claim's page, in the same view."""
    from ..catalogue import Filter

    return options.address(
        site, f"/observation/{observation_id}", Filter(as_of=as_of), lang="" if lang == "en" else lang
    )


def _text(cited: Citing, style: str) -> str:
    forms = {"plain": cited.plain, "quote": cited.sentence, "bibtex": cited.bibtex, "csl": cited.csl_json}
    return forms[style]()


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
