"""What a chart says of single figures under it: where a count breaks off and why, where it falls, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .. import words
from ..figure import Figure
from ..languages import Language
from ..period import Period
from ..series import HOLD_DAYS
from . import thinning
from .marks import Mark

_MOST = 3  # breaks and falls told before the rest are only counted


def remarks(drawn: Sequence[Mark], language: Language) -> tuple[str, ...]:
    """The lines under the chart: how many figures a full one leaves out, then the breaks and falls that matter most."""
    return (*_thinned(drawn, language), *told(drawn, language))


def told(drawn: Sequence[Mark], language: Language) -> Iterable[str]:
    """Breaks and falls in sentences: first those where something else is counted, which look most like a change."""
    found = sorted((one for mark in drawn for one in _remarks(mark, language)), key=lambda one: one[0])
    yield from (said for _, said in found[:_MOST])
    if len(found) > _MOST:
        rest = len(found) - _MOST
        yield language.say_many("{n} more such break or fall.", "{n} more such breaks or falls.", rest)


def breaks(language: Language) -> dict[str, str]:
    """Why no line comes from the figure before, in a few words, by the code that `break_before` has."""
    return {
        "start": language.say("counted from another day"),
        "basis": language.say("counted on another basis"),
        "method": language.say("counted in another way"),
        "place": language.say("another place"),
        "population": language.say("other people counted"),
        "scope": language.say("something else included or left out"),
        "retraction": language.say("a figure withdrawn in between"),
        "gap": language.say_many(
            "more than {n} day without a figure", "more than {n} days without a figure", HOLD_DAYS
        ),
    }


def _remarks(mark: Mark, language: Language) -> Iterable[tuple[int, str]]:
    """Each with how far up it belongs."""
    if mark.break_before in {"basis", "method"}:
        yield 0, _changed(mark, language)
    start = Period.of(mark.row).start
    if mark.break_before == "start" and start is not None:
        yield (
            1,
            language.say(
                "{claimant}: a new count starts on {day}.",
                claimant=words.claimant(mark.row, language),
                day=language.date(start),
            ),
        )
    if mark.is_fall:
        yield 1, _fell(mark, language)


def _changed(mark: Mark, language: Language) -> str:
    """That two figures beside each other are two counts, with the reason that the record has."""
    period = Period.of(mark.row)
    day = period.end or period.start
    said = {"claimant": words.claimant(mark.row, language), "day": language.date(day) if day else ""}
    basis = words.basis(_cell(mark.row, "basis"), language)
    if mark.break_before == "basis":
        first = language.say("{claimant}: from {day} counted on another basis ({basis}).", **said, basis=basis)
    else:
        first = language.say("{claimant}: from {day} counted in another way.", **said)
    rule = language.say("What stood before cannot be compared with it: the difference is no rise or fall.")
    return " ".join(part for part in (first, rule, _cell(mark.row, "note")) if part)


def _fell(mark: Mark, language: Language) -> str:
    figure = words.figure(Figure.of(mark.row), language, unit=_cell(mark.row, "indicator_unit"))
    return language.say(
        "{claimant}: the running total of {period}, {figure}, is lower than the one before.",
        claimant=words.claimant(mark.row, language),
        period=words.period(Period.of(mark.row), mark.measure, language),
        figure=figure,
    )


def _thinned(drawn: Sequence[Mark], language: Language) -> Iterable[str]:
    kept = len(thinning.thin(drawn))
    if kept < len(drawn):
        yield language.say(
            "{kept} of {all} figures are drawn: of each source and stretch of time the first, the last, the highest "
            "and the lowest.",
            kept=language.number(kept),
            all=language.number(len(drawn)),
        )


def _cell(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""
