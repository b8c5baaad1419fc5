"""A running tracker as a source: its open data over HTTP, with the types that a folder's tables have."""

from __future__ import annotations

import gzip
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import quote

import pandas as pd

from ..errors import TrackerError
from ..exports.columns import column
from ..schema import Type
from .asked import Asked

PATIENCE = 60.0  # seconds
Fetch = Callable[[str], bytes]
_DTYPES = {
    Type.NUMBER: "float64",
    Type.INTEGER: "Int64",
    Type.DATE: "datetime64[us]",
    Type.TIMESTAMP: "datetime64[us]",
    Type.FLAG: "boolean",
}  # all others are text


class Server:
    """The data that an address serves."""

    def __init__(self, address: str, fetch: Fetch | None = None) -> None:
        """`fetch` gives the bytes behind an address; unless told, it is asked over the network."""
        self._address, self._fetch = address.rstrip("/"), fetch or fetched

    def __str__(self) -> str:
        return self._address

    def frame(self, table: str, asked: Asked, columns: tuple[str, ...], sort: tuple[str, ...]) -> pd.DataFrame:
        """The rows of a table. JSON Lines tell a blank from a text that is empty, which CSV cannot."""
        query = asked.query(columns=",".join(columns), sort=",".join(sort))
        rows = [json.loads(line) for line in self._get(f"api/v1/{table}.jsonl", query).splitlines()]
        names = list(rows[0]) if rows else self._header(table, query)
        dtypes = {name: _DTYPES.get(column(table, name).type, "str") for name in names}
        cells = {name: [row[name] for row in rows] for name in names}
        return pd.DataFrame({name: _series(cells[name], dtypes[name]) for name in names}).astype(dtypes)

    def image(self, indicator: str, form: str, asked: Asked, look: dict[str, str]) -> bytes:
        """The chart of an indicator as svg, png or pdf."""
        return self._get(f"charts/{quote(indicator, safe='')}.{form}", asked.query(**look))

    def _header(self, table: str, query: str) -> list[str]:
        return self._get(f"api/v1/{table}.csv", query).decode().strip().split(",")

    def _get(self, path: str, query: str) -> bytes:
        return self._fetch(f"{self._address}/{path}{'?' if query else ''}{query}")


def fetched(address: str) -> bytes:
    """What an http or https address answers. Raises TrackerError with what the server says is wrong."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310  (see `opened`)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            body: bytes = answer.read()
            return gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body
    except urllib.error.HTTPError as refusal:
        raise TrackerError(_detail(refusal)) from None
    except (urllib.error.URLError, OSError) as problem:
        raise TrackerError(f"{address} cannot be reached: {getattr(problem, 'reason', problem)}") from None


def _detail(refusal: urllib.error.HTTPError) -> str:
    """The server's own sentence, where it is one of ours."""
    body = refusal.read()
    try:
        packed = refusal.headers.get("Content-Encoding") == "gzip"
        return str(json.loads(gzip.decompress(body) if packed else body)["detail"])
    except (ValueError, KeyError, TypeError, OSError):
        return f"{refusal.url} answers {refusal.code}: is it the address of a tracker?"


def _series(cells: list[object], dtype: str) -> pd.Series:
    """The cells as they came, but for days and times, which JSON can only spell."""
    if dtype != "datetime64[us]":
        return pd.Series(cells, dtype="object")
    return pd.to_datetime(pd.Series(cells, dtype="str"), utc=True, format="ISO8601").dt.tz_localize(None)
