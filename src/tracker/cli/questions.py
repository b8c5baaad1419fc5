"""What `tracker add` must know: asked for on a terminal, and named in one error where there is none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from ..choices import UNATTRIBUTED
from ..entry import FIELDS, Cells
from ..errors import UnknownError
from ..schema import Column
from ..tables import CITATIONS
from . import options

if TYPE_CHECKING:
    from ..catalogue import Catalogue

CLAIM = ("crisis", "indicator", "place", "claimant", "measure", "period_start", "period_end", "qualifier")
DOCUMENT = ("publisher", "url", "title", "published_on", "published_on_basis", "language", "kind")
NUMBERS = {"between": ("value_low", "value_high"), "vague": ()}  # all other qualifiers come with one number


def answered(given: Cells, known: Catalogue) -> Cells:
    """The answers, with what was missing asked for; without a terminal a usage error names what must be given."""
    if len(known.crises) == 1:
        given = {"crisis": str(known.crises.crisis_id.iloc[0]), **given}
    if not is_terminal():
        if missing := [option(name) for name in _open(given) if _must(name)]:
            raise click.UsageError(f"missing {', '.join(missing)}: give them, or be asked for them on a terminal")
    else:
        while unasked := [name for name in _open(given) if name not in given]:
            given = given | {unasked[0]: _ask(unasked[0], known)}
    return given | {"claimant": given["claimant"].replace(UNATTRIBUTED, "")}


def is_terminal() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty()


def option(name: str) -> str:
    """The option for a field's name: --period-start."""
    return f"--{name.replace('_', '-')}"


def kind(column: Column, known: Catalogue | None = None) -> click.ParamType[str, str]:
    """What click makes of an answer: the text itself, once it fits the column and, where `known`, names a row."""
    if column.vocabulary:
        return click.Choice([*column.vocabulary])

    def cell(text: str) -> str:
        from ..store.cells import fault

        wrong = fault(column, text) if text else None
        if wrong:
            raise click.BadParameter(str(wrong))
        if known is not None and column.references and text not in {"", UNATTRIBUTED}:
            _require(known, column, text)
        return text

    return click.types.FuncParamType(cell)


def _require(known: Catalogue, column: Column, name: str) -> None:
    try:
        options.require(known, column.references, name, what=column.name.removesuffix("_id"))
    except UnknownError as problem:
        raise click.BadParameter(str(problem)) from None


def _open(given: Mapping[str, str]) -> list[str]:
    """What is not said yet, in the order to ask: the claim, its numbers, its words, and the document or a new one."""
    numbers = NUMBERS.get(given.get("qualifier", ""), ("value",)) if given.get("measure") != "status" else ()
    if given.get("value_low") or given.get("value_high"):  # a bound alone, as printed
        numbers = tuple(name for name in numbers if name != "value")
    new = () if given.get("document") else DOCUMENT
    document = () if any(given.get(name) for name in DOCUMENT) else ("document",)
    return [name for name in (*CLAIM, *numbers, "wording", *document, *new) if not given.get(name)]


def _must(name: str) -> bool:
    """Whether blank is no answer. A claimant may be nobody, and has to be said to be."""
    asked = {"claimant", "wording", "value", "value_low", "value_high"}
    return name in asked or (name in FIELDS and FIELDS[name].column.is_required)


def _ask(name: str, known: Catalogue) -> str:
    if name == "document":
        column, question = CITATIONS["document_id"], "Document that is in the tables (blank for a new one)"
        return str(click.prompt(question, type=kind(column, known), default="", show_default=False))
    column = FIELDS[name].column
    if _must(name):
        question = f"Who made the figure, or {UNATTRIBUTED}" if name == "claimant" else column.meaning
        return str(click.prompt(question, type=kind(column, known)))
    kinds = click.Choice([*column.vocabulary, ""]) if column.vocabulary else kind(column, known)
    return str(click.prompt(f"{column.meaning} (blank if unknown)", type=kinds, default="", show_default=False))
