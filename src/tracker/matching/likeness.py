"""Whether a figure in a text repeats a claim: by claimant, number, place and time, each with the reason it gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..claims.compatibility import Claim
from ..claims.families import Families
from ..claims.nesting import Places
from ..claims.printed import text
from ..claims.rounding import is_rounding
from ..period import day
from .proposed import Proposed
from .reasons import Because, Code

LEVEL_DAYS = 90  # a level is repeated for as long as nobody has a newer one
EVENT_DAYS = 3  # between two accounts of the same events
EARLY_DAYS = 3  # an echo may be dated a little before the origin we know
_WORD = re.compile(r"[^\W\d_]{5,}")
Grade = tuple[int, Because]  # how far it is from the same (0), and why


@dataclass(frozen=True)
class Likeness:
    """How near a claim is to a figure: `order` sorts the nearest first."""

    claim: Claim
    because: tuple[Because, ...]
    order: tuple[int, ...]


@dataclass(frozen=True)
class Likenesses:
    """Compares one figure with claims. `wordings` are the words in which documents carry each claim."""

    proposed: Proposed
    places: Places
    families: Families
    wordings: dict[str, list[str]]

    def of(self, claim: Claim, *, is_carried: bool) -> Likeness | None:
        """The likeness of a claim with the same subject; None where it is another claim."""
        numbers, claimant = self._numbers(claim), self._claimant(claim)
        place, time = self.place(claim), self._time(claim)
        if not (numbers and claimant and place and time) or not self._was_known(claim):
            return None
        if numbers[0] and self.proposed.figure.qualifier == "exact" and time[1].code is Code.OTHER_PERIOD:
            return None  # 30 for another day is another figure, not 35 rounded
        is_named = claimant[1].code is Code.SAME_CLAIMANT
        if not is_named and not is_carried and (numbers[0] or not self._is_sure(claim, place, time)):
            return None
        shared = self._shared(claim)
        grades = [claimant, *self._subject(claim), numbers, place, time]
        words = [Because(Code.SHARED_WORDS, claim.row, shared)] if shared else []
        carried = [Because(Code.CARRIED, claim.row)] if is_carried else []
        distance = sum(grade for grade, _ in grades)
        order = (0 if is_carried else 1, claimant[0], len(grades), distance, -len(shared), self._distance(claim))
        return Likeness(claim, (*carried, *(why for _, why in grades), *words), order)

    def place(self, claim: Claim) -> Grade | None:
        """How the places lie to one another; None where they are two."""
        ours, theirs = self.proposed.place_id, claim.place_id
        if ours == theirs:
            return 0, Because(Code.SAME_PLACE, claim.row)
        if not ours:
            return 2, Because(Code.PLACE_UNSAID, claim.row)
        if self.places.holds(ours, theirs):
            return 1, Because(Code.PLACE_AROUND, claim.row)
        return (1, Because(Code.PLACE_WITHIN, claim.row)) if self.places.holds(theirs, ours) else None

    def _numbers(self, claim: Claim) -> Grade | None:
        ours, theirs = self.proposed.figure, claim.figure
        if ours.has_number != theirs.has_number:
            return None
        if not ours.has_number:
            return self._words(claim)
        if ours.numbers & theirs.numbers:
            return 0, Because(Code.SAME_NUMBER, claim.row)
        pairs = zip(sorted(theirs.numbers), sorted(ours.numbers), strict=False)
        is_rounded = len(ours.numbers) == len(theirs.numbers) and all(
            is_rounding(number, printed, ours.qualifier) for number, printed in pairs
        )
        return (1, Because(Code.ROUNDED, claim.row)) if is_rounded else None

    def _words(self, claim: Claim) -> Grade | None:
        if "status" in {self.proposed.measure, claim.measure}:
            is_same = self.proposed.measure == claim.measure
            return (0, Because(Code.SAME_STATE, claim.row)) if is_same else None
        shared = self.proposed.wording.casefold()
        is_printed = any(
            shared and shared in wording.casefold() for wording in self.wordings.get(claim.observation_id, ())
        )
        return (0, Because(Code.SAME_WORDS, claim.row, (self.proposed.wording,))) if is_printed else None

    def _claimant(self, claim: Claim) -> Grade | None:
        ours = self.proposed.claimant_id
        if getattr(claim.row, "is_circulating", False) or not claim.claimant_id:
            return (1, Because(Code.CIRCULATING, claim.row)) if not ours else None
        if not ours:
            return 2, Because(Code.NOBODY_NAMED, claim.row)
        return (0, Because(Code.SAME_CLAIMANT, claim.row)) if self.families.are_one(ours, claim.claimant_id) else None

    def _subject(self, claim: Claim) -> list[Grade]:
        if claim.indicator_id == self.proposed.indicator_id:
            return []
        return [(1, Because(Code.OTHER_SUBJECT, claim.row))]

    def _time(self, claim: Claim) -> Grade | None:
        ours, theirs = self.proposed.period, claim.period
        if not (ours.start or ours.end):
            return (1, Because(Code.PERIOD_UNSAID, claim.row)) if self._is_recent(claim) else None
        if not (theirs.start or theirs.end):
            return 2, Because(Code.OTHER_PERIOD, claim.row)
        if (ours.start, ours.end) == (theirs.start, theirs.end):
            return 0, Because(Code.SAME_PERIOD, claim.row)
        near = LEVEL_DAYS if self.proposed.is_level else EVENT_DAYS
        return (1, Because(Code.OTHER_PERIOD, claim.row)) if self._distance(claim) <= near else None

    def _is_recent(self, claim: Claim) -> bool:
        """Whether a report that gives no period may still mean it; a claim without any day may be meant at any time."""
        told = claim.period.end or claim.period.start or day(getattr(claim.row, "known_on", None))
        published = self.proposed.published_on
        return told is None or published is None or abs((published - told).days) <= LEVEL_DAYS

    def _is_sure(self, claim: Claim, place: Grade, time: Grade) -> bool:
        """Of a figure that names nobody: a round one on everybody's lips, or the same words of the same day."""
        if getattr(claim.row, "is_circulating", False):
            return True
        if not claim.figure.has_number:
            return time[0] < 2
        is_of_day = time[1].code is Code.SAME_PERIOD and self.proposed.period.days is not None
        return is_of_day or (place[0] == 0 and time[0] == 0)

    def _was_known(self, claim: Claim) -> bool:
        known, published = day(getattr(claim.row, "known_on", None)), self.proposed.published_on
        return known is None or published is None or known <= published + dt.timedelta(days=EARLY_DAYS)

    def _distance(self, claim: Claim) -> int:
        """Days between the ends of the two periods, or between starts and ends where that is less."""
        ours, theirs = self.proposed.period, claim.period
        if self.proposed.period.overlaps(theirs):
            return 0
        gaps = [
            abs((one - other).days)
            for one in (ours.start, ours.end, None if ours.start or ours.end else self.proposed.published_on)
            for other in (theirs.start, theirs.end)
            if one and other
        ]
        return min(gaps, default=10_000)

    def _shared(self, claim: Claim) -> tuple[str, ...]:
        """The longer words that the sentence shares with those who carried the claim, beside what both count."""
        theirs = " ".join([*self.wordings.get(claim.observation_id, ()), claim.scope])
        taken = _words([text(claim.row, "indicator_label"), text(claim.row, "place_name")])
        shared = (_words([self.proposed.sentence]) & _words([theirs])) - taken
        return tuple(sorted(shared)) if len(shared) > 1 else ()  # one may be any word


def _words(texts: Iterable[str]) -> set[str]:
    return {word for line in texts for word in _WORD.findall(line.casefold())}
