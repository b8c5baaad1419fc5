"""Calendar dates as reports print them: 28 September 2016 · Sept. 28 · Wednesday · early March · 8 to 12 July."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from .packs import Pack
from .tokens import NUMBER, Token

AHEAD = dt.timedelta(days=3)  # a date without a year may lie this far ahead: time zones, and early copy

WEEKS = ("first_week", "second_week", "third_week", "fourth_week", "last_week")  # of a month: days 1 to 7, and so on
SEVERAL_WEEKS = "_weeks"  # of a month, first or last: "first2_weeks"
HALVES = ("h1", "h2")  # of a month: to the 15th, and from the 16th
# Of a year: how many months each part has, and which part it is.
PARTS_OF_YEAR = {"h1": (6, 1), "h2": (6, 2), "q1": (3, 1), "q2": (3, 2), "q3": (3, 3), "q4": (3, 4)}
PARTS_OF_YEAR |= {f"m{months}": (months, 1) for months in range(2, 12)}  # its first two months, its first ten


@dataclass(frozen=True, slots=True)
class Dated:
    """Tokens up to `last` that name the days `start` to `end`. `shape` is day, weekday, month, part or year."""

    last: int
    start: dt.date
    end: dt.date
    shape: str


def date_at(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    """The date that begins at a token, read as on the day of publication."""
    if place >= len(tokens):
        return None
    return (
        _weekday(tokens, place, pack, published)
        or _day_first(tokens, place, pack, published)
        or _month_first(tokens, place, pack, published)
        or _part_of_year(tokens, place, pack, published)
        or _holiday(tokens, place, pack, published)
        or _figures_only(tokens, place)
        or _decade(tokens, place, pack)
        or _year(tokens, place)
    )


def _weekday(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    """A weekday alone is the latest one; followed by a date, the date decides."""
    is_previous = pack.has("previous", tokens[place].key)
    place += is_previous
    number = _lookup(tokens, place, pack.times.weekdays)
    if number is None:
        return None
    after = place + 1
    if after < len(tokens) and tokens[after].key in {",", "("}:
        after += 1
    dated = _day_first(tokens, after, pack, published) or _month_first(tokens, after, pack, published)
    if dated and dated.shape == "day":
        closes = after > place + 1 and tokens[after - 1].key == "("
        return Dated(dated.last + closes, dated.start, dated.end, "day")
    told = next((keys for keys in _phrases(pack, "of_last_week") if _follow(tokens, place + 1, keys)), None)
    if told and not is_previous:
        day = published - dt.timedelta(days=published.weekday() + 7 - int(number))
        return Dated(place + 1 + len(told), day, day, "day")
    back = (published.weekday() - int(number)) % 7
    day = published - dt.timedelta(days=back or (7 if is_previous else 0))
    return Dated(place + 1, day, day, "weekday")


def _phrases(pack: Pack, group: str) -> list[list[str]]:
    return [phrase.split() for phrase in sorted(pack.words.get(group, ()), key=len, reverse=True)]


def _follow(tokens: Sequence[Token], place: int, keys: Sequence[str]) -> bool:
    return [token.key for token in tokens[place : place + len(keys)]] == keys


def _day_first(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    first, place = _day_number(tokens, place, pack)
    if first is None:
        return None
    second = None
    if place < len(tokens) and pack.has("date_joiners", tokens[place].key):
        second, after = _day_number(tokens, place + 1, pack)
        place = after if second else place
    if _is(tokens, place, pack, "of_date"):
        place += 1
    month, after = _month_at(tokens, place, pack)
    if month is None:
        return None
    year, last = _year_after(tokens, after, pack, published)
    return _days(year, month, first, second, last, published)


def _month_first(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    part = pack.times.parts.at(tokens, place)
    place = part.last if part else place
    month, after = _month_at(tokens, place, pack)
    if month is None or not _is_month(tokens, place, pack):
        return None
    first, further = _day_number(tokens, after, pack)
    if first is None or part:
        year, last = _year_after(tokens, after, pack, published)
        return _month(year, month, part.carried if part else "", last, published)
    second, further = _second_day(tokens, further, pack)
    year, last = _year_after(tokens, further, pack, published)
    return _days(year, month, first, second, last, published)


def _second_day(tokens: Sequence[Token], place: int, pack: Pack) -> tuple[int | None, int]:
    """The 25 of "January 23 and 25", unless a month follows it that makes it a date of its own."""
    if place >= len(tokens) or not pack.has("date_joiners", tokens[place].key):
        return None, place
    second, after = _day_number(tokens, place + 1, pack)
    if second is None or _month_at(tokens, after, pack)[0] is not None:
        return None, place
    return second, after


def _month_at(tokens: Sequence[Token], place: int, pack: Pack) -> tuple[int | None, int]:
    """A month and where its name ends: with the full stop of "Jan.", and with a second name after a stroke."""
    match = pack.times.months.at(tokens, place) if place < len(tokens) else None
    if not match:
        return None, place
    last = match.last
    if last + 1 < len(tokens) and tokens[last].key == "." and tokens[last].is_glued and len(tokens[place].text) <= 4:
        last += 1
    elif last + 1 < len(tokens) and tokens[last].key in {"/", "("}:
        other = pack.times.months.at(tokens, last + 1)
        closes = other and tokens[last].key == "("
        last = other.last + bool(closes) if other else last
    return match.carried, last


def _is_month(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether a month's name is one here: "may" and "march" are words too."""
    return not tokens[place].text[0].islower() or not pack.has("also_words", tokens[place].key)


