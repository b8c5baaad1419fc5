"""A series in parts that have a chart each: by crisis, by claimant, by place, or by how far its place reaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pandas as pd

from .. import words
from ..catalogue import Catalogue
from ..errors import UnknownError
from ..languages import Language
from ..series import Series, apart

WAYS = ("together", "crisis", "reach", "place", "claimant")
FLAT = 8  # where the highest number of a part is so many times lower than that of another, it could not be read
MOST = 8  # parts of their own before the smallest share the last one
_REST = "\x1f"  # no part of its own is called so


@dataclass(frozen=True)
class Group:
    """One part of a series: a name for its panel, and its claims as a series of their own."""

    name: str
    series: Series

    @property
    def top(self) -> float:
        """Its highest number."""
        return float(_tops(self.series.drawn).max())


@dataclass(frozen=True)
class _Parts:
    """What all claims are put together by, the keys that have something drawn, and what the parts are called.

    Claims that cannot be drawn go along: a figure that was withdrawn breaks the line of its part.
    """

    key: pd.Series[str]
    order: Sequence[str]
    name: Callable[[str, Series], str]
    rest: Callable[[int], str]


def split(series: Series, by: str, *, catalogue: Catalogue, language: Language) -> list[Group]:
    """The parts that have something to draw; every claim that can be drawn is in exactly one of them.

    `reach` has the claims of the crisis' own place and of places within it first, then those of ever wider places.
    """
    if by not in WAYS:
        raise UnknownError(f"there is no way {by!r} to split a chart: choose {', '.join(WAYS)}")
    if by == "together" or series.drawn.empty:
        return [Group("", series)] if len(series.drawn) else []
    parts = _WAYS[by](series, catalogue, language)
    own = list(parts.order) if len(parts.order) <= MOST + 1 else list(parts.order[:MOST])
    shown = parts.key[parts.key.isin(parts.order)]
    claims = apart(series.claims.loc[shown.index], shown.where(shown.isin(own), _REST))
    alone = {key: replace(series, claims=claims[key]) for key in own}
    groups = [Group(parts.name(key, part), part) for key, part in alone.items()]
    if _REST in claims:
        groups.append(Group(parts.rest(len(parts.order) - len(own)), replace(series, claims=claims[_REST])))
    return groups


def ways(series: Series, catalogue: Catalogue, language: Language) -> list[str]:
    """The ways that make more than one part, and the one chart, without drawing up the parts."""
    if series.drawn.empty:
        return ["together"]
    several = (way for way in _WAYS if len(_WAYS[way](series, catalogue, language).order) > 1)
    return ["together", *several]


def fitting(series: Series, catalogue: Catalogue, language: Language) -> str:
    """The way to split where the reader chose none: several crises never share a chart unless that is asked for.

    One crisis is split by reach if wider places would flatten nearer ones.
    """
    if series.drawn.crisis_id.nunique() > 1:
        return "crisis"
    if series.drawn.empty:
        return "together"
    parts = _by_reach(series, catalogue, language)
    found = _tops(series.drawn).groupby(parts.key[series.drawn.index]).max()
    tops = [float(found[ring]) for ring in parts.order]
    is_flattened = any(near * FLAT < wide for near, wide in combinations(tops, 2))
    return "reach" if is_flattened else "together"


def is_uneven(groups: Sequence[Group]) -> bool:
    """Whether on one scale some part would lie flat on the ground."""
    tops = [group.top for group in groups]
    return bool(tops) and min(tops) * FLAT < max(tops)


def _tops(drawn: pd.DataFrame) -> pd.Series[float]:
    """The highest number of each claim."""
    return drawn[["value", "value_low", "value_high"]].max(axis=1)


def _by_crisis(series: Series, catalogue: Catalogue, language: Language) -> _Parts:
    """The newest crisis first."""
    key = series.claims.crisis_id.astype("str")
    drawn = set(key[series.drawn.index])
    newest = catalogue.crises.sort_values(["start", "crisis_id"], ascending=[False, True]).crisis_id
    return _Parts(
        key,
        [*(name for name in newest if name in drawn), *sorted(drawn - set(newest))],
        lambda name, part: language.label(next(part.claims.itertuples()), "crisis_title") or name,
        lambda n: language.say_many("{n} other crisis", "{n} other crises", n),
    )


def _by_claimant(series: Series, catalogue: Catalogue, language: Language) -> _Parts:
    key = series.claims.claimant_id.fillna("")
    return _Parts(
        key,
        _most_first(key[series.drawn.index]),
        lambda _, part: words.claimant(next(part.claims.itertuples()), language),
        lambda n: language.say_many("{n} other claimant", "{n} other claimants", n),
    )


def _by_place(series: Series, catalogue: Catalogue, language: Language) -> _Parts:
    key = series.claims.place_id.astype("str")
    return _Parts(
        key,
        _most_first(key[series.drawn.index]),
        lambda _, part: _place(part, language),
        lambda n: language.say_many("{n} other place", "{n} other places", n),
    )


def _by_reach(series: Series, catalogue: Catalogue, language: Language) -> _Parts:
    """Rings around the crisis' place, as the table of places states them."""
    parents = dict(zip(catalogue.places.place_id, catalogue.places.parent_id.fillna(""), strict=True))
    rings = _upwards(_heart(series, catalogue), parents)
    found = {place: _ring(_upwards(place, parents), rings) for place in series.claims.place_id.unique()}
    names = [language.label(catalogue.get("places", place), "name") for place in rings]
    key = series.claims.place_id.map(found).astype("str")
    return _Parts(
        key,
        sorted(key[series.drawn.index].unique(), key=int),
        lambda number, part: _reach(int(number), part, names, language),
        lambda n: language.say_many("{n} other place", "{n} other places", n),
    )


def _heart(series: Series, catalogue: Catalogue) -> str:
    """The place of the crisis that most of the claims are of."""
    crisis = catalogue.get("crises", str(series.drawn.crisis_id.mode().iloc[0]))
    return str(getattr(crisis, "place_id", "") or "")


def _ring(path: Sequence[str], rings: Sequence[str]) -> int:
    """The first of the ever wider places that holds it; one more than there are where none does."""
    return next((number for number, place in enumerate(rings) if place in path), len(rings))


def _reach(number: int, part: Series, names: Sequence[str], language: Language) -> str:
    if part.drawn.place_id.nunique() == 1:
        return _place(part, language)
    if number == 0:
        return language.say("Within {place}", place=names[0])
    if number == len(names):
        return language.say("Beyond {place}", place=names[-1]) if names else language.say("All places")
    return language.say("Beyond {inner}, within {place}", inner=names[number - 1], place=names[number])


def _place(part: Series, language: Language) -> str:
    return language.label(next(part.drawn.itertuples()), "place_name")


def _upwards(place: str, parents: Mapping[str, str]) -> list[str]:
    path: list[str] = []
    while place and place not in path:  # a place within itself is a finding, and must not hang a chart
        path.append(place)
        place = parents.get(place, "")
    return path


def _most_first(key: pd.Series[str]) -> list[str]:
    counts = key.value_counts()
    return sorted(counts.index, key=lambda name: (name == "", -counts[name], name))


_WAYS: dict[str, Callable[[Series, Catalogue, Language], _Parts]] = {
    "crisis": _by_crisis,
    "reach": _by_reach,
    "place": _by_place,
    "claimant": _by_claimant,
}
