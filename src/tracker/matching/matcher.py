"""What a figure is to the claims that are known: a further citation of one, a newer figure, a rival, or new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from types import SimpleNamespace

from ..catalogue import Catalogue
from ..claims import distortion, journey
from ..claims.compatibility import Claim, Result
from ..claims.distortion import Distortion
from ..claims.families import Families
from ..claims.nesting import Places
from ..claims.printed import Printed, text
from ..claims.rivals import Witnesses
from .citing import citation_cells
from .likeness import Likeness, Likenesses
from .proposed import Proposed
from .reasons import Because, Code
from .subjects import Subjects

MOST = 4  # claims of one kind that a reviewer is shown


class Kind(StrEnum):
    """What a figure is to a claim."""

    ECHO = "echo"
    REVISION = "revision"
    RIVAL = "rival"
    NEW = "new"


@dataclass(frozen=True)
class Match:
    """A figure beside one claim. `claim` is its row of the query `claims`, and None for a new figure.

    `citation_id` is the citation by which this very document carries the claim already, if it does.
    `change` is how it would replace the claim, from our vocabulary of changes.
    """

    kind: Kind
    because: tuple[Because, ...]
    claim: object = field(default=None, compare=False, repr=False)
    citation_id: str = ""
    distortions: tuple[Distortion, ...] = ()
    change: str = ""

    @property
    def observation_id(self) -> str:
        """The claim's name; empty for a new figure."""
        return text(self.claim, "observation_id")


class Matcher:
    """Compares figures with one version of the tables."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.labels = journey.labels_of(catalogue)
        self.families = Families.of(catalogue)
        self.subjects = Subjects.of(catalogue)
        rows = catalogue.rows("claims")
        self._witnesses = Witnesses(rows)
        self._claims: dict[str, list[Claim]] = {}
        self.rows: dict[str, object] = {}  # of the query `claims`, by the name of the claim
        for row in rows.itertuples(index=False):
            self.rows[text(row, "observation_id")] = row
            self._claims.setdefault(text(row, "indicator_id"), []).append(Claim.of(row))
        self._wordings: dict[str, list[str]] = {}
        self._carried: dict[tuple[str, str], list[str]] = {}
        for row in catalogue.citations.itertuples(index=False):
            claim, document = text(row, "observation_id"), text(row, "document_id")
            self._wordings.setdefault(claim, []).append(text(row, "wording"))
            self._carried.setdefault((document, claim), []).append(text(row, "citation_id"))

    def matches(self, proposed: Proposed) -> tuple[Match, ...]:
        """What the figure is, the likeliest first; the last says that it is new, with what stands beside it."""
        if not proposed.indicator_id:
            return (Match(Kind.NEW, (Because(Code.NO_INDICATOR),)),)
        echoes = [self._echo(proposed, found) for found in self._likenesses(proposed)[:MOST]]
        revisions = [] if echoes else list(self._revisions(proposed))[:1]
        rivals = list(self._rivals(proposed))[:MOST]
        nothing = () if echoes or revisions or rivals else (Because(Code.NOTHING_LIKE_IT),)
        return (*echoes, *revisions, *rivals, Match(Kind.NEW, nothing))

    def distortions(self, proposed: Proposed, claim: object) -> tuple[Distortion, ...]:
        """What the document would change in the claim, were it filed as a citation of it."""
        cells = citation_cells(proposed, claim, self.labels, self.families)
        citation = SimpleNamespace(**cells, wording=proposed.wording)
        printed = Printed.of_citation(citation, Printed.of_claim(claim, self.labels), self.labels)
        travelled = journey.journey(self.catalogue, text(claim, "observation_id"))
        forms = (printed, printed) if travelled.is_circulating else (travelled.start, printed)
        return distortion.in_citation(citation, claim, forms, self.labels)

    def carried_by(self, document_id: str, observation_id: str) -> str:
        """The citation by which a document carries a claim; empty where it does not."""
        return next(iter(self._carried.get((document_id, observation_id), ())), "")

    def _likenesses(self, proposed: Proposed) -> list[Likeness]:
        likenesses = Likenesses(proposed, Places.of(self.labels), self.families, self._wordings)
        found = (
            likenesses.of(claim, is_carried=bool(self.carried_by(proposed.document_id, claim.observation_id)))
            for claim in self._kin(proposed)
        )
        return sorted((one for one in found if one), key=lambda one: (one.order, one.claim.observation_id))

    def _kin(self, proposed: Proposed) -> Iterator[Claim]:
        for indicator_id in self.subjects.kin(proposed.indicator_id):
            yield from self._claims.get(indicator_id, ())

    def _echo(self, proposed: Proposed, found: Likeness) -> Match:
        row = found.claim.row
        return Match(
            Kind.ECHO,
            found.because,
            claim=row,
            citation_id=self.carried_by(proposed.document_id, found.claim.observation_id),
            distortions=self.distortions(proposed, row),
        )

    def _revisions(self, proposed: Proposed) -> Iterator[Match]:
        """The newest figure of the same count by the same claimant, where this one goes on from it."""
        ours = proposed.claim()
        claims = [
            claim
            for claim in self._claims.get(proposed.indicator_id, ())
            if proposed.claimant_id
            and self.families.are_one(claim.claimant_id, proposed.claimant_id)
            and claim.place_id == ours.place_id
            and (claim.measure, claim.population, claim.scope) == (ours.measure, ours.population, ours.scope)
            and claim.figure.has_number
            and ours.figure.has_number
            and not text(claim.row, "superseded_by")
        ]
        for claim in sorted(claims, key=lambda one: str(one.period.end or ""), reverse=True):
            change = _change(ours, claim)
            if change:
                when = Code.SAME_PERIOD if change == "revision" else Code.LATER
                codes = (Code.SAME_CLAIMANT, Code.SAME_PLACE, when, Code.OTHER_NUMBER)
                yield Match(Kind.REVISION, tuple(Because(code, claim.row) for code in codes), claim.row, change=change)

    def _rivals(self, proposed: Proposed) -> Iterator[Match]:
        """The claims of others about the same, those that cannot also be true first."""
        ours = proposed.claim()
        if not ours.claimant_id:
            return
        found = list(self._witnesses.rivals(ours, self.families))
        for rival in sorted(found, key=lambda one: one.verdict.result is not Result.INCOMPATIBLE):
            code = Code.NOT_BOTH if rival.verdict.result is Result.INCOMPATIBLE else Code.BOTH_TRUE
            yield Match(Kind.RIVAL, (Because(code, rival.claim.row),), rival.claim.row)


def _change(ours: Claim, claim: Claim) -> str:
    """How a figure goes on from a claim of the same source: restated for the same time, or a newer one of its count."""
    if ours.period.end is None or claim.period.end is None:
        return ""
    if (ours.period.start, ours.period.end) == (claim.period.start, claim.period.end):
        return "revision"
    is_count = ours.measure == "stock" or (ours.measure == "cumulative" and ours.period.start == claim.period.start)
    return "update" if is_count and ours.period.end > claim.period.end else ""
