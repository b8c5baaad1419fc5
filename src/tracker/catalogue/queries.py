"""The named queries of queries.sql and tables.sql, and how their slots are filled for a filter."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import UnknownError
from .filter import KNOWN, Filter, Values

_TEXT = "\n".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("queries.sql", "tables.sql"))
# A query ends with a semicolon; a part, which queries include, is indented under its own name.
QUERIES: dict[str, str] = dict(re.findall(r"^-- name: (\w+)\n(.*?);$", _TEXT, re.S | re.M))
PARTS: dict[str, str] = dict(re.findall(r"^-- part: (\w+)\n(.*?);$", _TEXT, re.S | re.M))
_TIE = "o.period_end nulls last, o.known_on nulls last, o.observation_id"
ORDERS = {
    "period": _TIE,
    "-period": "o.period_end desc nulls last, o.known_on desc nulls last, o.observation_id",
    "known_on": f"o.known_on nulls last, {_TIE}",
    "-known_on": f"o.known_on desc nulls last, {_TIE}",
    "value": f"coalesce(o.value, o.value_low, o.value_high) nulls last, {_TIE}",
    "-value": f"coalesce(o.value, o.value_low, o.value_high) desc nulls last, {_TIE}",
    "indicator": f"o.indicator_label nulls last, {_TIE}",
    "-indicator": f"o.indicator_label desc nulls last, {_TIE}",
    "claimant": f"coalesce(o.claimant_short, o.claimant_name) nulls last, {_TIE}",
    "-claimant": f"coalesce(o.claimant_short, o.claimant_name) desc nulls last, {_TIE}",
    "place": f"o.place_name nulls last, {_TIE}",
    "-place": f"o.place_name desc nulls last, {_TIE}",
}
CITATION_ORDERS = {
    "published_on": "c.published_on nulls last, c.citation_id",
    "-published_on": "c.published_on desc nulls last, c.citation_id",
    "publisher": "coalesce(c.publisher_short, c.publisher_name) nulls last, c.published_on nulls last, c.citation_id",
}


def filled(
    query: str, chosen: Filter, values: Values, *, within: str = "true", is_ordered: bool = True
) -> tuple[str, Values]:
    """The text of a named query for a filter, and the values to bind: those that the text asks for.

    `within` is one more condition on the claims `o`. Where the rows are put in another order anyway, leave out the
    query's own with `is_ordered`: sorting a long table twice takes twice the memory.
    """
    if query not in QUERIES:
        raise UnknownError(f"there is no query {query!r}: there are {', '.join(QUERIES)}")
    text = re.sub(r"\{part (\w+)\}", lambda slot: PARTS[slot[1]], QUERIES[query])
    text = re.sub(r"\{where((?: -\w+)*)\}", lambda slot: f"{chosen.conditions(_skipped(slot[1]))} and {within}", text)
    text = text.replace("{known}", KNOWN).replace("{carried}", chosen.carried())
    text = text.replace("{order}", _order(values, CITATION_ORDERS if query == "citations_page" else ORDERS))
    if not is_ordered:
        text = text.rpartition("\norder by ")[0] or text
    asked = set(re.findall(r"\$(\w+)", text))
    given = chosen.values() | values
    if missing := asked - given.keys():
        raise UnknownError(f"the query {query} needs {', '.join(sorted(missing))}")
    return text, {name: given[name] for name in asked}


def _skipped(slot: str) -> tuple[str, ...]:
    return tuple(name.lstrip("-") for name in slot.split())


def _order(values: Values, orders: dict[str, str]) -> str:
    order = str(values.get("order", next(iter(orders))))
    if order not in orders:
        raise UnknownError(f"rows cannot be sorted by {order!r}: there are {', '.join(orders)}")
    return orders[order]
