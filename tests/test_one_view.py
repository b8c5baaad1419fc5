"""Two hundred views, each in every form: the same number, hedge, period and claimant wherever a figure is taken."""

from __future__ import annotations

import csv
import io
import random
import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from browsing import Visitor
from python_calamine import CalamineWorkbook
from shipped import DATA

from dashboard import state
from dashboard.components import claim_table
from dashboard.components.chart import chart
from dashboard.first_paint import html_of
from dashboard.server import create_server
from dashboard.state import chosen
from tracker import charts, series, words
from tracker.catalogue import Catalogue
from tracker.figure import Figure
from tracker.languages import Language, language
from tracker.period import Period
from tracker.store import Store

VIEWS, PARTS, SEED, MOST = 200, 4, 20160928, 12
WHOLE = 25  # of so many views one is asked for as a whole page, which takes longest
NUMBERS = ("value", "value_low", "value_high")
SAID = ("observation_id", "qualifier", "period_start", "period_end", "claimant_id")
BIDI = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True)
class View:
    """The choices of one view, its language, and the claims that the library finds for it."""

    indicator: str
    query: dict[str, str]
    rows: tuple[object, ...]
    reader: Language

    def address(self, path: str, **more: str) -> str:
        return f"{path}?{urlencode({**self.query, **more})}"

    @property
    def spoken(self) -> dict[str, str]:
        return {} if self.reader.code == "en" else {"lang": self.reader.code}


@pytest.fixture(scope="module")
def record() -> Catalogue:
    return Catalogue.of(Store(DATA))


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(create_server(Store(DATA), built=tmp_path_factory.mktemp("built")))


def views(record: Catalogue, part: int) -> list[View]:
    """Views around claims drawn at random, so that none is empty; the same each time."""
    draw = random.Random(SEED + part)
    claims = {row.observation_id: row for row in record.rows("claims").itertuples(index=False)}
    ids = sorted(claims)
    return [_around(record, claims[draw.choice(ids)], draw) for _ in range(VIEWS // PARTS)]


def _around(record: Catalogue, row: Any, draw: random.Random) -> View:
    known = {} if row.known_on is None or row.known_on != row.known_on else {"as_of": f"{row.known_on:%Y-%m-%d}"}
    ways = [
        {"claimant": row.claimant_id if isinstance(row.claimant_id, str) else "unattributed"},
        {"place": row.place_id},
    ]
    ways += [known, {"qualifier": row.qualifier}, {"measure": row.measure}, {"basis": row.basis}]
    query = {key: one for way in draw.sample(ways, draw.randint(1, 3)) for key, one in way.items() if one}
    reader = language(draw.choice(["en", "en", "ar"]))
    found = _found(record, row.indicator_id, query)
    if len(found) > MOST:
        query |= {"observation": row.observation_id}
        found = _found(record, row.indicator_id, query)
    return View(row.indicator_id, query, found, reader)


def _found(record: Catalogue, indicator: str, query: dict[str, str]) -> tuple[object, ...]:
    return tuple(record.rows("claims", chosen({**query, "indicator": indicator})).itertuples(index=False))


def told(row: object, reader: Language) -> tuple[str, str, str]:
    """Figure with its hedge, period and claimant, in words."""
    wording, unit = (one if isinstance(one, str) else "" for one in (row.wording, row.indicator_unit))  # type: ignore[attr-defined]
    return (
        words.figure(Figure.of(row), reader, wording=wording, unit=unit),
        words.period(Period.of(row), row.measure, reader),  # type: ignore[attr-defined]
        words.claimant(row, reader),
    )


def numbers(row: object) -> dict[str, str]:
    """The same as data, as texts: whole numbers without a point, days as ISO, blank where nothing is known."""

    def cell(value: object) -> str:
        if value is None or value != value:
            return ""
        if isinstance(value, float):
            return f"{value:g}" if value % 1 else str(int(value))
        return str(value)[:10] if hasattr(value, "year") else str(value)

    return {name: cell(getattr(row, name)) for name in (*SAID, *NUMBERS)}


def plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).translate(BIDI).split())


@cache
def _tags(kind: str) -> re.Pattern[str]:
    return re.compile(rf"<{kind}\b[^>]*>(.*?)</{kind}>", re.S)


def texts(kind: str, page: str) -> list[str]:
    return [plain(found) for found in _tags(kind).findall(page)]


