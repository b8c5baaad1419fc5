"""Spans of time as reports say them, resolved against the day of publication: since Friday, in the past week."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..period import Period
from .dates import Dated, date_at
from .packs import Pack, TimeWords
from .phrases import ANY
from .quantities import number_at
from .spoken_times import MOST, back, day_of_month, lasting, spoken, week_of_year
from .time_kinds import AFTER, CLOSED, DATED, PAST, POINTING_BACK
from .tokens import MARK, NUMBER, WORD, Token

MIDDLE = 15  # the day that "mid-May" begins on, and ends a stretch
WIDEST_GAP = 24  # words between "since" and its date: "since the conflict that began in ..."
PRECISION = {"week": "week", "month": "month", "year": "year", "decade": "year"}  # how finely "two years ago" dates
GAP = "{gap}"
SLOTS = frozenset({"{date}", "{n}", "{unit}", "{pair}", GAP, ANY})


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens that say a time. `kind` tells how: an event's day is `on`, the day of a level is `as_of`, and so on."""

    first: int
    last: int
    kind: str
    period: Period
    named: Period = field(
        default_factory=Period
    )  # the days that its date names: all of 2005, where the period is "since 2005"
    step: tuple[int, str] = (1, "")  # how far from another time: "three weeks earlier"


@dataclass(slots=True)
class _Heard:
    """What the slots of a pattern matched so far."""

    dates: list[Dated] = field(default_factory=list)
    n: int = 1
    unit: str = ""


@dataclass(slots=True)
class _Step:
    """One step of the patterns as a tree: the words, slots and gaps that may come next, and the kinds that end here."""

    words: dict[str, _Step] = field(default_factory=dict)
    slots: dict[str, _Step] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)

    def add(self, parts: Sequence[str], kind: str) -> None:
        """Writes a pattern into the tree."""
        if not parts:
            self.kinds.append(kind)
            return
        branch = self.slots if parts[0] in SLOTS else self.words
        branch.setdefault(parts[0], _Step()).add(parts[1:], kind)


@functools.cache
def _tree(times: TimeWords) -> _Step:
    """The patterns of a language as one tree, built once: a text may be a single sentence."""
    root = _Step()
    for kind, pattern in times.patterns:
        root.add(pattern, kind)
    return root


