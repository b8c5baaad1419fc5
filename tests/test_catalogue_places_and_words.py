"""Claims are found by the places around theirs, and by the words of names and printed texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from cataloguing import PARENTS
from conftest import write
from factories import citation, document, observation, organisation, place

from tracker.catalogue import Catalogue, Filter
from tracker.store import Store

MakeCatalogue = Callable[..., Catalogue]


# Places


def test_a_place_includes_all_that_lies_below_it(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation(name, place_id=name) for name in PARENTS],
        places=[place(name, parent_id=parent) for name, parent in PARENTS.items()],
    )
    found = made.rows("claims", Filter(place=("aleppo",)))
    assert set(found.observation_id) == {"aleppo", "eastern-aleppo", "al-quds"}


def test_places_that_lie_in_each_other_in_a_circle_are_read_all_the_same(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation("a", place_id="east")],
        places=[place("east", parent_id="west"), place("west", parent_id="east")],
    )
    assert len(made.rows("claims", Filter(place=("west",)))) == 1


def test_a_claim_of_a_place_nobody_has_described_is_still_found_by_it(folder: Callable[..., Path]) -> None:
    data = folder(observations=[observation("a", place_id="idlib")])
    header = (data / "places.csv").read_text(encoding="utf-8").splitlines()[0]
    (data / "places.csv").write_text(header + "\n", encoding="utf-8")
    assert len(Catalogue.of(Store(data)).rows("claims", Filter(place=("idlib",)))) == 1


# Words


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    rows = {
        "observations": [observation("a"), observation("b", indicator_id="children_injured", place_id="idlib")],
        "organisations": [organisation("unicef", name="United Nations Children's Fund", short_name="UNICEF")],
        "places": [place(aliases="Aleppo al-Sham")],
        "citations": [
            citation("1", observation_id="a", wording="أطفال قُتلوا"),
            citation("2", observation_id="b", wording="Dozens of children, 100% of them"),
        ],
        "documents": [document(title=None)],
    }
    return Catalogue.of(Store(write(tmp_path_factory.mktemp("words") / "data", **rows)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CHILDREN killed", {"a"}),
        ("unicef", {"a", "b"}),
        ("children's fund", {"a", "b"}),
        ("قُتلوا", {"a"}),
        ("dozens", {"b"}),
        ("dozens killed", set()),
        ("Sham", {"a"}),
        ("100%", {"b"}),
        ("%", {"b"}),
        ("_", {"a", "b"}),
        ("'", {"a", "b"}),
        ("   ", {"a", "b"}),
    ],
)
def test_a_text_finds_claims_by_names_and_printed_words(worded: Catalogue, text: str, found: set[str]) -> None:
    assert set(worded.rows("claims", Filter(text=text)).observation_id) == found


def test_words_printed_later_do_not_lead_to_a_claim_as_of_a_day(catalogue_of: MakeCatalogue) -> None:
    made = catalogue_of(
        observations=[observation("a", said_on="2016-09-20")],
        documents=[document(published_on="2016-10-01")],
        citations=[citation(observation_id="a", wording="a massacre")],
    )
    assert len(made.rows("claims", Filter(text="massacre"))) == 1
    assert made.rows("claims", Filter(text="massacre", as_of=dt.date(2016, 9, 25))).empty
