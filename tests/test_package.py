"""The archive of everything: the same bytes each time, complete, and what its own descriptions say it is."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Visitor
from click.testing import CliRunner
from factories import citation, observation

from dashboard.server import create_server
from tracker.catalogue import Catalogue
from tracker.cli import main
from tracker.exports import package
from tracker.store import Store
from tracker.tables import TABLES

ROOT = Path(__file__).parents[1]
ROWS = [observation("a", value=96, note='=1+1, "quoted"'), observation("b", value="", qualifier="vague")]


@pytest.fixture
def kept(store: Callable[..., Store]) -> Store:
    return store(observations=ROWS, citations=[citation("at-a", observation_id="a")])


@pytest.fixture
def archive(kept: Store, tmp_path: Path) -> zipfile.ZipFile:
    path = tmp_path / "release.zip"
    package.write(path, Catalogue.of(kept))
    return zipfile.ZipFile(io.BytesIO(path.read_bytes()))


def rows(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))


def test_the_command_gives_the_same_bytes_when_run_twice_and_the_server_gives_them_too(
    kept: Store, tmp_path: Path
) -> None:
    for name in ("one.zip", "two.zip"):
        answer = CliRunner().invoke(main, ["package", "--data", str(kept.folder), "--out", str(tmp_path / name)])
        assert answer.exit_code == 0, answer.output
    one = (tmp_path / "one.zip").read_bytes()
    assert one == (tmp_path / "two.zip").read_bytes()
    sent = Visitor(create_server(kept, built=tmp_path)).get("/api/v1/datapackage.zip")
    assert (sent.content, sent.headers["content-type"]) == (one, "application/zip")


def test_every_table_is_there_with_its_declared_columns(archive: zipfile.ZipFile) -> None:
    for table in TABLES.values():
        header = archive.read(f"{table.name}.csv").decode().partition("\r\n")[0]
        assert tuple(header.split(",")) == table.names
    assert [(row["observation_id"], row["value"], row["note"]) for row in rows(archive, "observations.csv")] == [
        ("a", "96", '=1+1, "quoted"'),
        ("b", "", ""),
    ]


def test_the_manifest_has_the_hash_of_every_other_file(archive: zipfile.ZipFile) -> None:
    listed = dict(reversed(line.split("  ")) for line in archive.read(package.MANIFEST).decode().splitlines())
    assert set(listed) == set(archive.namelist()) - {package.MANIFEST}
    assert all(hashlib.sha256(archive.read(name)).hexdigest() == hashed for name, hashed in listed.items())


def test_both_descriptions_name_every_file_and_column(archive: zipfile.ZipFile) -> None:
    resources = {one["path"]: one for one in json.loads(archive.read("datapackage.json"))["resources"]}
    described = {one["url"]: one for one in json.loads(archive.read("csv-metadata.json"))["tables"]}
    for table in TABLES.values():
        name = f"{table.name}.csv"
        assert [one["name"] for one in resources[name]["schema"]["fields"]] == list(table.names)
        assert [one["name"] for one in described[name]["tableSchema"]["columns"]] == list(table.names)
        assert resources[name]["bytes"] == len(archive.read(name))
    explained = [(row["table"], row["column"]) for row in rows(archive, "codebook.csv")]
    assert explained == [(table.name, column) for table in TABLES.values() for column in table.names]


def test_licence_and_citation_come_with_the_data(archive: zipfile.ZipFile) -> None:
    assert "CC BY 4.0" in archive.read("LICENCE.txt").decode()
    assert "date-released: 2026-01-15" in archive.read("CITATION.cff").decode()


def test_an_archive_of_no_claims_is_whole(store: Callable[..., Store], tmp_path: Path) -> None:
    assert package.write(tmp_path / "a.zip", Catalogue.of(store())) == len(TABLES) + 8


def test_the_shipped_data_validate_as_a_data_package(tmp_path: Path) -> None:
    pytest.importorskip("frictionless", reason="frictionless, which validates packages, is not installed")
    package.write(tmp_path / "release.zip", Catalogue.of(Store(ROOT / "data")))
    with zipfile.ZipFile(tmp_path / "release.zip") as whole:
        whole.extractall(tmp_path / "release")
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json"]
    answer = subprocess.run(command, cwd=tmp_path / "release", capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