class TimeReader:
    """Finds the times in the sentences of one text, in one language, published on one day."""

    def __init__(self, pack: Pack, published: dt.date) -> None:
        self.pack, self.published = pack, published
        self._tree = _tree(pack.times)

    def spans(self, tokens: Sequence[Token]) -> list[Span]:
        """Every time said, left to right; where two begin at one word, the longer, and of equals the narrower."""
        found, place = [], 0
        while place < len(tokens):
            span = self._at(tokens, place) if self._may_open(tokens[place]) else None
            span = None if span and self._is_taken(tokens, place) else span
            if span:
                found.append(span)
            place = span.last if span else place + 1
        return found

    def _is_taken(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the word that would open a time closes what befell somebody: "700 were unaccounted for | Monday"."""
        if self.pack.has("by", tokens[place].key):
            return False  # "373 were buried by Wednesday"
        harms = (self.pack.triggers.at(tokens, at) for at in range(max(0, place - 2), place))
        return any(harm is not None and harm.last == place + 1 for harm in harms)

    def _may_open(self, token: Token) -> bool:
        words, times = self._tree.words, self.pack.times
        if token.text[0].isdigit():
            return True
        if times.months.opens(token) or times.holidays.opens(token) or times.days.opens(token):
            return True
        return any(key in words or key in times.weekdays or self.pack.has("time_openers", key) for key in token.keys)

    def _at(self, tokens: Sequence[Token], place: int) -> Span | None:
        best: Span | None = None
        for last, kind, heard in self._matched(tokens, place, self._tree, _Heard()):
            if best and last < best.last:
                continue
            owns = last < len(tokens) and tokens[last].key == "'s"
            turns = kind == "past" and not self._says_past(tokens[place:last]) and self._turns(tokens, last)
            turns = turns or (kind == "past_perfect" and not self._is_perfect(tokens))
            turns = turns or (kind in CLOSED and self._goes_on(tokens, last))
            turns = turns or (kind == AFTER and not self._goes_on(tokens, last))
            period = None if turns or (kind == "as_of" and owns) else self._resolved(kind, heard)
            if period and not (best and last == best.last and _width(period) >= _width(best.period)):
                named = Period(heard.dates[0].start, heard.dates[-1].end) if heard.dates else period
                best = Span(place, last, kind, period, named, (heard.n, heard.unit))
        return best

    def _turns(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a number of days is told by others: "in the 10 days that followed", "in the 10 days from 19 May"."""
        if place + 1 >= len(tokens):
            return False
        is_dated = self.pack.has("change_from", tokens[place].key)
        is_dated = is_dated and date_at(tokens, place + 1, self.pack, self.published) is not None
        return is_dated or self.pack.has("after_past", tokens[place].key)

    def _goes_on(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a time goes on behind "before" or "after": "a day before the attack"."""
        is_open = self.pack.has("relating", tokens[place - 1].key)
        behind = tokens[place] if place < len(tokens) else None
        if not is_open or behind is None or behind.kind == MARK:
            return False
        joins = self.pack.grammar.at(tokens, place)
        return joins is None or joins.carried != "and"

    def _is_perfect(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence is told until now: "in just two weeks 60,000 have fled", and not "they fled"."""
        return any(self.pack.has("perfect", token.key) for token in tokens)

    def _says_past(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch is said to be the latest: "in the past week", whatever follows."""
        return any(self.pack.has("latest_words", token.key) for token in tokens)

    def _matched(
        self, tokens: Sequence[Token], place: int, step: _Step, heard: _Heard
    ) -> Iterator[tuple[int, str, _Heard]]:
        """Each way a pattern fits from here; over a gap only the nearest."""
        for kind in step.kinds:
            yield place, kind, heard
        if place >= len(tokens):
            return
        for key in tokens[place].keys:
            if key in step.words:
                yield from self._matched(tokens, place + 1, step.words[key], heard)
        for slot, after in step.slots.items():
            if slot == GAP:
                yield from self._over_gap(tokens, place, after, heard)
            elif slot == ANY and tokens[place].kind == WORD:
                yield from self._matched(tokens, place + 1, after, heard)
            elif filled := self._filled(tokens, place, slot, heard):
                yield from self._matched(tokens, filled[0], after, filled[1])

    def _over_gap(
        self, tokens: Sequence[Token], place: int, step: _Step, heard: _Heard
    ) -> Iterator[tuple[int, str, _Heard]]:
        if date_at(tokens, place, self.pack, self.published):
            return  # "since March, the ministry said on Tuesday" is not since Tuesday
        for skipped in range(1, WIDEST_GAP + 1):
            passed = place + skipped - 1
            if place + skipped >= len(tokens) or self._closes(tokens, passed):
                return
            if tokens[passed].kind == NUMBER and not tokens[place + skipped].is_hyphened:
                return  # "since the outbreak that has killed 78 as of 21 December"
            found = list(self._matched(tokens, place + skipped, step, heard))
            if found:
                yield from found
                return

    def _closes(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether no gap reaches over a token: a mark, or a verb of saying, whose day is another one."""
        if tokens[place].key in {";", "(", ")"}:
            return True
        said = self.pack.speech.at(tokens, place)
        before = self.pack.grammar.at(tokens, place - 1) if place else None
        if before and before.carried == "be":  # "since the outbreak was declared on 4 May"
            return False
        is_by = said is not None and said.carried == "by" and tokens[place - 1].key == ","
        is_said = said is not None and said.carried == "verb" and not self.pack.has("noun_verbs", tokens[place].key)
        return is_by or is_said

    def _filled(self, tokens: Sequence[Token], place: int, slot: str, heard: _Heard) -> tuple[int, _Heard] | None:
        if place >= len(tokens) or slot == ANY:
            return None
        if slot == "{n}":
            number = number_at(tokens, place, self.pack)
            if number is None or number.value is None or number.value > MOST:
                return None
            n = heard.n if heard.unit and heard.n > 1 else int(number.value)  # "the 24 hours to 8 am on Tuesday"
            return number.last, _Heard(heard.dates, n, heard.unit)
        if slot == "{unit}":
            unit = next((self.pack.times.units[key] for key in tokens[place].keys if key in self.pack.times.units), "")
            return (place + 1, _Heard(heard.dates, heard.n, unit)) if unit else None
        if slot == "{pair}":
            two = next((self.pack.times.pairs[key] for key in tokens[place].keys if key in self.pack.times.pairs), "")
            return (place + 1, _Heard(heard.dates, 2, two)) if two else None
        dated = date_at(tokens, place, self.pack, self.published)
        if dated and dated.shape == "weekday" and place and self.pack.has("previous", tokens[place - 1].key):
            dated = date_at(tokens, place - 1, self.pack, self.published)  # "last Friday", said on a Friday
        return (dated.last, _Heard([*heard.dates, dated], heard.n, heard.unit)) if dated else None

    def _resolved(self, kind: str, heard: _Heard) -> Period | None:
        if heard.dates and kind == "year_to":
            return Period(heard.dates[-1].end.replace(month=1, day=1), heard.dates[-1].end)
        if heard.dates and kind == "span_to":
            return _until(heard.dates[-1].end, heard.n, heard.unit or "year")
        if heard.dates and kind in DATED:
            return _dated(kind, heard.dates, self.published)
        if kind in {"week_number", "as_of_week"}:
            week = week_of_year(heard.n, heard.dates[-1].start.year if heard.dates else None, self.published)
            return Period(None, week.end) if week and kind == "as_of_week" else week
        if kind in PAST:
            n = 2 if kind == "past_couple" else heard.n
            return Period(lasting(self.published, n, heard.unit), self.published)
        if kind == "day_of_month":
            return day_of_month(heard.n, self.published)
        if kind == "ago":
            day = back(self.published, heard.n, heard.unit)
            return Period(day, day, PRECISION.get(heard.unit, "day"))
        return Period(self.published, self.published) if kind in POINTING_BACK else spoken(kind, self.published)


def _width(period: Period) -> int:
    """Days, where both ends are known: since mid-March is narrower than since March."""
    return (period.end - period.start).days if period.start and period.end else 0


def _dated(kind: str, dates: list[Dated], published: dt.date) -> Period | None:
    first, last = dates[0], dates[-1]
    if kind == "on" and first.shape in {"month", "part", "year"}:
        return None  # "2018 people" holds no date, and neither does a march
    if kind == "following" and first.shape not in {"month", "weekday"}:
        return None
    if kind == "as_of" and first.shape != "part":  # "au premier trimestre" is all of it
        return Period(None, last.end)
    if kind == "week_from":
        return Period(first.start, last.end if last.end > first.start else first.start + dt.timedelta(days=6))
    if kind == "week_to":
        return Period(first.end - dt.timedelta(days=6), first.end)
    if kind == "since" and not (first.shape == "day" and first.start != first.end):
        start = first.start
        if first.shape == "weekday" and start == published:
            start -= dt.timedelta(days=7)
        return Period(start, published) if start <= published else None
    if kind == "since_part":  # "since Tuesday morning", said on a Tuesday
        return Period(first.start, published) if first.start <= published else None
    if kind in {"range", "since"}:
        return _range(first, last)
    if first.shape in {"month", "part"}:
        return Period(first.start.replace(day=1), first.end, "month")
    return Period(first.start, last.end, "year" if first.shape == "year" else "day")


def _until(end: dt.date, n: int, unit: str) -> Period:
    """A stretch up to a date: "in the 12 months to August", from the day after the same day before it."""
    start = lasting(end, n, unit) if unit == "hour" else back(end + dt.timedelta(days=1), n, unit)
    return Period(start, end)


def _range(first: Dated, last: Dated) -> Period | None:
    """From one date to another; a start that would lie after the end is of the year, or week, before."""
    start, end = first.start, last.start if last.shape == "month" and last.start.day == MIDDLE else last.end
    if start > end and first.shape == "weekday":
        start -= dt.timedelta(days=7)
    while start > end and start.year > 1900:
        start = back(start, 1, "year")
    if first.shape == "weekday" and (end - start).days > 31:
        return None
    return Period(start, end, "month" if {first.shape, last.shape} == {"month"} else "day")
