"""Whether claims, of several crises or of one, may stand side by side, and if not, why, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from . import refusals, words
from .figure import Figure
from .languages import Language, language
from .period import Period

_NUMBERLESS = frozenset({"status", "vague"})


@dataclass(frozen=True)
class Obstacle:
    """One thing in which claims differ or that is not known of them, as a stable code, with what each of them has.

    `values` are codes or texts of the tables, each once, in order; none where it is not a matter of values.
    """

    code: str
    values: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """The reason in English."""
        return self.told(language("en"))

    def told(self, reader: Language) -> str:
        """The reason in the reader's language, with what differs where the reader can see it in a few words."""
        why = refusals.reason(self.code, reader)
        spoken = _SPOKEN.get(self.code)
        shown = [spoken(value, reader) if spoken else value for value in self.values]
        return reader.say("{reason} ({values})", reason=why, values=reader.together(shown)) if shown else why


@dataclass(frozen=True)
class Comparability:
    """Why the claims may not stand side by side, and what must be said beside them if they do."""

    obstacles: tuple[Obstacle, ...]
    cautions: tuple[Obstacle, ...] = ()

    def __bool__(self) -> bool:
        return not self.obstacles

    def told(self, reader: Language) -> str:
        """One sentence: that they may not be compared, and why; blank where they may."""
        if self:
            return ""
        why = reader.together([obstacle.told(reader) for obstacle in self.obstacles])
        return reader.say("These figures cannot be compared: {reasons}.", reasons=why)

    def warned(self, reader: Language) -> str:
        """One sentence: what to keep in mind when comparing them; blank where there is nothing or they may not be."""
        if not self or not self.cautions:
            return ""
        why = reader.together([caution.told(reader) for caution in self.cautions])
        return reader.say("Compare with care: {reasons}.", reasons=why)


def comparability(claims: Iterable[object], indicators: pd.DataFrame) -> Comparability:
    """Of rows of the query `claims`, whose indicators are among the rows of that table.

    Unit, what is counted, of whom, basis and measure must agree, and be known. One claim alone is always fit. What it
    includes or leaves out, and how long its period is, may differ, and are then told as cautions.
    """
    rows = list(claims)
    if len(rows) < 2:
        return Comparability(())
    named = indicators.set_index("indicator_id")
    counted = [_counted(row, named) for row in rows]
    obstacles = [
        *_differing("unit-differs", [unit for unit, _, _ in counted]),
        *_differing("outcome-differs", [outcome for _, outcome, _ in counted]),
        *_differing("population-differs", [whom for _, _, whom in counted]),
        *_differing("measure-differs", [_cell(row, "measure") for row in rows]),
        *_bases(rows),
        *([Obstacle("no-number")] if any(_is_numberless(row) for row in rows) else []),
    ]
    cautions = [
        *_differing("scope-differs", [_cell(row, "scope_note") for row in rows], is_quiet=True),
        *_lengths(rows),
    ]
    return Comparability(tuple(obstacles), tuple(cautions))


def _counted(row: object, indicators: pd.DataFrame) -> tuple[str, str, str]:
    """Unit, outcome and whom. A claim that narrows whom it counts counts no others."""
    name = _cell(row, "indicator_id")
    if name not in indicators.index:
        return _cell(row, "indicator_unit"), name, _cell(row, "population")
    kept = indicators.loc[name]
    return str(kept.unit), str(kept.outcome), _cell(row, "population") or str(kept.population)


def _differing(code: str, values: Sequence[str], *, is_quiet: bool = False) -> list[Obstacle]:
    once = tuple(sorted(set(values)))
    if len(once) < 2:
        return []
    return [Obstacle(code, () if is_quiet else tuple(value for value in once if value))]


def _bases(rows: Sequence[object]) -> list[Obstacle]:
    """A blank basis is none that could agree with another, not even with a blank one."""
    found = [_cell(row, "basis") for row in rows]
    return [Obstacle("basis-unknown")] if "" in found else _differing("basis-differs", found)


def _is_numberless(row: object) -> bool:
    return _cell(row, "measure") in _NUMBERLESS or not Figure.of(row).has_number


def _lengths(rows: Sequence[object]) -> list[Obstacle]:
    """Events of a year and of a week: the numbers differ though nothing else may. A level has no length."""
    days = {Period.of(row).days for row in rows if _cell(row, "measure") != "stock"}
    return [Obstacle("lengths-differ")] if len(days) > 1 or None in days else []


def _cell(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""


_SPOKEN: dict[str, Callable[[str, Language], str]] = {
    "basis-differs": lambda code, reader: words.basis(code, reader),
    "measure-differs": lambda code, reader: words.measures(reader).get(code, code),
}
