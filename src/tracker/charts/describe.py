"""What stands around a chart in words: title, how to read the marks, sources, what is not drawn, and the alt text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from .. import caveats, words
from ..languages import Language
from ..period import PRECISIONS, day
from ..series import HOLD_DAYS, Series
from . import marks, remarks
from .marks import Mark
from .remarks import breaks
from .traces import BREAK, has_few_signs

_PRECISIONS = {name: n for n, name in enumerate(PRECISIONS)}
_NAMES = 12  # claimants named in a source line before it only counts the rest


@dataclass(frozen=True)
class Undrawn:
    """One claim that has no place on the chart: what it says, and why."""

    observation_id: str
    sentence: str
    reason: str


@dataclass(frozen=True)
class Description:
    """The words of one chart.

    `undrawn` are the claims it cannot show, and `note` counts them in one sentence. `remarks` tell where a running
    total falls or counting begins anew, which a line alone would not explain, and how many figures a full chart shows.
    `caveats` are what claimants say of all their figures, each once.
    """

    title: str
    subtitle: str
    source: str
    alt: str
    note: str
    undrawn: tuple[Undrawn, ...]
    remarks: tuple[str, ...]
    caveats: tuple[str, ...] = ()

    @property
    def notes(self) -> list[str]:
        """The lines that an image puts above its sources."""
        return [*self.remarks, *self.caveats, *([self.note] if self.note else [])]


def describe(series: Series, language: Language) -> Description:
    """The words of the chart of a series: the title states the period, the alt text the newest figure in words."""
    drawn = marks.of(series)
    period = spanned(drawn, language)
    title = _title(series, period, language)
    missing = tuple(_undrawn(series, language))
    told = [handover.told(language) for handover in series.handovers]
    return Description(
        title,
        _subtitle(drawn, language),
        _source(drawn, series.documents, language),
        " ".join([_alt(drawn, title, language), *told, *remarks.told(drawn, language), *_cautions(drawn, language)]),
        _note(missing, language),
        missing,
        (*told, *remarks.remarks(drawn, language)),
        caveats.told((mark.row for mark in drawn), language),
    )


def reasons(language: Language) -> dict[str, str]:
    """Why a claim is not drawn, in words, by the code that `Series.undrawn` has."""
    return {
        "withdrawn": language.say("withdrawn by its source"),
        "no_number": language.say("no number given"),
        "no_period": language.say("period not stated"),
        "no_end": language.say("up to which day it counts is not stated"),
        "disordered": language.say("its period ends before it starts"),
    }


def _title(series: Series, period: str, language: Language) -> str:
    indicator = language.label(series.indicator, "label")
    place = _place(series, language)
    parts = [part for part in (place, period) if part]
    if len(parts) == 2:
        return language.say("{indicator}, {place}, {period}", indicator=indicator, place=place, period=period)
    return language.say("{indicator}, {detail}", indicator=indicator, detail=parts[0]) if parts else indicator


def _place(series: Series, language: Language) -> str:
    names = series.claims.drop_duplicates("place_id")
    if len(names) == 1:
        return language.label(next(names.itertuples()), "place_name")
    if names.empty:
        return ""
    within = language.label(series.place, "name") if series.place is not None else ""
    if not within:
        return language.say_many("{n} place", "{n} places", len(names))
    return language.say_many("{n} place in {within}", "{n} places in {within}", len(names), within=within)


def spanned(drawn: Sequence[Mark], language: Language) -> str:
    """From the first day that is counted in what is drawn to the last, holds aside: totals count since their start.

    A month or a year stands there as such: no day of it was named.
    """
    since = [
        (mark.period.start, mark.period.precision)
        for mark in drawn
        if mark.measure == "cumulative" and mark.period.start
    ]
    named = [*since, *((day, mark.period.precision) for mark in drawn for day in _days(mark))]
    if not named:
        return ""
    first = min(named, key=lambda one: (one[0], _PRECISIONS[one[1]]))
    last = max(named, key=lambda one: (one[0], -_PRECISIONS[one[1]]))
    return words.stretch(first, last, language)


def _days(mark: Mark) -> list[dt.date]:
    if mark.bar is None:
        return [mark.at.date()]
    return [mark.bar[0].date(), mark.bar[1].date() - dt.timedelta(days=1)]


def _subtitle(drawn: Sequence[Mark], language: Language) -> str:
    """How to read the marks that are there, and no others."""
    present = {kind for mark in drawn for kind in (mark.measure, *mark.kinds)}
    say = language.say
    present -= {mark.measure for mark in drawn} - {mark.measure for mark in drawn if mark.joins}
    present |= {"few"} if has_few_signs(drawn) else set()
    flows_only = {mark.measure for mark in drawn} == {"flow"}
    lines = {
        "bar": say("Each bar spans the period that its source counted.")
        if flows_only
        else say("A bar spans the period that its source counted."),
        "dated": say("A bar at a level: its source dates it no more finely."),
        "stock": say("A dashed line holds a level until its source’s next figure, for {n} days at most.", n=HOLD_DAYS),
        "rough": say("Thin bar: a running total of one of these days; its source does not say which."),
        "cumulative": say("A solid line joins running totals that were counted from the same day."),
        "up": say("Arrow up: at least, or more than."),
        "down": say("Arrow down: at most, or fewer than."),
        "about": say("≈: about, or nearly."),
        "range": say("Whisker: a range."),
        "left": say("Arrow to the left: start not stated."),
        "right": say("Arrow to the right: end not stated."),
        "faint": say("Faint: since replaced by its source."),
        "projected": say("Dashed bar or hollow mark: a forecast."),
        "imputed": say("Faint and hollow: filled in by a compiler where nothing was reported."),
        "few": say("Signs stand on some figures only: between two of a kind, all of that source have it."),
        "break": say(
            "{sign}: not joined to the figure before ({reasons}).", sign=BREAK, reasons=_broken(drawn, language)
        ),
    }
    return " ".join(line for kind, line in lines.items() if kind in present)


def _broken(drawn: Sequence[Mark], language: Language) -> str:
    present = {mark.break_before for mark in drawn}
    return language.together([said for kind, said in breaks(language).items() if kind in present])


def _source(drawn: Sequence[Mark], documents: int, language: Language) -> str:
    if not drawn:
        return ""
    rows = {mark.claimant_id: mark.row for mark in drawn}
    names = [words.claimant(row, language) for claimant, row in rows.items() if claimant]
    others = len(names) - _NAMES
    if others > 1:
        names = [*names[:_NAMES], language.say_many("{n} other", "{n} others", others)]
    if "" in rows:
        names.append(language.say("reports that name no source"))
    return language.say_many(
        "Source: {names}; {n} document.", "Sources: {names}; {n} documents.", documents, names=language.together(names)
    )


def _alt(drawn: Sequence[Mark], title: str, language: Language) -> str:
    if not drawn:
        return language.say("{title}. No figure can be drawn.", title=title)
    said = {
        "title": title,
        "figures": language.say_many("{n} figure", "{n} figures", len(drawn)),
        "sentence": words.sentence(_newest(drawn).row, language),
    }
    claimants = len({mark.claimant_id for mark in drawn if mark.claimant_id})
    if not claimants:
        return language.say("{title}. {figures}, attributed to nobody. The latest: {sentence}", **said)
    if any(not mark.claimant_id for mark in drawn):
        return language.say_many(
            "{title}. {figures} by {n} source and reports that name no source. The latest: {sentence}",
            "{title}. {figures} by {n} sources and reports that name no source. The latest: {sentence}",
            claimants,
            **said,
        )
    return language.say_many(
        "{title}. {figures} by {n} source. The latest: {sentence}",
        "{title}. {figures} by {n} sources. The latest: {sentence}",
        claimants,
        **said,
    )


def _cautions(drawn: Sequence[Mark], language: Language) -> Iterable[str]:
    """The first sentence of what each claimant says of all its figures."""
    rows = {mark.claimant_id: mark.row for mark in drawn if language.label(mark.row, "caveat")}
    return [caveats.first(row, language) for row in rows.values()]


def _newest(drawn: Sequence[Mark]) -> Mark:
    """The claim that speaks of the latest day; of several, the one that became known last."""

    def age(mark: Mark) -> tuple[dt.date, dt.date, str]:
        known = day(getattr(mark.row, "known_on", None)) or dt.date.min
        return max(_days(mark)), known, mark.observation_id

    return max([mark for mark in drawn if not mark.is_superseded] or drawn, key=age)


def _undrawn(series: Series, language: Language) -> Iterable[Undrawn]:
    said = reasons(language)
    for row in series.undrawn.itertuples():
        yield Undrawn(str(row.observation_id), words.sentence(row, language), said[str(row.undrawn)])


def _note(missing: Sequence[Undrawn], language: Language) -> str:
    if not missing:
        return ""
    counts = pd.Series([claim.reason for claim in missing]).value_counts(sort=False)
    listed = language.together([f"{reason} ({language.number(n)})" for reason, n in counts.items()])
    return language.say_many(
        "{n} figure is not drawn: {reasons}.", "{n} figures are not drawn: {reasons}.", len(missing), reasons=listed
    )
