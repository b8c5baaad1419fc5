"""Which place lies within which, as the rows of `places` state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .printed import Labels, text


@dataclass(frozen=True)
class Places:
    """Which place holds which: `parents` maps a place to the smallest kept place around it."""

    parents: Mapping[str, str]

    @classmethod
    def of(cls, labels: Labels) -> Places:
        """The nesting that the rows of `places` state."""
        return cls({place: text(row, "parent_id") for place, row in labels.places.items()})

    def holds(self, whole: str, part: str) -> bool:
        """Whether `part` lies within `whole` and is not the same place."""
        seen = {part}
        while (parent := self.parents.get(part, "")) and parent not in seen:
            if parent == whole:
                return True
            seen.add(parent)
            part = parent
        return False
