"""`tracker audit`: who changed what, and when."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..audit import Entry


@click.command("audit", epilog=options.examples("tracker audit", "tracker audit --by rana --format json"))
@click.option("--by", help="Only what this person did.")
@click.option("--since", type=options.day, help="Only what was done on this day (UTC) or later.")
@click.option("--id", "name", metavar="ID", help="Only what touches this id: a claim, a review, an account.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@options.data
def audit_command(by: str | None, since: dt.date | None, name: str | None, form: str, data: Path) -> None:
    """Show every change that was made through the tracker, the oldest first.

    Each line says when, who, what, on which ids, and the SHA-256 digests of what was changed, before and after. The log
    is audit.jsonl beside the data, or the file that TRACKER_AUDIT names; nothing in it is ever rewritten.
    """
    from ..audit import audit_for

    for one in audit_for(data):
        if (by and one.by != by) or (since and one.at[:10] < since.isoformat()) or (name and name not in one.ids):
            continue
        click.echo(json.dumps(asdict(one), ensure_ascii=False) if form == "json" else _line(one))


def _line(one: Entry) -> str:
    digests = f"{one.before[:12] or 'nothing'} → {one.after[:12] or 'nothing'}" if one.before or one.after else ""
    return "  ".join(part for part in (one.at, f"{one.by:<16}", one.action, " ".join(one.ids), digests) if part)
