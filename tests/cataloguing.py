"""Short words for tests of catalogues."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
from factories import citation, document, observation

from tracker.catalogue import Catalogue
from tracker.store import Store

MakeCatalogue = Callable[..., Catalogue]


MakeStore = Callable[..., Store]


def only(frame: pd.DataFrame) -> Any:
    assert len(frame) == 1
    return next(frame.itertuples(index=False))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def journey(catalogue_of: MakeCatalogue) -> Catalogue:
    """UNICEF said it on the 28th; an outlet printed it on the 29th, a blog undated, and one denied it in October."""
    return catalogue_of(
        observations=[observation()],
        documents=[
            document("blog", publisher_id="blog", published_on=None),
            document("outlet", publisher_id="outlet", published_on="2016-09-29", language="fr"),
            document("origin", publisher_id="unicef", published_on="2016-09-28"),
            document("denier", publisher_id="outlet", published_on="2016-10-05"),
        ],
        citations=[
            citation("a", document_id="blog", role="echo", wording="nearly 100", attribution="none"),
            citation("b", document_id="outlet", role="echo", wording="96 enfants"),
            citation("c", document_id="origin", role="origin", wording="At least 96"),
            citation("d", document_id="denier", role="denial", wording="the alleged 96"),
        ],
    )


PARENTS = {"syria": None, "aleppo": "syria", "eastern-aleppo": "aleppo", "al-quds": "eastern-aleppo", "idlib": "syria"}
