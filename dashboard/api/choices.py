"""What a query string may choose: the filters of the pages, each documented, and a slip never read as "everything"."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from tracker.catalogue import Catalogue, Filter
from tracker.catalogue.known import require
from tracker.choices import UNATTRIBUTED
from tracker.errors import UnknownError
from tracker.languages import Language, available, language
from tracker.vocabularies import BASIS, MEASURE, QUALIFIER

from ..state import chosen

LONGEST = 500  # characters of free text
MOST = 200  # values of one choice
Several = list[str]


def several(meaning: str) -> Several:
    """A parameter that takes several values."""
    given: Several = Field([], max_length=MOST, description=f"{meaning} Several: separated by commas, or repeated.")
    return given


class ChartChoices(BaseModel):
    """The filters of one indicator, and the language."""

    model_config = ConfigDict(extra="forbid")

    claimant: Several = several(f"Who claims it: an organisation's id, or {UNATTRIBUTED}.")
    place: Several = several("A place's id; places within it count too.")
    crisis: Several = several("A crisis's id.")
    publisher: Several = several("Who published a document that carries the claim.")
    measure: Several = several(f"{', '.join(MEASURE)}.")
    qualifier: Several = several(f"The hedge: {', '.join(QUALIFIER)}.")
    basis: Several = several(f"What was counted: {', '.join(BASIS)}.")
    observation: Several = several("A claim's id.")
    document: Several = several("A document's id.")
    since: str = Field("", description="Claims whose period reaches this day or later, such as 2016-09-01.")
    until: str = Field("", description="Claims whose period begins on this day or earlier.")
    as_of: str = Field("", description="Only what was known on this day.")
    q: str = Field("", max_length=LONGEST, description="Words that names or printed wording hold.")
    lang: str = Field("en", description="The language of words that are ours. The data stay as they are.")

    def filter(self, catalogue: Catalogue, **more: str) -> Filter:
        """The claims chosen. Raises TrackerError for a day that is none, UnknownError for an id that nothing has."""
        return require(catalogue, chosen(self.model_dump() | more))

    @property
    def language(self) -> Language:
        """The language to speak."""
        if self.lang not in available():
            raise UnknownError(f"there is no language {self.lang!r}: choose {', '.join(available())}")
        return language(self.lang)


class ClaimChoices(ChartChoices):
    """The filters of claims of any indicator."""

    indicator: Several = several("An indicator's id.")
