"""Collect the interface texts from the code into every message file, keeping the translations there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
MESSAGES = ROOT / "src/tracker/messages"
KEYWORDS = {"say": None, "say_many": (1, 2), "many": (1, 2)}  # the last is its short name in long lists
# What goes wrong on a page, with whoever does it beside it: `Language.told` says these.
ERRORS = dict.fromkeys(("TrackerError", "UnknownError", "RefusedError", "ChangedError"))
RAISED = {
    "src/tracker": ("review/**.py", "reading/article.py", "choices.py"),
    "dashboard": ("review/**.py",),
}


def template() -> Catalog:
    """Every text that the code hands to `Language.say` and `say_many` or to an error, with where it stands."""
    catalog = Catalog(project="humanitarian-figures-tracker", charset="utf-8")
    for folder, raised in RAISED.items():
        found = [*_texts(folder, ("**.py",), KEYWORDS), *_texts(folder, raised, ERRORS)]
        for name, _, message, _, _ in sorted(found, key=lambda text: (text[0], text[1])):
            where: Any = (f"{folder}/{name}", None)  # without the line, which moves with every change
            catalog.add(message, locations=[where])
    return catalog


def _texts(folder: str, files: Sequence[str], keywords: Mapping[str, Any]) -> Iterator[Any]:
    return extract_from_dir(str(ROOT / folder), [(file, "python") for file in files], keywords=keywords)


def updated(path: Path) -> Catalog:
    """The message file at `path` with the texts the code has today; texts no longer used are dropped."""
    with path.open(encoding="utf-8") as file:
        catalog = read_po(file, locale=path.stem)
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The texts that have no translation yet."""
    return [str(message.id) for message in catalog if message.id and not all(_strings(message.string))]


def _strings(string: str | Sequence[str] | None) -> Sequence[str]:
    return [string or ""] if string is None or isinstance(string, str) else string


def main() -> None:
    """Rewrite the message files and say what is left to translate."""
    for path in sorted(MESSAGES.glob("*.po")):
        catalog = updated(path)
        with path.open("wb") as file:
            write_po(file, catalog, width=110, sort_output=True, omit_header=False, no_location=False)
        left = missing(catalog)
        print(f"{path.name}: {len(catalog)} texts, {len(left)} without a translation", *left, sep="\n  ")


if __name__ == "__main__":
    main()
