"""What a reader has chosen, as SQL conditions with bound values. Nothing chosen means no condition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Values = dict[str, object]

# How each choice limits the claims `o`. {list} becomes the bound names of the values chosen.
_CITED = "o.observation_id in (select c.observation_id from cited as c where {{known}} and c.{column} in ({{list}}))"
_CHOICES = {
    "crisis": "o.crisis_id in ({list})",
    "indicator": "o.indicator_id in ({list})",
    "claimant": "coalesce(o.claimant_id, 'unattributed') in ({list})",
    "place": "o.place_id in (select a.place_id from place_ancestors as a where a.ancestor_id in ({list}))",
    "publisher": _CITED.format(column="publisher_id"),
    "measure": "o.measure in ({list})",
    "qualifier": "o.qualifier in ({list})",
    "basis": "o.basis in ({list})",
    "observation": "o.observation_id in ({list})",
    "document": _CITED.format(column="document_id"),
}
# A period counts from its first known day to its last; a claim without any counts on the day it became known.
_DATES = {
    "since": "coalesce(o.period_end, o.period_start, o.known_on) >= cast($since as date)",
    "until": "coalesce(o.period_start, o.period_end, o.known_on) <= cast($until as date)",
    "as_of": "o.known_on <= cast($as_of as date)",
}
# How a choice of documents limits the citations `c` themselves, where those are listed and not their claims.
_CARRIED = {"publisher": "c.publisher_id in ({list})", "document": "c.document_id in ({list})"}
KNOWN = "(cast($as_of as date) is null or c.known_on <= cast($as_of as date))"
_TEXT = (
    "(o.observation_id in (select s.observation_id from searchable as s where strpos(s.names, ${word}) > 0)"
    " or o.observation_id in (select c.observation_id from cited as c"
    " where {known} and strpos(lower(c.wording), ${word}) > 0))"
)


@dataclass(frozen=True)
class Filter:
    """A selection of claims. Several values of one choice mean any of them; several choices mean all of them.

    A place includes every place below it. The claimant `unattributed` is a figure attributed to nobody. `since` and
    `until` are both included and keep each period that touches them. `as_of` hides what became known after that day.
    `text` keeps claims whose names or printed words hold each of its words.
    """

    crisis: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    claimant: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    observation: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    as_of: dt.date | None = None
    text: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """The choices as an address says them, in one order, with commas between several values of one."""
        said = [(name, ",".join(getattr(self, name))) for name in _CHOICES]
        said += [(name, str(getattr(self, name) or "")) for name in _DATES]
        return [(name, text) for name, text in [*said, ("q", self.text)] if text]

    def conditions(self, skip: tuple[str, ...] = ()) -> str:
        """The SQL condition on `o`, without the choices to skip. Values stand in it by name only."""
        parts = [*self._chosen(skip), *self._dated(skip), *self._worded(skip)]
        return " and ".join(parts) or "true"

    def carried(self) -> str:
        """The SQL condition on `c` that keeps the citations in documents that were chosen."""
        chosen = [text.format(list=self._bound(name)) for name, text in _CARRIED.items() if getattr(self, name)]
        return " and ".join(chosen) or "true"

    def values(self) -> Values:
        """Every value by the name it is bound to."""
        bound: Values = {"since": self.since, "until": self.until, "as_of": self.as_of}
        for name in _CHOICES:
            bound |= {f"{name}_{n}": value for n, value in enumerate(getattr(self, name))}
        return bound | {f"text_{n}": word for n, word in enumerate(self._words())}

    def _chosen(self, skip: tuple[str, ...]) -> list[str]:
        return [
            condition.format(known=KNOWN, list=self._bound(name))
            for name, condition in _CHOICES.items()
            if getattr(self, name) and name not in skip
        ]

    def _bound(self, name: str) -> str:
        return ", ".join(f"${name}_{n}" for n in range(len(getattr(self, name))))

    def _dated(self, skip: tuple[str, ...]) -> list[str]:
        return [text for name, text in _DATES.items() if getattr(self, name) is not None and name not in skip]

    def _worded(self, skip: tuple[str, ...]) -> list[str]:
        if "text" in skip:
            return []
        return [_TEXT.format(known=KNOWN, word=f"text_{n}") for n in range(len(self._words()))]

    def _words(self) -> list[str]:
        return self.text.lower().split()
