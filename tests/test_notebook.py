"""A notebook sees the same frames from a folder and from a server, and shows charts."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pandas as pd
import pytest
from browsing import Visitor
from factories import citation, observation

import tracker
from dashboard.server import create_server
from tracker.errors import TrackerError
from tracker.notebook import Tables, remote
from tracker.store import Store
from tracker.tables import TABLES

ROWS = [
    observation("a", value=96, value_low=96, qualifier="at_least", note="NA", is_circulating=True),
    observation("b", value=30.5, claimant_id="sohr", period_start="2016-10-01", period_end="2016-10-03"),
    observation("c", value=None, qualifier="vague", claimant_id=None, period_start=None, period_end=None),
]


@pytest.fixture
def kept(store: Callable[..., Store]) -> Store:
    return store(observations=ROWS, citations=[citation("at-a", observation_id="a")])


@pytest.fixture
def local(kept: Store) -> Tables:
    return tracker.open(kept.folder)


@pytest.fixture
def served(kept: Store, tmp_path: Path) -> Tables:
    visitor = Visitor(create_server(kept, built=tmp_path))

    def fetch(address: str) -> bytes:
        answer = visitor.get(address.removeprefix("http://figures.test"))
        if answer.status_code != 200:
            raise TrackerError(answer.json()["detail"])
        return answer.content

    return Tables(remote.Server("http://figures.test/", fetch))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_the_same_frame_from_a_folder_and_from_a_server(local: Tables, served: Tables, table: str) -> None:
    here, there = getattr(local, table)(), getattr(served, table)()
    pd.testing.assert_frame_equal(here, there)
    assert set(map(str, here.dtypes)) <= {"str", "float64", "Int64", "datetime64[us]", "boolean"}


@pytest.mark.parametrize(
    "choices",
    [
        {"indicator": "children_killed", "as_of": "2016-10-01"},
        {"claimant": ["unicef", "sohr"], "sort": "-value", "columns": "value,qualifier,known_on"},
        {"claimant": "unattributed", "since": dt.date(2016, 1, 1)},
        {"text": "zzz"},
    ],
)
def test_choices_mean_the_same_from_both(local: Tables, served: Tables, choices: dict[str, str]) -> None:
    pd.testing.assert_frame_equal(local.observations(**choices), served.observations(**choices))


def test_the_hedge_stands_beside_the_number_and_blank_is_missing(local: Tables) -> None:
    rows = local.observations(sort="observation_id").set_index("observation_id")
    assert (rows.value["a"], rows.qualifier["a"], rows.note["a"]) == (96, "at_least", "NA")
    assert pd.isna(rows.value["c"]) and pd.isna(rows.period_end["c"]) and pd.isna(rows.claimant_id["c"])


def test_as_of_hides_what_became_known_later(kept: Store) -> None:
    kept.append({"observations": [observation("later", said_on="2016-11-01")]})
    rows = tracker.open(kept.folder).observations(indicator="children_killed", as_of="2016-10-01")
    assert [*rows.observation_id] == ["a"]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"claimant": "unisef"}, "there is no claimant 'unisef'. Did you mean 'unicef'"),
        ({"as_of": "yesterday"}, "as_of is 'yesterday', which is not a day"),
        ({"columns": "valeu"}, "there is no column 'valeu'"),
        ({"measure": "level"}, "there is no measure 'level'"),
        ({"colour": "red"}, "there is no choice 'colour'"),
    ],
)
def test_a_slip_is_said_in_the_same_words_from_both(
    local: Tables, served: Tables, choices: dict[str, str], words: str
) -> None:
    for tables in (local, served):
        with pytest.raises(TrackerError, match=words):
            tables.observations(**choices)


def test_a_chart_shows_in_a_notebook_and_is_kept_as_a_file(local: Tables, served: Tables, tmp_path: Path) -> None:
    here, there = (tables.chart("children_killed", claimant="unicef") for tables in (local, served))
    assert here._repr_svg_().startswith("<svg") and here.title == there.title
    assert here._repr_html_().startswith('<img src="data:image/svg+xml;base64,') and 'alt="' in here._repr_html_()
    here.save(tmp_path / "a.svg")
    there.save(tmp_path / "a.png")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == here.svg
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(TrackerError, match=r"must end in \.svg, \.png or \.pdf"):
        here.save(tmp_path / "a.gif")


def test_a_place_that_is_neither_folder_nor_tracker_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="is not a folder"):
        tracker.open(tmp_path / "nothing")
    with pytest.raises(TrackerError, match="cannot be reached"):
        tracker.open("http://127.0.0.1:9").places()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b'{"detail": "there is no place"}' if "ours" in self.path else b"<html>"
        self.send_response(422 if "ours" in self.path else 404)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def refusing() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_refusal_is_said_in_the_words_of_the_server(refusing: str) -> None:
    with pytest.raises(TrackerError, match=r"^there is no place$"):
        tracker.open(f"{refusing}/ours").places()
    with pytest.raises(TrackerError, match="answers 404: is it the address of a tracker"):
        tracker.open(f"{refusing}/theirs").places()


def test_importing_the_library_loads_nothing_heavy() -> None:
    script = "import sys; import tracker; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "duckdb", "babel", "tracker.notebook"} & set(loaded)
