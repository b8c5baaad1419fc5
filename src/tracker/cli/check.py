"""`tracker check`: what is wrong with the tables, and what is worth a second look."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..checks import Check
    from ..finding import Finding

FEW = 5  # findings shown of each kind unless all are asked for


@click.command(
    "check",
    epilog=options.examples("tracker check", "tracker check --summary", "tracker check --all --format json"),
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.option("--all", "everything", is_flag=True, help=f"Show every finding, not the first {FEW} of each kind.")
@click.option("--summary", is_flag=True, help="Show only how many there are of each kind.")
@options.data
def check_command(form: str, everything: bool, summary: bool, data: Path) -> None:
    """Check the tables.

    Errors are wrong tables, and make the command end with 1. Warnings are what sources really printed, or left out:
    kept, and worth a second look.
    """
    from .. import checks

    found = checks.run(options.store(data), watch=_progress)
    if form == "json":
        click.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        _print(found, shown=0 if summary else len(found) if everything else FEW)
    if any(finding.is_error for finding in found):
        sys.exit(1)


def _progress(checks: Iterable[Check]) -> Iterable[Check]:
    if not sys.stderr.isatty():
        yield from checks
        return
    with click.progressbar(checks, label="Checking", file=sys.stderr) as bar:
        yield from bar


def _print(found: list[Finding], *, shown: int) -> None:
    from ..checks import CHECKS

    kinds = sorted(found, key=_kind)  # rows stay in order within each
    for (_, code), group in groupby(kinds, key=_kind):
        findings = list(group)
        click.echo(f"{findings[0].severity} {code}: {len(findings)}. Should hold: {CHECKS[code].title}.")
        for finding in findings[:shown]:
            click.echo(f"  {finding}")
        if 0 < shown < len(findings):
            click.echo(f"  … and {len(findings) - shown} more; --all shows them")
    click.echo(_total(found))


def _kind(finding: Finding) -> tuple[bool, str]:
    return (not finding.is_error, finding.code)


def _total(found: list[Finding]) -> str:
    errors = sum(finding.is_error for finding in found)
    return f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}"


def _count(n: int, noun: str) -> str:
    return f"{n or 'no'} {noun}{'' if n == 1 else 's'}"
