"""What the names in a dossier stand for: organisations, places and indicators of our tables.

A name is looked up in the dossier's own `names.csv` first, then among the names and aliases of the tables. Of
"X (Y)" and "X via Y" the X is looked up, and Y becomes a note. A name that stays unresolved is an error.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError

LIST = " | "
PAGE_PARTS = {"address", "body", "headline", "lead", "page", "subheading", "text", "title"}  # what remarks begin with


@dataclass(frozen=True)
class Meaning:
    """The id a name stands for, and what a reader should know beside it.

    Of a publisher's document, also its kind, where that is special, and the organisation whose text it carries.
    """

    id: str
    note: str = ""
    kind: str = ""
    text_from: str = ""


class Names:
    """The names of one dossier, resolved through the tables in a data folder."""

    def __init__(self, data: Path, special: Path) -> None:
        """`special` is the dossier's own names.csv."""
        self.organisations = _table(data / "organisations.csv", "organisation_id")
        self.places = _table(data / "places.csv", "place_id")
        self.indicators = _table(data / "indicators.csv", "indicator_id")
        self._special = _special(special)
        self._organisations = _index(self.organisations, ("name", "short_name", "aliases"))
        self._places = _index(self.places, ("name", "aliases"))

    def publisher(self, printed: str) -> Meaning:
        """Who put a document out, and whose text it carries where brackets after the name say so."""
        if known := self._special.get(("publisher", printed)) or self._organisation(printed):
            return known
        base, wire = _bracketed(printed)
        owner, agencies = self._organisation(base), [self._organisation(part) for part in re.split(r"[,/]", wire)]
        if owner is None or None in agencies:
            raise self._unknown("publisher", printed)
        first, *others = [agency.id for agency in agencies if agency]
        also = ", ".join(self.organisations[other]["name"] for other in others)
        return Meaning(owner.id, f"Also carries text of {also}." if also else "", text_from=first)

    def source(self, printed: str) -> Meaning:
        """Whom a document names as the source, with the speaker in the note. Blank where it names nobody."""
        if not printed:
            return Meaning("")
        if known := self._special.get(("attributed_source", printed)) or self._organisation(printed):
            return known
        base, via = (part.strip() for part in printed.partition(" via ")[::2])
        if via and (owner := self._source(base)):
            return Meaning(owner.id, f"{owner.note} Through {self._full(via)}.".strip())
        base, speaker = _bracketed(printed)
        if owner := self._organisation(base):
            return Meaning(owner.id, f"Said by {speaker}.")
        raise self._unknown("attributed_source", printed)

    def place(self, printed: str) -> Meaning:
        """Where a figure holds."""
        if known := self._special.get(("place", printed)) or self._places.get(printed.casefold()):
            return known
        raise self._unknown("place", printed)

    def indicator(self, printed: str) -> str:
        """What is counted: the indicator the dossier's word was merged into, else the one of that id."""
        merged = self._special.get(("indicator", printed))
        found = merged.id if merged else printed
        if found not in self.indicators:
            raise self._unknown("indicator", printed)
        return found

    def population(self, printed: str, indicator: str) -> str:
        """Whom a figure counts, with words that mean the same made one; blank where it is the indicator's own."""
        known = self._special.get(("population", f"{indicator}: {printed}")) or self._special.get(
            ("population", printed)
        )
        found = known.id if known else printed
        return "" if found == self.indicators[indicator]["population"] else found

    def basis(self, claimant: str, indicator: str) -> str:
        """How the claimant is known to count this indicator, or all it counts; blank where the dossier is silent."""
        for key in (f"{claimant}: {indicator}", claimant, indicator):
            if known := self._special.get(("basis", key)):
                return known.id
        return ""

    def is_about_page(self, remark: str) -> bool:
        """Whether the dossier's own names say that a remark is about the document as a whole."""
        known = self._special.get(("remark", remark))
        return known is not None and known.kind == "document"

    def remark(self, printed: str) -> str:
        """A remark of the dossier as a sentence for readers."""
        if known := self._special.get(("remark", printed)):
            return known.note
        first = printed.split(" ")[0]
        text = f"The {printed}" if first in PAGE_PARTS else printed[0].upper() + printed[1:]
        return text if text.endswith((".", "?", "!")) else f"{text}."

    def special(self, column: str) -> list[tuple[str, Meaning]]:
        """The dossier's own entries for a column: merged indicators, named speakers, indicators kept apart."""
        return [(printed, meaning) for (kind, printed), meaning in self._special.items() if kind == column]

    def family(self, organisation: str) -> list[str]:
        """An organisation and those it belongs to, the nearest first."""
        found = []
        while organisation and organisation not in found:
            found.append(organisation)
            organisation = self.organisations[organisation]["parent_id"]
        return found

    def _source(self, printed: str) -> Meaning | None:
        return self._special.get(("attributed_source", printed)) or self._organisation(printed)

    def _organisation(self, printed: str) -> Meaning | None:
        name = printed.strip().removesuffix(" text").removesuffix(" service").casefold()
        return self._organisations.get(name)

    def _full(self, printed: str) -> str:
        found = self._organisation(printed)
        return self.organisations[found.id]["name"] if found else printed

    @staticmethod
    def _unknown(column: str, printed: str) -> DataError:
        remedy = "Add it to the aliases of what it means, or to the dossier's names.csv"
        return DataError("figures", f"{printed!r} is in no table", column=column, remedy=remedy)


def _table(path: Path, key: str) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def _index(table: dict[str, dict[str, str]], columns: tuple[str, ...]) -> dict[str, Meaning]:
    return {
        name.casefold(): Meaning(key)
        for key, row in table.items()
        for column in columns
        for name in row[column].split(LIST)
        if name
    }


def _special(path: Path) -> dict[tuple[str, str], Meaning]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["column"], row["printed"]): Meaning(row["id"], row["note"], row["kind"], row["text_from"])
            for row in csv.DictReader(file)
        }


def _bracketed(printed: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?) \(([^()]*)\)", printed)
    return (match[1], match[2]) if match else (printed, "")
