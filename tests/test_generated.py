"""Files that are derived from the declared tables are fresh, and say what the tables say."""

import json
from pathlib import Path

import pytest

from tracker.checks import CHECKS
from tracker.exports import descriptor, dictionary
from tracker.schema import Type
from tracker.tables import TABLES
from tracker.vocabularies import VOCABULARIES

ROOT = Path(__file__).parents[1]
REFRESH = "tracker describe --dictionary docs/data-dictionary.md"
RESOURCES = {resource["name"]: resource for resource in descriptor.package()["resources"]}
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]


@pytest.mark.parametrize(
    ("path", "fresh"), [("data/datapackage.json", descriptor.text()), ("docs/data-dictionary.md", dictionary.text())]
)
def test_generated_files_are_fresh(path, fresh):
    kept = ROOT / path
    assert kept.exists() and kept.read_text(encoding="utf-8") == fresh, f"{path} is stale; run: {REFRESH}"


def test_the_descriptor_has_every_column_in_file_order():
    for name, table in TABLES.items():
        fields = RESOURCES[name]["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table.names)
        assert all(field["description"] for field in fields)


def test_the_descriptor_is_a_data_package_of_version_2():
    package = json.loads(descriptor.text())
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert all(resource["schema"]["missingValues"] == [""] for resource in package["resources"])
    assert all((ROOT / "data" / resource["path"]).exists() for resource in package["resources"])


def test_keys_of_the_descriptor_name_fields_that_are_there():
    for resource in RESOURCES.values():
        schema = resource["schema"]
        own = {field["name"] for field in schema["fields"]}
        assert set(schema["primaryKey"]) <= own
        for key in schema.get("foreignKeys", []):
            target = RESOURCES[key["reference"].get("resource", resource["name"])]
            assert set(key["fields"]) <= own
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["schema"]["fields"]}


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda thing: thing.name)
def test_a_field_carries_what_its_column_demands(table, column):
    (field,) = [field for field in RESOURCES[table.name]["schema"]["fields"] if field["name"] == column.name]
    constraints = field.get("constraints", {})
    assert constraints.get("required", False) == column.is_required
    assert constraints.get("enum") == (list(column.vocabulary) if column.vocabulary else None)
    assert constraints.get("unique", False) == (table.key == (column.name,))
    assert (field["type"] == "date") == (column.type is Type.DATE)


def test_the_dictionary_explains_every_column_and_every_code():
    text = dictionary.text()
    assert all(f"| `{column.name}` |" in text for _, column in COLUMNS)
    assert all(f"| `{term}` | {meaning} |" in text for codes in VOCABULARIES for term, meaning in codes.terms.items())


def test_the_dictionary_lists_every_check():
    text = dictionary.text()
    assert all(f"| `{check.code}` | {check.severity} | {check.title} |" in text for check in CHECKS.values())


def test_links_within_the_dictionary_lead_to_a_heading():
    text = dictionary.text()
    headings = {line.lstrip("# ") for line in text.splitlines() if line.startswith("#")}
    wanted = {column.references for _, column in COLUMNS if column.references}
    wanted |= {column.vocabulary.name for _, column in COLUMNS if column.vocabulary}
    assert wanted <= headings
