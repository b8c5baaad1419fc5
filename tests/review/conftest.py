"""A text that is read, and its review."""

from __future__ import annotations

import pytest
from factories import citation, observation
from review.texts import ABOUT, TEXT, WHO

from tracker import review
from tracker.catalogue import Catalogue
from tracker.reading import read_article
from tracker.review import Reviews
from tracker.store import Store


@pytest.fixture
def data(folder):
    """Tables that know UNICEF's claim, with the address under which it is known."""
    return Store(folder(observations=[observation(value_low=96, qualifier="at_least")], citations=[citation()]))


@pytest.fixture
def desk(data, tmp_path):
    """The reviews, and one of them confirmed."""
    reviews = Reviews(tmp_path / "reviews")
    kept = reviews.keep(review.begin(read_article(TEXT.encode()), Catalogue.of(data), **WHO))
    reviews.change(kept.id, lambda one: review.confirm(one, ABOUT, Catalogue.of(data), **WHO))
    return reviews
