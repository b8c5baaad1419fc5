"""The data as dataset search engines read them: schema.org's Dataset and DCAT's, in one piece of JSON-LD."""

from __future__ import annotations

import datetime as dt
import json

from ..catalogue import Catalogue
from ..period import day
from ..tables import TABLES
from . import descriptor
from .descriptor import Json

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_CONTEXT: dict[str, Json] = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
}


def script(catalogue: Catalogue, site: str) -> str:
    """The text of a `<script type="application/ld+json">`; nothing in it can end the element."""
    return json.dumps(dataset(catalogue, site), ensure_ascii=False).replace("<", "\\u003c")


def dataset(catalogue: Catalogue, site: str) -> dict[str, Json]:
    """What the data are, of when and where, under which licence, and every address they can be had from.

    `site` is the address of the tracker. Each property stands in both vocabularies where both have it.
    """
    site = site.rstrip("/")
    downloads = _downloads(site)
    extent = catalogue.rows("extent").iloc[0]
    about: dict[str, Json] = {
        "@context": _CONTEXT,
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": f"{site}/data#dataset",
        "name": descriptor.TITLE,
        "dct:title": descriptor.TITLE,
        "description": descriptor.DESCRIPTION,
        "dct:description": descriptor.DESCRIPTION,
        "url": f"{site}/data",
        "license": LICENCE,
        "dct:license": {"@id": LICENCE},
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "The Humanitarian Figures Tracker authors"},
        "keywords": [*catalogue.crises.title],
        "variableMeasured": [*catalogue.indicators.label],
        "distribution": [*downloads],
        "dcat:distribution": [{"@id": one["@id"]} for one in downloads],
    }
    return about | _coverage(catalogue, day(extent.first_day), day(extent.last_day))


def _coverage(catalogue: Catalogue, first: dt.date | None, last: dt.date | None) -> dict[str, Json]:
    """The days and places that claims speak of; left out where none does."""
    named = catalogue.places.set_index("place_id").name
    places = [str(named[one]) for one in sorted(set(catalogue.crises.place_id.dropna()) & set(named.index))]
    covered: dict[str, Json] = {"spatialCoverage": [*places]} if places else {}
    if first and last:
        covered["temporalCoverage"] = f"{first}/{last}"
        covered["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": str(first),
            "dcat:endDate": str(last),
        }
    return covered


def _downloads(site: str) -> list[dict[str, Json]]:
    tables = [
        _download(f"{site}/api/v1/{table}.{form}", f"{table}, {form.upper()}", media_type)
        for table in TABLES
        for form, media_type in MEDIA_TYPES.items()
    ]
    whole = _download(f"{site}/api/v1/datapackage.zip", "Everything, as a Data Package", "application/zip")
    return [whole, *tables]


def _download(address: str, name: str, media_type: str) -> dict[str, Json]:
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "@id": address,
        "name": name,
        "contentUrl": address,
        "encodingFormat": media_type,
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": media_type,
    }
