"""A number of a sentence on its way to becoming a candidate."""

from __future__ import annotations

from dataclasses import dataclass

from .outcomes import OUTCOMES
from .packs import Trigger
from .quantities import Quantity
from .triggers import Hit

BUILT_HARM = frozenset({"destroyed", "damaged", "closed"})  # a bare number may be of buildings named before
NO_OUTCOME = "-"  # what the pack's triggers carry that say something else of people and things


@dataclass(slots=True)
class Counted:
    """The words after a number up to `last`. `population` is empty where no known noun was found."""

    last: int
    population: str = ""
    is_other_thing: bool = False  # villages, strikes: nothing that our outcomes befall
    is_unknown: bool = False  # a noun stands there, but no pack knows it
    refers_back: bool = False  # of them, others
    is_others: bool = False
    is_more: bool = False
    is_share: bool = False  # of the, of Gaza's: what follows describes the whole
    denominator: int = -1  # the token of a second number, as in 11 of 36 hospitals
    inner: Hit | None = None  # "14 deaths", "12 wounded soldiers": what happened stands inside

    @property
    def is_bare(self) -> bool:
        """Whether no noun stands there at all."""
        return not (self.population or self.is_unknown)


@dataclass(slots=True)
class Figure:
    """A number of a sentence on its way to becoming a candidate."""

    number: Quantity
    counted: Counted
    aside: int
    hedge_first: int  # where its hedge begins, else where the number does
    qualifier: str
    outcome: str = ""
    population: str = ""
    cost: float = 99.0
    rule: str = ""
    flag: str = ""
    hit: Hit | None = None
    host: int = -1  # the place of the figure that this one continues or is part of
    whole: Figure | None = None  # that figure, where this one also shares its time
    tier: str = "low"
    clause: range = range(0)  # the words between it and its verb that only say who is meant
    is_described: bool = False  # whether what befell them only describes those of whom something else is said
    rival: float = 99.0  # the least cost of a trigger that says something else of it

    def accepts(self, reading: Trigger) -> bool:
        """Whether what a trigger says can befall what this number counts."""
        if reading.outcome == NO_OUTCOME:
            return True
        if not self.population or self.counted.is_others:
            return not reading.only and ("people" in OUTCOMES[reading.outcome].befalls or reading.outcome in BUILT_HARM)
        return self.population in (reading.only or OUTCOMES[reading.outcome].befalls)

    @property
    def is_status(self) -> bool:
        """Whether no number was printed at all, but "the last" or "no"."""
        return self.number.is_word

    @property
    def wording_last(self) -> int:
        """Where the words end that are shown: the number, or for a statement without one all that it says."""
        if not self.is_status:
            return self.number.last
        return max(self.counted.last, self.hit.last if self.hit else 0)

    @property
    def last(self) -> int:
        """Where its words end: the noun, and the verb of which it is the subject."""
        is_subject = self.hit is not None and self.rule == "subject"
        return max(self.counted.last, self.hit.last) if is_subject and self.hit else self.counted.last
