"""What dataset search engines read: schema.org and DCAT agree, every download answers, and no text breaks out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from browsing import Visitor
from factories import crisis, observation

from dashboard.server import create_server
from tracker.catalogue import Catalogue
from tracker.exports import linked
from tracker.store import Store
from tracker.tables import TABLES

SITE = "http://figures.test/"
CRISIS = crisis(title="</script><b>Aleppo", place_id="aleppo")


def test_the_dataset_says_what_it_is_of_when_and_where_and_under_which_licence(
    catalogue_of: Callable[..., Catalogue],
) -> None:
    said = linked.dataset(catalogue_of(observations=[observation()], crises=[CRISIS]), SITE)
    assert said["@type"] == ["Dataset", "dcat:Dataset"]
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["temporalCoverage"] == "2016-09-23/2016-09-28"
    assert said["spatialCoverage"] == ["Aleppo"]
    assert said["variableMeasured"] == ["Children killed"]
    assert 50 <= len(str(said["description"])) <= 5000  # what Google's dataset search takes


def test_no_claims_leave_coverage_out(catalogue_of: Callable[..., Catalogue]) -> None:
    said = linked.dataset(catalogue_of(), SITE)
    assert not {"temporalCoverage", "spatialCoverage", "dct:temporal"} & set(said)


def test_every_download_answers_with_the_type_it_promises(store: Callable[..., Store], tmp_path: Path) -> None:
    kept = store(observations=[observation()])
    visitor = Visitor(create_server(kept, built=tmp_path))
    downloads = linked.dataset(Catalogue.of(kept), SITE)["distribution"]
    for download in downloads:
        answer = visitor.get(download["contentUrl"].removeprefix("http://figures.test"))
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == download["encodingFormat"]


def test_no_title_can_end_the_script_it_stands_in(catalogue_of: Callable[..., Catalogue]) -> None:
    text = linked.script(catalogue_of(crises=[CRISIS]), SITE)
    assert "<" not in text
    assert json.loads(text)["keywords"] == ["</script><b>Aleppo"]


def test_the_data_page_carries_it_and_offers_every_download(store: Callable[..., Store], tmp_path: Path) -> None:
    visitor = Visitor(create_server(store(observations=[observation()]), built=tmp_path))
    page = visitor.get("/data").text
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    said = json.loads(text)
    assert said["url"] == "http://figures.test/data"
    offered = {address for address in re.findall(r'href="(/api/v1/[^"]+)"', page) if "feed." not in address}
    assert {one["contentUrl"].removeprefix("http://figures.test") for one in said["distribution"]} == offered
    forms = ("csv", "json", "jsonl", "xlsx", "parquet")
    assert offered >= {f"/api/v1/{table}.{form}" for table in TABLES for form in forms} | {"/api/v1/datapackage.zip"}


def test_the_page_about_the_addresses_loads_nothing_from_elsewhere(store: Callable[..., Store], tmp_path: Path) -> None:
    visitor = Visitor(create_server(store(observations=[observation()]), built=tmp_path))
    page = visitor.get("/api/docs").text
    files = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert not [one for one in files if one.startswith(("http", "//"))]
    assert {visitor.get(one).status_code for one in files if one.startswith("/")} == {200}
    assert "<script>" not in page
    start = next(one for one in files if one.endswith("start.js"))
    assert "validatorUrl: null" in visitor.get(start).text
