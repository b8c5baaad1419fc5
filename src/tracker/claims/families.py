"""Which organisations speak with one voice: those that belong to, or speak for, the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from .printed import text


@dataclass(frozen=True)
class Families:
    """Which organisations are one origin: those below one topmost organisation."""

    parents: Mapping[str, str]
    unnamed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalogue: Catalogue) -> Families:
        """The families that the rows of `organisations` state."""
        rows = list(catalogue.organisations.itertuples(index=False))
        return cls(
            {text(row, "organisation_id"): text(row, "parent_id") for row in rows},
            frozenset(text(row, "organisation_id") for row in rows if text(row, "kind") == "unnamed"),
        )

    def line(self, organisation: str) -> tuple[str, ...]:
        """The organisation and those above it, nearest first."""
        line = [organisation]
        while (parent := self.parents.get(line[-1], "")) and parent not in line:
            line.append(parent)
        return tuple(line)

    def top(self, organisation: str) -> str:
        """The organisation that the whole family belongs to."""
        return self.line(organisation)[-1]

    def are_one(self, one: str, other: str) -> bool:
        """Whether one speaks for the other, so that a difference is a matter of one claimant with itself."""
        return one in self.line(other) or other in self.line(one)

    def are_independent(self, one: str, other: str) -> bool:
        """Whether they are known to be two origins: of an unnamed group nobody can know that."""
        return self.top(one) != self.top(other) and not {one, other} & self.unnamed
