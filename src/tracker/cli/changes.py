"""`tracker changes`: what became known between two days."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..claims.changes import Changes


@click.command(
    "changes",
    epilog=options.examples(
        "tracker changes --since 2016-09-28 --until 2016-10-05",
        "tracker changes --since 2016-09-28 --until 2016-10-05 --indicator children_killed --format json",
    ),
)
@click.option("--since", type=options.day, required=True, help="The first day.")
@click.option("--until", type=options.day, required=True, help="The last day.")
@click.option("--indicator", multiple=True, metavar="ID", help="Claims of this indicator; may repeat.")
@click.option("--claimant", multiple=True, metavar="ID", help="Claims of this organisation; may repeat.")
@click.option("--place", multiple=True, metavar="ID", help="Claims of this place and places in it; may repeat.")
@click.option("--crisis", multiple=True, metavar="ID", help="Claims of this crisis; may repeat.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@options.data
def changes_command(since: dt.date, until: dt.date, form: str, data: Path, **choices: object) -> None:
    """Show what became known between two days.

    Both days are included. New claims, revisions by kind, disagreements of which at least one side is new, and
    claimants gone silent: those that paused for twice their longest pause so far, and for two weeks at least.
    """
    from ..claims import bulletin
    from ..claims.changes import changes
    from ..languages import language

    known = options.catalogue(options.store(data))
    found = changes(known, since, until, options.chosen(known, **choices))
    if form == "json":
        click.echo(json.dumps(dict(_records(found)), ensure_ascii=False, indent=2))
        return
    click.echo(bulletin.summary(found, language("en")))
    for heading, sentences in _sections(found):
        click.echo(f"\n{heading}")
        for sentence in sentences:
            click.echo(f"  {sentence}")


def _sections(found: Changes) -> Iterator[tuple[str, list[str]]]:
    """A heading and its sentences, for each sort of change that there was."""
    from .. import words
    from ..claims import bulletin
    from ..languages import language

    english = language("en")
    sections = [
        ("New claims", [f"{_known_on(row)}  {words.sentence(row, english)}" for row in found.new]),
        *(
            (
                bulletin.revisions(kind, len(rows), english).capitalize(),
                [bulletin.revision(row, english) for row in rows],
            )
            for kind in bulletin.KINDS
            if (rows := found.of_kind(kind))
        ),
        ("New disagreements", [bulletin.disagreement(pair, english) for pair in found.disagreements]),
        ("Gone silent", [bulletin.silence(silence, english) for silence in found.silences]),
    ]
    yield from ((heading, sentences) for heading, sentences in sections if sentences)


def _records(found: Changes) -> Iterator[tuple[str, object]]:
    """The changes by id, for programs."""
    yield "since", str(found.since)
    yield "until", str(found.until)
    yield "new", [{"observation_id": _id(row), "known_on": _known_on(row)} for row in found.new]
    yield (
        "revisions",
        [
            {"kind": each.kind, "observation_id": _id(each.row), "revises": _revised(each.row)}
            for each in found.revisions
        ],
    )
    yield (
        "disagreements",
        [
            {
                "observation_id": pair.claim.observation_id,
                "other": pair.rival.claim.observation_id,
                "reason": pair.rival.verdict.reason,
            }
            for pair in found.disagreements
        ],
    )
    yield (
        "silences",
        [
            {
                "claimant_id": each.claimant_id,
                "indicator_id": each.indicator_id,
                "place_id": each.place_id,
                "last_known_on": str(each.last_known_on),
                "silent_from": str(each.silent_from),
            }
            for each in found.silences
        ],
    )


def _id(row: object) -> str:
    return str(getattr(row, "observation_id", ""))


def _revised(row: object) -> str:
    return str(getattr(row, "revises", ""))


def _known_on(row: object) -> str:
    from ..period import day

    return str(day(getattr(row, "known_on", None)))
