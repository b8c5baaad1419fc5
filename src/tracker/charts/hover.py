"""What a mark says when it is pointed at: the figure with its hedge, who said it, of when and where, in whose words."""

from __future__ import annotations

import textwrap
from html import escape

from .. import words
from ..languages import Language
from ..series import HOLD_DAYS
from .bidi import apart, isolated
from .marks import Mark

_WIDTH = 46  # characters a line; plotly does not wrap
_NOTE = 230  # characters of a note: its page has the whole
_TOLD = frozenset({"basis", "method", "start"})  # breaks of which the note says why


def text(mark: Mark, language: Language) -> str:
    """The lines of a mark's label as plotly's HTML. All that comes from data is escaped."""
    row = mark.row
    wording = _cell(row, "wording")
    figure = words.figure(mark.figure, language, wording=wording, unit=_cell(row, "indicator_unit"))
    when = words.period(mark.period, mark.measure, language)
    is_rtl = language.direction == "rtl"
    lines = [
        f"<b>{escape(figure)}</b> · {apart(escape(words.claimant(row, language)), is_rtl=is_rtl)}",
        *wrapped(_cell(row, "population")),
        escape(f"{when} · {language.label(row, 'place_name')}"),
        *(f"<i>{line}</i>" for line in wrapped(language.say("“{wording}”", wording=wording) if wording else "")),
        *(line for remark in remarks(mark, language) for line in wrapped(remark)),
    ]
    return "<br>".join(isolated(line, is_rtl=is_rtl) for line in lines) if is_rtl else "<br>".join(lines)


def remarks(mark: Mark, language: Language) -> list[str]:
    """What a reader must know before comparing this claim with the one before it."""
    notes = [
        _since(language)[mark.break_before] if mark.break_before else "",
        textwrap.shorten(_cell(mark.row, "note"), _NOTE, placeholder=" …") if mark.break_before in _TOLD else "",
        language.say("Lower than the figure before.") if mark.is_fall else "",
        language.say("Since replaced by its source.") if mark.is_superseded else "",
        language.say("A forecast.") if mark.is_projected else "",
        language.say("Of one of these days; its source does not say which.") if mark.is_rough else "",
        _cell(mark.row, "scope_note"),
    ]
    return [note for note in notes if note]


def _since(language: Language) -> dict[str, str]:
    """What is not the same as in the figure before, by the code of the break."""
    say = language.say
    return {
        "start": say("Counted from another day than the figure before."),
        "basis": say("Counted on another basis than the figure before."),
        "method": say("Counted in another way than the figure before."),
        "place": say("Of another place than the figure before."),
        "population": say("Of other people than the figure before."),
        "gap": say("More than {n} days after the figure before.", n=HOLD_DAYS),
        "scope": say("Includes or leaves out something else than the figure before."),
        "retraction": say("The source withdrew a figure between this and the one before."),
    }


def wrapped(line: str) -> list[str]:
    """The line in lines that a label has room for, escaped; none for no words."""
    if len(line) <= _WIDTH:
        return [escape(line)] if line else []
    return [escape(part) for part in textwrap.wrap(line, _WIDTH)]


def _cell(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""
