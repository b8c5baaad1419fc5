"""What a claimant says of all its figures stands once wherever they are: page, card, image, table and citation."""

from __future__ import annotations

import csv
import io
import re

import pytest
from browsing import Visitor
from conftest import write
from factories import citation, document, headline, observation, organisation

from dashboard.server import create_server
from tracker import caveats, charts, series
from tracker.catalogue import Catalogue, Filter
from tracker.languages import language
from tracker.store import Store

FIRST, WHOLE = "OHCHR counts only what it verified.", "OHCHR counts only what it verified. The true number is higher."
ARABIC = "لا تعدّ المفوضية إلا ما تحققت منه."
ROWS = [
    observation("verified", claimant_id="ohchr", basis="verified", value=12),
    observation("reported", claimant_id="ohchr", basis="reported", value=90, period_end="2016-10-01"),
    observation("other", claimant_id="unicef", basis="verified", value=96),
]
KILLED = Filter(indicator=("children_killed",))


def caveat(name: str = "ohchr-verified", **cells: str) -> dict[str, str]:
    return {"caveat_id": name, "claimant_id": "ohchr", "basis": "verified", "text": WHOLE, "text_ar": ARABIC, **cells}


def folder(path, *told):
    return write(
        path / "data",
        observations=ROWS,
        citations=[citation("at", observation_id="verified", document_id="own")],
        documents=[document("own", publisher_id="ohchr", published_on="2016-09-29")],
        organisations=[
            organisation("ohchr", name="Office of the High Commissioner", short_name="OHCHR"),
            organisation("unicef"),
        ],
        headlines=[headline(indicator_id="children_killed", claimant_id="ohchr", basis="verified")],
        caveats=list(told),
    )


@pytest.fixture(scope="module")
def visitor(tmp_path_factory) -> Visitor:
    path = tmp_path_factory.mktemp("caveats")
    return Visitor(create_server(Store(folder(path, caveat())), built=path / "built"))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, {"verified"}),
        ({"basis": ""}, {"verified", "reported"}),
        ({"basis": "", "crisis_id": "aleppo-2016"}, {"verified", "reported"}),
        ({"crisis_id": "another-2020"}, set()),
        ({"outcome": "killed"}, {"verified"}),
        ({"outcome": "displaced"}, set()),
        ({"claimant_id": "unicef", "basis": ""}, {"other"}),
    ],
)
def test_a_caveat_goes_with_the_figures_of_its_claimant_basis_and_crisis(tmp_path, cells, expected):
    claims = Catalogue.of(Store(folder(tmp_path, caveat(**cells)))).rows("claims")
    assert set(claims[claims.caveat.notna()].observation_id) == expected


def test_several_stand_behind_each_other_and_arabic_only_where_all_are_in_it(tmp_path):
    more = caveat("z-more", basis="", text="Ages are not known.", text_ar="")
    claims = Catalogue.of(Store(folder(tmp_path, caveat(), more))).rows("claims").set_index("observation_id")
    assert claims.caveat["verified"] == f"{WHOLE} Ages are not known."
    assert language("ar").label(claims.loc["verified"], "caveat") == claims.caveat["verified"]
    assert claims.caveat["reported"] == "Ages are not known."


def test_each_is_told_once_for_all_the_figures_of_a_claimant(tmp_path):
    catalogue = Catalogue.of(Store(folder(tmp_path, caveat(basis="", text="Ages are not known."))))
    claims = catalogue.rows("claims", KILLED)
    assert caveats.told(claims.itertuples(), language("en")) == ("OHCHR on its figures: Ages are not known.",)
    assert caveats.brief(next(claims.itertuples()), language("en")) in {"Ages are not known.", ""}


def test_the_chart_tells_it_under_the_image_and_its_first_words_in_the_alt_text(tmp_path):
    catalogue = Catalogue.of(Store(folder(tmp_path, caveat())))
    said = charts.describe(series.select(catalogue, KILLED), language("en"))
    assert said.caveats == (WHOLE,) and WHOLE in said.notes
    assert said.alt.endswith(FIRST)
    none = charts.describe(
        series.select(catalogue, Filter(indicator=KILLED.indicator, claimant=("unicef",))), language("en")
    )
    assert none.caveats == () and FIRST not in none.alt


@pytest.mark.parametrize(
    "path",
    [
        "/indicator/children_killed",
        "/indicator/children_killed?by=compare",
        "/observation/verified",
        "/organisation/ohchr",
        "/place/eastern-aleppo",
        "/browse",
        "/changes?since=2016-09-01&until=2016-12-31",
        "/charts/children_killed.svg",
        "/cite/verified.txt",
    ],
)
def test_it_stands_wherever_the_figures_do(visitor, path):
    shown = " ".join(visitor.get(path).text.split())
    assert re.search(r"The true(\s|<[^>]*>)+number is higher", shown)


def test_a_card_has_its_first_words(visitor):
    assert FIRST in visitor.get("/crisis/aleppo-2016").text


def test_pages_of_other_figures_do_not_have_it(visitor):
    for path in ("/observation/other", "/observation/reported", "/organisation/unicef"):
        assert "The true number is higher." not in visitor.get(path).text
    assert "The true number is higher." not in visitor.get("/cite/other.txt").text


def test_arabic_pages_tell_it_in_arabic(visitor):
    assert ARABIC in visitor.get("/observation/verified?lang=ar").text


def test_every_row_of_a_download_has_it_and_the_table_can_be_had_whole(visitor):
    text = visitor.get("/api/v1/observations.csv?hxl=1&columns=observation_id,caveat").text
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == ["#meta+id+observation", "#description+caveat"]
    assert dict(rows[2:]) == {"verified": WHOLE, "reported": "", "other": ""}
    (row,) = visitor.get("/api/v1/caveats.json").json()["data"]
    assert (row["claimant_id"], row["basis"], row["text"]) == ("ohchr", "verified", WHOLE)
    data = visitor.get("/api/v1/observations.json?columns=observation_id,caveat").json()["data"]
    assert {"observation_id": "verified", "caveat": WHOLE} in data
