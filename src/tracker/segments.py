"""Which figures are of one count, what kind of step leads from one to the next, and which of them fall."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import bounds

HOLD_DAYS = 45  # No line bridges more days than this without a figure: a level is held so long, then it ends.

# Two figures of a claimant are of the same count when all of these agree; a count with a start needs that too.
SAME_COUNT = ("claimant_id", "measure", "place_id", "population", "basis", "scope_note")
_APART = "part"  # of a chart: what stands in another panel is of no count with what stands in this
# Nobody reported these: a forecast, and what a compiler filled in where nothing was reported.
UNREPORTED = frozenset({"projected", "imputed"})
# Why no line comes from the claimant's figure before.
BREAKS = {
    "start": "counted from another day: the counter was set anew",
    "basis": "what is counted changed: named dead only, cases verified, people registered",
    "method": "how it is counted changed",
    "place": "another place",
    "population": "other people counted",
    "scope": "something else included or left out",
    "retraction": "the source withdrew a figure in between",
    "gap": f"more than {HOLD_DAYS} days without a figure",
}
# What leads to a figure from the claimant's figure before: a break, or one of these.
STEPS = BREAKS | {
    "report": "the next figure of the same count",
    "update": "a newer figure that takes the place of an earlier one",
    "correction": "the source said that its earlier figure was wrong",
    "revision": "the source restated an earlier figure",
}
_SUBJECT = (_APART, "indicator_id", "claimant_id", "measure", "place_id", "population")  # of what is withdrawn
_STATED = frozenset({"update", "correction", "revision"})
_ANEW = {"basis_change": "basis", "method_change": "method"}  # changes that continue nothing, and the break they make


def joins(rows: pd.DataFrame) -> pd.Series[bool]:
    """Events in a period are never joined, nor what nobody reported or claimed, nor what was since replaced."""
    dated = rows.measure.eq("stock") | (rows.measure.eq("cumulative") & rows.period_start.notna())
    said = rows.undrawn.eq("") & ~rows.is_superseded & rows.claimant_id.fillna("").ne("")
    return dated & said & rows.day.notna() & ~rows.basis.isin(UNREPORTED)


def segments(rows: pd.DataFrame) -> pd.Series[int]:
    """Rows that share a number are figures of one `count`; a row that joins no line has a number of its own."""
    alone = "\x1f" + rows.observation_id.astype("str")
    numbers, _ = pd.factorize(rows["count"].where(rows.joins, alone))
    return pd.Series(numbers, index=rows.index)


def breaks(rows: pd.DataFrame) -> pd.Series[str]:
    """Why no line comes from the claimant's figure before: a word of `BREAKS`, or blank."""
    if not rows.joins.any():
        return pd.Series("", index=rows.index, dtype="str")
    columns = ["segment", "day", "period_start", "crisis_id", "indicator_id", "change", _APART, *SAME_COUNT]
    lines = rows.loc[rows.joins, columns].fillna(dict.fromkeys(SAME_COUNT, ""))
    since = lines.day - lines.groupby("segment").day.shift()
    before = lines.groupby([_APART, "crisis_id", "indicator_id", "claimant_id", "measure"], sort=False).shift()
    is_other = since.isna() & before.segment.notna()
    seen = {
        "other": is_other,
        "retraction": _withdrawn_before(rows).reindex(lines.index, fill_value=False),
        "gap": since > pd.Timedelta(days=HOLD_DAYS),
    }
    differs = _difference(lines, before) if is_other.any() else ""
    stated = lines.change.map(_ANEW).fillna("").where(since.isna(), "")  # though a filter took what it replaced away
    kind = np.select([*seen.values()], [differs, "retraction", "gap"], default=stated.to_numpy(dtype=object))
    return pd.Series(kind, index=lines.index, dtype="str").reindex(rows.index, fill_value="")


def steps(rows: pd.DataFrame) -> pd.Series[str]:
    """What leads to each figure from the one before it: a word of `STEPS`; blank where none is before it."""
    lines = rows.loc[rows.joins, ["segment", "change", "break_before"]]
    change = np.where(lines.change.isin(_STATED), lines.change, "report")
    stated = np.where(lines.duplicated("segment"), change, "")
    found = np.where(lines.break_before.ne(""), lines.break_before, stated)
    return pd.Series(found, index=lines.index, dtype="str").reindex(rows.index, fill_value="")


def falls(rows: pd.DataFrame) -> pd.Series[bool]:
    """Running totals below the one before them of the same count: certainly, or by the number under one hedge.

    "At least 96" after "100" is no fall, nor is "about 98" after "100". What a compiler filled in falls too, though no
    line joins it.
    """
    filled_in = rows.joins | (rows.basis.eq("imputed") & rows.undrawn.eq("") & ~rows.is_superseded)
    is_total = filled_in & rows.measure.eq("cumulative") & rows.claimant_id.notna() & rows.period_start.notna()
    if is_total.sum() < 2:
        return pd.Series(False, index=rows.index)
    totals = rows.loc[is_total, ["count", "value", "value_low", "value_high", "qualifier"]]
    said = totals.assign(lowest=bounds.lowest(totals), highest=bounds.highest(totals))
    before = said.groupby("count")[["value", "qualifier", "lowest"]].shift()
    fell = (said.highest < before.lowest) | ((said.value < before.value) & said.qualifier.eq(before.qualifier))
    return fell.reindex(rows.index, fill_value=False)


def count(rows: pd.DataFrame) -> pd.Series[str]:
    """What each figure is a figure of: a stated change of basis or method makes another count of it."""
    start = rows.period_start.where(rows.measure.eq("cumulative")).astype("str").fillna("")
    count = start.str.cat(rows[["indicator_id", _APART, *SAME_COUNT]].fillna("").astype("str"), sep="\x1f")
    anew = rows.change.isin(list(_ANEW))
    return count.str.cat(anew.groupby(count).cumsum().astype("str"), sep="\x1f") if anew.any() else count


def _withdrawn_before(rows: pd.DataFrame) -> pd.Series[bool]:
    """Figures between which and the one before in their segment stands one that its source withdrew."""
    withdrawn = rows.superseded_change.eq("retraction") | rows.change.eq("retraction")
    if not withdrawn.any():
        return withdrawn[rows.joins]
    subject = [rows[name].fillna("") for name in _SUBJECT]
    so_far = withdrawn.groupby(subject).cumsum()[rows.joins]
    return so_far > so_far.groupby(rows.segment[rows.joins]).shift()


def _difference(lines: pd.DataFrame, before: pd.DataFrame) -> np.ndarray:
    """What first differs from the claimant's figure before. A change that the source states goes before what we see."""
    restarted = lines.measure.eq("cumulative") & lines.period_start.ne(before.period_start)
    seen = {
        "start": restarted & lines.place_id.eq(before.place_id),
        "method": lines.change.eq("method_change"),
        "basis": lines.basis.ne(before.basis) | lines.change.eq("basis_change"),
        "place": lines.place_id.ne(before.place_id),
        "population": lines.population.ne(before.population),
        "scope": lines.scope_note.ne(before.scope_note),
    }
    return np.select([*seen.values()], [*seen], default="basis")
