"""The pages, each a module with PATH, TITLE, layout(catalogue, view, **names) and register(app, live)."""

from __future__ import annotations

import re
from types import ModuleType

from . import (
    about,
    browse,
    changes,
    data,
    document,
    feeds,
    home,
    indicator,
    indicators,
    observation,
    organisation,
    organisations,
    overview,
    place,
    places,
    quality,
    search,
)

PAGES: tuple[ModuleType, ...] = (
    home,
    overview,
    indicators,
    indicator,
    observation,
    organisations,
    organisation,
    places,
    place,
    document,
    about,
    data,
    browse,
    search,
    changes,
    quality,
    feeds,
)


def match(path: str) -> tuple[ModuleType, dict[str, str]] | None:
    """The page at a path and the names in it, such as `indicator_id`; None where there is no page."""
    for page in PAGES:
        found = re.fullmatch(re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", page.PATH), path)
        if found:
            return page, found.groupdict()
    return None