def _day_number(tokens: Sequence[Token], place: int, pack: Pack) -> tuple[int | None, int]:
    """A day of the month, with an article before it and an ordinal ending after it."""
    if _is(tokens, place, pack, "date_articles"):
        place += 1
    named = pack.times.days.at(tokens, place) if place < len(tokens) else None
    if named:
        return named.carried, named.last
    if place >= len(tokens) or tokens[place].kind != NUMBER or not tokens[place].text.isdigit():
        return (1, place + 1) if _is(tokens, place, pack, "first_of_month") else (None, place)
    number = int(tokens[place].text) if len(tokens[place].text) <= 2 else 0
    if not 1 <= number <= 31:
        return None, place
    place += 1
    return number, place + (_is(tokens, place, pack, "ordinals") and tokens[place].is_glued)


def _year_after(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> tuple[int | None, int]:
    """The year printed after a day or month, or said as "last year"; None where it is left out."""
    at = place
    while at < min(place + 2, len(tokens)) and (tokens[at].key == "," or pack.has("of_date", tokens[at].key)):
        at += 1
    year = _year(tokens, at)
    if year:
        return year.start.year, year.last
    for words, year_said in (("last_year", published.year - 1), ("this_year", published.year), ("latest", None)):
        for keys in _phrases(pack, words):
            if _follow(tokens, at, keys):
                return year_said, at + len(keys)
    return None, place


def _part_of_year(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    """A half or a quarter: "the first half of 2018", "Q2 2018"; where no year stands, the latest that has ended."""
    part = pack.times.parts.at(tokens, place)
    if not part or part.carried not in PARTS_OF_YEAR:
        return None
    months, nth = PARTS_OF_YEAR[part.carried]
    year, last = _year_after(tokens, part.last, pack, published)
    first, final = months * (nth - 1) + 1, months * nth
    if year is None:
        year = published.year - (published < dt.date(published.year, final, 28))
    ends = dt.date(year, final, calendar.monthrange(year, final)[1])
    return Dated(last, dt.date(year, first, 1), ends, "part")


def _holiday(tokens: Sequence[Token], place: int, pack: Pack, published: dt.date) -> Dated | None:
    """A day with a name of its own: "Christmas Day", the latest unless a year follows."""
    match = pack.times.holidays.at(tokens, place)
    if match is None:
        return None
    month, day = (int(part) for part in match.carried.split("-"))
    year, last = _year_after(tokens, match.last, pack, published)
    return _days(year, month, day, None, last, published)


def _year(tokens: Sequence[Token], place: int) -> Dated | None:
    if place >= len(tokens) or tokens[place].kind != NUMBER or not tokens[place].text.isdigit():
        return None
    if len(tokens[place].text) != 4 or not 1900 <= int(tokens[place].text) <= 2100:
        return None
    year = int(tokens[place].text)
    return Dated(place + 1, dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _decade(tokens: Sequence[Token], place: int, pack: Pack) -> Dated | None:
    """Ten years, in a language that says them so: the 1990s."""
    year, ending = _year(tokens, place), place + 1
    if year is None or year.start.year % 10 or not _is(tokens, ending, pack, "decade_endings"):
        return None
    return Dated(ending + 1, year.start, year.end.replace(year=year.end.year + 9), "year")


def _figures_only(tokens: Sequence[Token], place: int) -> Dated | None:
    """29/09/2016, 2016-09-29 and 29.09.2016. The day comes first unless it cannot."""
    run = tokens[place : place + 5]
    dotted = run[0].text.split(".") if run else ()
    if len(dotted) == 3 and len(dotted[2]) == 4 and all(part.isdigit() for part in dotted):
        made = _date(int(dotted[2]), int(dotted[1]), int(dotted[0]))
        return Dated(place + 1, made, made, "day") if made else None
    if len(run) < 5 or run[1].key not in {"/", "-"} or run[3].key != run[1].key:
        return None
    parts = [token.text for token in run[::2]]
    if not all(
        part.isdigit() and len(part) <= 4 and token.is_glued for part, token in zip(parts[1:], run[2::2], strict=True)
    ):
        return None
    if not parts[0].isdigit() or len(parts[0]) > 4:
        return None
    day, month, year = (int(part) for part in (parts if len(parts[2]) == 4 else reversed(parts)))
    if month > 12:
        day, month = month, day
    made = _date(year, month, day)
    return Dated(place + 5, made, made, "day") if made and 1900 <= year <= 2100 else None


def _days(year: int | None, month: int, first: int, second: int | None, last: int, published: dt.date) -> Dated | None:
    year = year or _nearest_year(month, first, published)
    start = _date(year, month, first)
    end = _date(year, month, second) if second else start
    return Dated(last, start, end, "day") if start and end else None


def _month(year: int | None, month: int, part: str, last: int, published: dt.date) -> Dated:
    year = year or _nearest_year(month, 1, published)
    final = calendar.monthrange(year, month)[1]
    if part.endswith(SEVERAL_WEEKS):
        days = 7 * int(part.removesuffix(SEVERAL_WEEKS)[-1])
        first, final = (1, days) if part.startswith("first") else (final - days + 1, final)
        return Dated(last, dt.date(year, month, first), dt.date(year, month, final), "day")
    if part in WEEKS:
        first = final - 6 if part == "last_week" else 7 * WEEKS.index(part) + 1
        return Dated(last, dt.date(year, month, first), dt.date(year, month, first + 6), "day")
    if part in HALVES:
        first, final = (1, 15) if part == HALVES[0] else (16, final)
        return Dated(last, dt.date(year, month, first), dt.date(year, month, final), "day")
    first = {"mid": 15, "late": 20, "end": final}.get(part, 1)
    return Dated(last, dt.date(year, month, first), dt.date(year, month, final), "month")


def _nearest_year(month: int, day: int, published: dt.date) -> int:
    """The year of the latest such day that is not after publication."""
    made = _date(published.year, month, day)
    return published.year - (made is not None and made > published + AHEAD)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _lookup(tokens: Sequence[Token], place: int, table: object) -> int | None:
    if place >= len(tokens) or not isinstance(table, dict):
        return None
    return next((table[key] for key in tokens[place].keys if key in table), None)


def _is(tokens: Sequence[Token], place: int, pack: Pack, group: str) -> bool:
    return place < len(tokens) and pack.has(group, tokens[place].key)
