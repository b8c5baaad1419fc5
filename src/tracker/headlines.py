"""The one figure a card shows, chosen by a named rule that the reader can see and change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from .catalogue import Catalogue, Filter
from .claims.standing import Standing, standings
from .errors import UnknownError
from .languages import Language
from .period import day

VERSION = 3  # raised when a rule below would choose another figure from the same rows
FOLLOWED = ("claimant_id", "measure", "basis", "place_id", "period_start")  # what a card may follow
# After these the earlier figure is true of its day; a source that counts otherwise since has not taken it back.
_STILL_HOLDS = frozenset({"update", "basis_change", "method_change"})
LATEST = ["_end", "known_on", "observation_id"]
Rule = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Headline:
    """What a card shows: a row of the query `claims`, the rule and version that chose it, and from how many claims."""

    row: object = field(repr=False)
    rule: str
    of: int
    as_of: dt.date | None = None
    version: int = VERSION

    def age(self, today: dt.date) -> int | None:
        """Days since the figure became known; None where nobody knows when that was."""
        known = day(getattr(self.row, "known_on", None))
        return (today - known).days if known else None

    @property
    def observation_id(self) -> str:
        """The claim that it is."""
        return str(getattr(self.row, "observation_id", ""))


def behind(catalogue: Catalogue, found: Iterable[Headline]) -> list[Standing]:
    """Who stands behind each figure: how many sources and citations, and whether anyone disputes it. Asked at once."""
    shown = list(found)
    known: dict[tuple[dt.date | None, str], Standing] = {}
    for as_of in {one.as_of for one in shown}:
        ids = tuple(sorted({one.observation_id for one in shown if one.as_of == as_of}))
        standing = standings(catalogue, Filter(observation=ids, as_of=as_of))
        known |= {(as_of, name): one for name, one in standing.items()}
    return [known[one.as_of, one.observation_id] for one in shown]


def headline(catalogue: Catalogue, chosen: Filter, rule: str) -> Headline | None:
    """The figure that a rule chooses from the chosen claims of one indicator; None where it finds none.

    Never chosen: a figure without a number, one that its source replaced or withdrew, one known to be wrong, a
    forecast, and a figure that circulates without a source. One that counts only a part of those whom the indicator
    counts is chosen where there is no other.
    """
    if rule not in RULES:
        raise UnknownError(f"there is no headline rule {rule!r}: choose {', '.join(RULES)}")
    claims = catalogue.rows("claims", chosen)
    own = _with_origin(catalogue, chosen)
    fit = _fit(claims)
    candidates = RULES[rule](
        fit.assign(has_origin=fit.observation_id.isin(own), is_followed=_followed(fit, catalogue.headlines))
    )
    if candidates.empty:
        return None
    return Headline(next(candidates.tail(1).itertuples(index=False)), rule, len(claims), chosen.as_of)


def indicators(catalogue: Catalogue, crisis_id: str) -> list[object]:
    """The indicators that a crisis is known by, first things first."""
    return list(catalogue.rows("headline_indicators", crisis_id=crisis_id).itertuples(index=False))


def of_crisis(catalogue: Catalogue, crisis_id: str, chosen: Filter, rule: str) -> Iterator[Headline]:
    """The figure of each indicator that a crisis is known by, in its order; those that have none are left out."""
    for row in indicators(catalogue, crisis_id):
        own = replace(chosen, crisis=(crisis_id,), indicator=(str(getattr(row, "indicator_id", "")),))
        if found := headline(catalogue, own, rule):
            yield found


def rule_for(crisis: object) -> str:
    """The rule used where the reader chose none: the series followed while a crisis lasts, the most carried later."""
    return "preferred" if day(getattr(crisis, "end", None)) is None else "most-carried"


def described(rule: str, language: Language) -> str:
    """What a rule does, in words for the reader."""
    say = language.say
    return {
        "latest-origin": say("the latest figure from the claimant’s own document"),
        "latest-any": say("the latest figure in any document"),
        "preferred": say(
            "the latest figure of the series that our editors follow, else the latest from the claimant’s own document"
        ),
        "most-carried": say("the figure carried by the most publishers"),
    }[rule]


def _fit(claims: pd.DataFrame) -> pd.DataFrame:
    numbered = claims[["value", "value_low", "value_high"]].notna().any(axis=1)
    stands = claims.superseded_by.isna() | claims.superseded_change.isin(_STILL_HOLDS)
    sound = ~claims["rank"].eq("deprecated") & ~claims.change.eq("retraction") & ~claims.basis.eq("projected")
    fit = claims[numbered & stands & sound & ~claims.is_circulating.fillna(False).astype(bool)]
    return _whole(fit).assign(_end=lambda rows: rows.period_end.fillna(_last_day(rows)))


def _whole(claims: pd.DataFrame) -> pd.DataFrame:
    """A figure of a part of those whom the indicator counts would read as one of all; it stands where no other does."""
    whole = claims[claims.population.isna()]
    return whole if len(whole) else claims


def _last_day(claims: pd.DataFrame) -> pd.Series:
    """What orders a figure whose last day nobody stated: a level or total by the day it became known."""
    holds = claims.measure.isin(["stock", "cumulative"])
    return claims.known_on.where(holds, claims.period_start).fillna(claims.period_start)


def _followed(claims: pd.DataFrame, listed: pd.DataFrame) -> pd.Series:
    """Whether each claim is of the series that its crisis names for the indicator: whatever it names agrees."""
    named = listed.dropna(subset=list(FOLLOWED), how="all")
    beside = claims[["crisis_id", "indicator_id"]].merge(
        named, on=["crisis_id", "indicator_id"], how="left", indicator="_listed"
    )
    agrees = beside._listed.eq("both").to_numpy(copy=True)
    for column in FOLLOWED:
        agrees &= (beside[column].isna() | beside[column].eq(claims[column].reset_index(drop=True))).to_numpy()
    return pd.Series(agrees, index=claims.index)


def _with_origin(catalogue: Catalogue, chosen: Filter) -> set[str]:
    citations = catalogue.rows("citations", replace(chosen, publisher=(), document=()))
    return set(citations[citations.role.eq("origin")].observation_id)


def _latest_any(claims: pd.DataFrame) -> pd.DataFrame:
    return claims.sort_values(LATEST, na_position="first")


def _latest_origin(claims: pd.DataFrame) -> pd.DataFrame:
    return _latest_any(claims[claims.has_origin])


def _preferred(claims: pd.DataFrame) -> pd.DataFrame:
    for chosen in (claims["rank"].eq("preferred"), claims.is_followed):
        if chosen.any():
            return _latest_any(claims[chosen])
    return _latest_origin(claims)


def _most_carried(claims: pd.DataFrame) -> pd.DataFrame:
    named = claims[claims.claimant_id.notna()]
    return named.sort_values(["n_publishers", *LATEST], na_position="first")


RULES: dict[str, Rule] = {
    "latest-origin": _latest_origin,
    "latest-any": _latest_any,
    "preferred": _preferred,
    "most-carried": _most_carried,
}
