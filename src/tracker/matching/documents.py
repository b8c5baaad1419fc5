"""The row of a document that is about to be entered a second time: found by its text, its address, or its title."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..catalogue import Catalogue
from ..claims.printed import text


def known_document(
    catalogue: Catalogue, *, sha256: str = "", url: str = "", title: str = "", publisher_id: str = ""
) -> object | None:
    """The document of the tables that this one is, if it stands there: a row of `documents`."""
    rows = list(catalogue.documents.itertuples(index=False))
    same_text = (row for row in rows if sha256 and text(row, "sha256") == sha256)
    same_page = (row for row in rows if _is_page(url) and _plain(text(row, "url")) == _plain(url))
    same_title = (
        row
        for row in rows
        if _letters(title)
        and text(row, "publisher_id") == publisher_id
        and _letters(text(row, "title")) == _letters(title)
    )
    return next((row for found in (same_text, same_page, same_title) for row in found), None)


def _is_page(url: str) -> bool:
    """An address that names a page and not only a site."""
    return len(urlsplit(url).path) > 1 or bool(urlsplit(url).query)


def _plain(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}".lower()


def _letters(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
