"""`tracker search`: crises, claims, indicators, organisations, places and documents by the words in them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from . import options

KINDS = (
    "crisis",
    "indicator",
    "organisation",
    "place",
    "document",
    "claim",
)  # as tracker.search has them; see the tests


@click.command(
    "search",
    epilog=options.examples(
        "tracker search doctors remaining",
        "tracker search ninos alepo --kind claim",
        "tracker search hospitals --crisis aleppo-2016",
        'tracker search "أطفال حلب" --as-of 2016-10-01',
    ),
)
@click.argument("text", nargs=-1, required=True)
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only this kind of thing; may repeat.")
@click.option("--crisis", multiple=True, metavar="ID", help="Only what claims of this crisis speak of; may repeat.")
@click.option("--as-of", type=options.day, help="Only what was known on this day.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many of each kind.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@options.data
def search_command(
    text: tuple[str, ...],
    kind: tuple[str, ...],
    crisis: tuple[str, ...],
    as_of: dt.date | None,
    limit: int,
    form: str,
    data: Path,
) -> None:
    """Find claims, and what they refer to, by words.

    Every word of TEXT must be there, in any language and spelling; the last one may be unfinished. Best first.
    """
    from ..languages import language
    from ..search import find

    known = options.catalogue(options.store(data))
    chosen = options.chosen(known, crisis=crisis)
    found = find(known, " ".join(text), kinds=kind or KINDS, limit=limit, as_of=as_of, crisis=chosen.crisis)
    titles = [(hit, hit.title(language("en"))) for hit in found.hits]
    if form == "json":
        hits = [{"kind": hit.kind, "id": hit.id, "title": title, "wording": hit.wording} for hit, title in titles]
        click.echo(json.dumps({"counts": found.counts, "hits": hits}, ensure_ascii=False, indent=2))
        return
    if not found.hits:
        click.echo("Nothing found.", err=True)
    for sort in filter(found.of_kind, kind or KINDS):
        click.echo(f"{sort}: {found.counts[sort]}")
        for hit, title in titles:
            if hit.kind == sort:
                click.echo(f"  {hit.id}\n    {title}" + (f"\n    “{hit.wording}”" if hit.wording else ""))
