"""The lists that fields are chosen from: rows of the tables by name, and codes in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from tracker import words
from tracker.catalogue import Catalogue
from tracker.claims.printed import text
from tracker.languages import Language
from tracker.review import reading_languages
from tracker.vocabularies import DATE_PRECISION, DOCUMENT_KIND, ORGANISATION_KIND, PLACE_KIND, PUBLISHED_ON_BASIS, ROLE

from ..components import choice_names, kinds

Pairs = list[tuple[str, str]]


def organisations(catalogue: Catalogue, language: Language) -> Pairs:
    """Everybody in the tables, by the name charts show."""
    rows = catalogue.organisations.itertuples(index=False)
    return _sorted(
        (text(row, "organisation_id"), language.label(row, "short_name") or language.label(row, "name")) for row in rows
    )


def places(catalogue: Catalogue, language: Language) -> Pairs:
    """Every place."""
    rows = catalogue.places.itertuples(index=False)
    return _sorted((text(row, "place_id"), language.label(row, "name")) for row in rows)


def indicators(catalogue: Catalogue, language: Language) -> Pairs:
    """Every indicator."""
    rows = catalogue.indicators.itertuples(index=False)
    return _sorted((text(row, "indicator_id"), language.label(row, "label")) for row in rows)


def crises(catalogue: Catalogue, language: Language) -> Pairs:
    """Every crisis."""
    rows = catalogue.crises.itertuples(index=False)
    return _sorted((text(row, "crisis_id"), language.label(row, "title")) for row in rows)


def measures(language: Language) -> Pairs:
    """The measures."""
    return list(words.measures(language).items())


def qualifiers(language: Language) -> Pairs:
    """The hedges."""
    return list(choice_names.qualifiers(language).items())


def bases(language: Language) -> Pairs:
    """What may have been counted."""
    return list(words.bases(language).items())


def precisions(language: Language) -> Pairs:
    """How finely a period may be dated."""
    say = language.say
    names = {"day": say("day"), "week": say("week"), "month": say("month"), "year": say("year")}
    return [(code, names[code]) for code in DATE_PRECISION]


def roles(language: Language) -> Pairs:
    """What a document may do with a claim."""
    say = language.say
    names = {
        "origin": say("makes it: the claimant’s own"),
        "echo": say("repeats it"),
        "denial": say("quotes it to deny it"),
    }
    return [(code, names[code]) for code in ROLE]


def document_kinds(language: Language) -> Pairs:
    """The sorts of document."""
    return [(code, kinds.document(code, language)) for code in DOCUMENT_KIND]


def organisation_kinds(language: Language) -> Pairs:
    """The sorts of organisation."""
    return [(code, kinds.organisation(code, language)) for code in ORGANISATION_KIND]


def place_kinds(language: Language) -> Pairs:
    """The sorts of place."""
    return [(code, kinds.place(code, language)) for code in PLACE_KIND]


def datings(language: Language) -> Pairs:
    """How a day of publication can be known."""
    printed = language.say("date printed on the page")
    return [(code, kinds.dating(code, language) or printed) for code in PUBLISHED_ON_BASIS]


def languages(language: Language) -> Pairs:
    """The languages that texts can be read in, by their names in the reader's."""
    return [(code, str(Locale.parse(code).get_display_name(language.locale))) for code in reading_languages()]


def _sorted(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return sorted(pairs, key=lambda pair: pair[1].casefold())
