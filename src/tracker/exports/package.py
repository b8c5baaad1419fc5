"""Everything in one archive: tables, descriptions, licence, citation and manifest; the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from ..catalogue import Catalogue
from ..tables import TABLES
from . import codebook, csv, csvw, descriptor, dictionary
from .descriptor import Json
from .selection import Selection

THEN = (1980, 1, 1, 0, 0, 0)  # the earliest time an archive can hold, for every member: no clock is asked
MANIFEST = "manifest-sha256.txt"
LICENCE = """\
The tables of this package are licensed under Creative Commons Attribution 4.0 International (CC BY 4.0).
You may share and adapt them for any purpose, as long as you give credit; CITATION.cff says how.
The whole text: https://creativecommons.org/licenses/by/4.0/legalcode
Words quoted in the column wording belong to their publishers, whose documents the table documents names.
"""
README = f"""\
# {descriptor.TITLE}

{descriptor.DESCRIPTION}

- One CSV file for each table: UTF-8, ISO 8601 days, blank where nothing is known. Of rows that were entered again, only
  the newest revision is here.
- datapackage.json describes them as a Data Package (version 2), csv-metadata.json as CSV on the Web.
- codebook.csv has a row for each column, data-dictionary.md the same to read, with every code.
- {MANIFEST} holds the hash of every other file: sha256sum --check {MANIFEST}

A number stands in value, value_low or value_high and its hedge in qualifier: quote them together. One row is one claim,
and claims of several claimants are never to be added up.
"""


def write(path: Path, catalogue: Catalogue) -> int:
    """Write the archive, and return how many files it holds."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        written = _Written(archive)
        for table in TABLES.values():
            frames = Selection(table.name, columns=table.names, sort=table.key).blocks(catalogue)
            written.add(f"{table.name}.csv", csv.joined(frames))
        for name, text in _documents(catalogue, written):
            written.add(name, [text])
        lines = [f"{hashed}  {name}\n" for name, (hashed, _) in sorted(written.files.items())]
        written.add(MANIFEST, lines)
    return len(written.files)


class _Written:
    """The files of the archive so far, each with its hash and size."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files: dict[str, tuple[str, int]] = {}

    def add(self, name: str, pieces: Iterable[str]) -> None:
        member = zipfile.ZipInfo(name, THEN)
        member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        member.create_system = 3  # Unix, wherever it is made
        hashed, size = hashlib.sha256(), 0
        with self._archive.open(member, "w", force_zip64=True) as file:
            for piece in pieces:
                data = piece.encode()
                file.write(data)
                hashed.update(data)
                size += len(data)
        self.files[name] = hashed.hexdigest(), size


def _documents(catalogue: Catalogue, written: _Written) -> Iterator[tuple[str, str]]:
    """What goes with the tables. The tables' hashes together name the state of the data."""
    tables = repr(sorted(written.files.items()))
    yield "datapackage.json", _descriptor(written)
    yield "csv-metadata.json", csvw.text()
    yield "codebook.csv", _codebook()
    yield "data-dictionary.md", dictionary.text()
    yield "README.md", README
    yield "LICENCE.txt", LICENCE
    yield "CITATION.cff", _citation(catalogue, hashlib.sha256(tables.encode()).hexdigest()[:12])


def _descriptor(written: _Written) -> str:
    package = descriptor.package()
    resources: list[Json] = []
    for table in TABLES.values():
        hashed, size = written.files[f"{table.name}.csv"]
        resources.append({**descriptor.resource(table), "bytes": size, "hash": f"sha256:{hashed}"})
    return json.dumps({**package, "resources": resources}, ensure_ascii=False, indent=2) + "\n"


def _codebook() -> str:
    rows = [row for table in TABLES.values() for row in codebook.rows(table.name, table.names)]
    return csv.text(pd.DataFrame(rows, columns=list(codebook.HEADER), dtype="str"))


def _citation(catalogue: Catalogue, state: str) -> str:
    """The Citation File Format, dated by the newest row."""
    newest = catalogue.rows("newest_entry").day.iloc[0]
    lines = io.StringIO()
    lines.write("cff-version: 1.2.0\nmessage: If you use these data, please cite them as below.\ntype: dataset\n")
    lines.write(f"title: {json.dumps(descriptor.TITLE)}\n")
    lines.write("authors:\n  - name: The Humanitarian Figures Tracker authors\n")
    lines.write(f'version: "{state}"\nlicense: {descriptor.LICENCE_ID}\n')
    if not pd.isna(newest):
        lines.write(f"date-released: {newest:%Y-%m-%d}\n")
    return lines.getvalue()
