"""Timelines of a few claims, and how to look into them."""

import pandas as pd
from charting import claim, series

from tracker import charts
from tracker.languages import language

ENGLISH, ARABIC = language("en"), language("ar")
EVENTS = pd.DataFrame(
    {"date": pd.to_datetime(["2016-09-12", "2016-09-19", "2030-01-01"]), "label": ["Ceasefire", "Convoy hit", "Later"]}
)


def drawn(*rows, **options):
    return charts.timeline(series(*rows), **{"language": ENGLISH, **options})


def traces(figure, role):
    return [trace for trace in figure["data"] if trace["meta"]["role"] == role]


def ids(found):
    return [identifier for trace in found for (identifier,) in trace["customdata"]]


def pieces(trace):
    """The lines of a trace that are drawn without lifting the pen, as the ids they join."""
    lines = [[]]
    for (identifier,), y in zip(trace["customdata"], trace["y"], strict=True):
        lines[-1:] = [lines[-1] + [identifier]] if y is not None else [lines[-1], []]
    return [line for line in lines if line]


def level(name, day, value=30, **cells):
    return claim(name, **{"measure": "stock", "period_start": day, "period_end": day, **cells}, value=value)