def table(page: str) -> dict[str, str]:
    """The rows of a page's table of claims, as words, by the claim that they lead to."""
    (body,) = re.findall(r'<table class="claims">.*?<tbody>(.*?)</tbody>', page, re.S)
    rows = re.findall(r"<tr[^>]*>.*?</tr>", body, re.S)
    return {re.findall(r'href="/observation/([^"?]+)', row)[0]: plain(row) for row in rows}


def sheet(content: bytes) -> list[dict[str, str]]:
    def cell(value: object) -> str:
        if isinstance(value, float):
            return f"{value:g}" if value % 1 else str(int(value))
        return str(value)

    header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("observations").to_python()
    return [dict(zip(header, map(cell, row), strict=True)) for row in rows]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_form_of_a_view_says_the_same(visitor: Visitor, record: Catalogue, part: int) -> None:
    for number, view in enumerate(views(record, part)):
        _same_numbers(visitor, view)
        _same_words(visitor, record, view, is_whole=number % WHOLE == 0)


def _same_numbers(visitor: Visitor, view: View) -> None:
    """CSV, JSON and XLSX hold exactly what the library found."""
    expected = sorted((numbers(row) for row in view.rows), key=lambda one: one["observation_id"])
    own = {"indicator": view.indicator, "columns": ",".join((*SAID, *NUMBERS)), "sort": "observation_id"}
    rows = visitor.get(view.address("/api/v1/observations.csv", **own)).text
    assert list(csv.DictReader(io.StringIO(rows, newline=""))) == expected, view
    page = visitor.get(view.address("/api/v1/observations.json", **own)).json()["data"]
    assert [{name: "" if one is None else str(one) for name, one in row.items()} for row in page] == expected, view
    assert sheet(visitor.get(view.address("/api/v1/observations.xlsx", **own)).content) == expected, view


def _same_words(visitor: Visitor, record: Catalogue, view: View, *, is_whole: bool) -> None:
    """Page, hover, image, its alt text and a citation say each figure in the same words."""
    found = series.select(record, chosen({**view.query, "indicator": view.indicator}))
    page = _page(visitor, view) if is_whole else _parts(found, view)
    shown, hovers = table(page), texts("title", page)
    undrawn = {*found.undrawn.observation_id}
    assert shown.keys() == {row.observation_id for row in view.rows}, view  # type: ignore[attr-defined]
    for row in view.rows:
        said = [*map(plain, told(row, view.reader))]
        name = row.observation_id  # type: ignore[attr-defined]
        assert all(part in shown[name] for part in said), (name, shown[name])
        assert name in undrawn or any(all(part in hover for part in said) for hover in hovers), (name, said, hovers)
        for cell in (getattr(row, one) for one in NUMBERS):
            assert cell != cell or view.reader.number(cell) in said[0], (name, said)
    _same_image(visitor, view)
    _same_citation(visitor, view, view.rows[-1])


def _page(visitor: Visitor, view: View) -> str:
    """The page as it is sent."""
    return visitor.get(view.address(f"/indicator/{view.indicator}", **view.spoken)).text.partition("<main")[2]


def _parts(found: series.Series, view: View) -> str:
    """Of the same page only its drawing and its table, which cost a tenth of the whole."""
    asked = state.view({**view.query, **view.spoken}).themed("screen")
    drawn = [chart(charts.timeline(found, language=view.reader, theme="screen"), name="graph", alt="")]
    return html_of([*drawn, claim_table.table(view.rows, asked, caption="")], {})


def _same_image(visitor: Visitor, view: View) -> None:
    """The picture describes itself as the alt text of the PNG does, its latest figure in the words of its claim."""
    svg = visitor.get(view.address(f"/charts/{view.indicator}.svg", **view.spoken)).text
    embed = visitor.get(view.address(f"/embed/{view.indicator}", **view.spoken)).text
    (alt,) = map(plain, re.findall(r'<img [^>]*alt="([^"]*)"', embed))
    (described,) = texts("desc", svg)
    sentences = [plain(words.sentence(row, view.reader)) for row in view.rows]
    assert described == alt, view
    is_empty = (
        "No figure can be drawn" in alt or plain(view.reader.say("{title}. No figure can be drawn.", title="")) in alt
    )
    assert is_empty or any(sentence in alt for sentence in sentences), (alt, sentences)


def _same_citation(visitor: Visitor, view: View, row: object) -> None:
    day = {"as_of": view.query["as_of"]} if "as_of" in view.query else {}
    name = row.observation_id  # type: ignore[attr-defined]
    cited = plain(visitor.get(f"/cite/{name}.txt?{urlencode({**day, **view.spoken})}").text)
    assert all(plain(part) in cited for part in told(row, view.reader)), (name, cited)
