"""The command line from end to end: what it prints, how it ends, and that every example in its help runs."""

import csv
import io
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner
from factories import citation, document, observation

from tracker.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
AT_LEAST = {"value": 96, "value_low": 96, "qualifier": "at_least"}
ECHO = {"role": "echo", "document_id": "cnn-20160929"}
NUMB_ECHO = citation("at-cnn", value=96, qualifier="exact", wording="96 children", **ECHO)
LATER = document("cnn-20160929", publisher_id="cnn", published_on="2016-09-29")


def run(*words, **options):
    return CliRunner().invoke(main, [str(word) for word in words], **options)


def examples():
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        lines = [line.strip() for line in (command.epilog or "").splitlines()]
        yield from ((name, line) for line in lines if line.startswith("tracker "))


@pytest.fixture
def two_claims(folder):
    """One claim at least 96 with an origin and an echo that drops the bound, and one that nobody is named for."""
    return folder(
        observations=[
            observation(**AT_LEAST),
            observation(
                "trapped",
                indicator_id="civilians_trapped",
                value=250000,
                qualifier="about",
                claimant_id="",
                measure="stock",
                period_start="2016-09-28",
            ),
        ],
        citations=[citation(), NUMB_ECHO, citation("at-cnn-2", observation_id="trapped", attribution="none", **ECHO)],
        documents=[document(), LATER],
    )


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder as a person has it: the shipped data, and room to write."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns(".tracker"))
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRACKER_DATA", raising=False)
    return tmp_path


def test_every_command_has_help_with_an_example():
    assert {name for name, _ in examples()} == set(COMMANDS)
    for name in COMMANDS:
        answer = run(name, "--help")
        assert answer.exit_code == 0
        assert "Examples:" in answer.stdout


@pytest.mark.parametrize("line", [line for name, line in examples() if name != "serve" and line != "tracker add"])
def test_every_example_in_the_help_runs(line, desk):
    answer = run(*shlex.split(line)[1:])
    assert answer.exit_code == 0, answer.output


def test_help_loads_no_heavy_library():
    script = "import sys; from tracker.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    loaded = set(out.splitlines()[-1].split())
    assert not loaded & {"pandas", "numpy", "duckdb", "dash", "plotly", "babel", "fastapi", "resvg_py"}
    assert len(loaded) < 300


def test_a_real_process_lists_claims_and_survives_a_closed_pipe(folder):
    data = folder(observations=[observation(f"claim-{n}", **AT_LEAST) for n in range(2000)])
    command = f"{shlex.quote(sys.executable)} -c 'from tracker.cli import main; main()' export --data {data}"
    full = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert len(full.stdout.splitlines()) == 2001
    cut = subprocess.run(f"{command} | head -n 1", shell=True, capture_output=True, text=True, check=True)
    assert cut.stdout.startswith("observation_id,") and cut.stderr == ""


def test_a_list_never_shows_a_bare_number(two_claims):
    table = run("list", "--data", two_claims).stdout
    assert "at least 96" in table and "about 250,000" in table
    assert "unattributed" in table and "23–28 Sep 2016" in table


def test_the_three_formats_of_a_list_say_the_same(two_claims):
    rows = list(csv.DictReader(io.StringIO(run("list", "--data", two_claims, "--format", "csv").stdout)))
    assert rows == json.loads(run("list", "--data", two_claims, "--format", "json").stdout)
    table = run("list", "--data", two_claims).stdout.splitlines()[1:]
    assert all(cell in line for line, row in zip(table, rows, strict=True) for cell in row.values())


def test_filters_choose_and_as_of_hides_what_came_later(two_claims):
    def ids(*words):
        answer = run("list", "--data", two_claims, "--format", "json", *words)
        return [row["observation_id"] for row in json.loads(answer.stdout)]

    assert ids("--claimant", "unattributed") == ["trapped"]
    assert ids("--claimant", "unicef", "--since", "2016-09-28") == ["unicef-20160928-children-killed"]
    assert ids("--as-of", "2016-09-28") == ["unicef-20160928-children-killed"]


def test_a_list_that_is_cut_says_so(two_claims):
    answer = run("list", "--data", two_claims, "--limit", "1")
    assert len(answer.stdout.splitlines()) == 2
    assert "1 of 2 claims" in answer.stderr


def test_no_match_is_said_and_is_no_error(two_claims):
    answer = run("list", "--data", two_claims, "--until", "2001-01-01")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "No claims match" in answer.stderr


def test_show_has_each_document_with_what_it_printed_and_changed(two_claims):
    out = run("show", "unicef-20160928-children-killed", "--data", two_claims).stdout
    assert out.startswith("UNICEF: at least 96.")
    assert "2 citations by 2 publishers" in out
    assert out.index("2016-09-28  UNICEF (origin)") < out.index("2016-09-29  Cnn (echo): 96")
    assert "“at least 96” became “96”" in out
    assert "https://example.org/cnn-20160929" in out


def test_show_as_of_a_day_hides_later_documents(two_claims):
    out = run("show", "unicef-20160928-children-killed", "--as-of", "2016-09-28", "--data", two_claims).stdout
    assert "1 citation by 1 publisher:" in out


def test_an_unknown_id_is_one_line_with_a_suggestion(two_claims):
    answer = run("list", "--claimant", "unicf", "--data", two_claims)
    assert answer.exit_code == 1
    assert answer.stderr == (
        "Error: there is no claimant 'unicf'. Did you mean 'unicef'? All are in: tracker export organisations\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["list", "--data", "nowhere"], 1, "nowhere is not a folder"),
        (["list", "--since", "yesterday"], 2, "'yesterday' is not a day: write it as 2016-09-28"),
        (["show"], 2, "Missing argument 'ID'"),
        (["listen"], 2, "No such command"),
        (["export", "places", "--filter", "claiment=unicef"], 2, "'claiment' is no choice"),
        (["export", "places", "--filter", "unicef"], 2, "is not like claimant=unicef"),
        (["export", "--out", "no/such/folder/x.csv"], 1, "no/such/folder/x.csv cannot be written"),
        (["chart", "children_killed", "--out", "chart.gif"], 2, "must end in .svg, .png or .pdf"),
        (["chart", "children_kiled", "--out", "chart.svg"], 1, "Did you mean 'children_killed'?"),
        (["chart", "children_killed", "--out", "chart.svg", "--lang", "xx"], 2, "'xx' is not one of"),
        (["describe", "--dictionary", "no/such/folder/x.md"], 1, "cannot be written"),
    ],
)
def test_an_error_is_one_clear_line(words, code, said, two_claims, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DATA", str(two_claims))
    answer = run(*words)
    assert answer.exit_code == code
    assert said in answer.stderr.splitlines()[-1]


def test_broken_data_are_one_line_with_their_place(two_claims):
    path = two_claims / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",96,96,", ",many,96,"), encoding="utf-8")
    answer = run("list", "--data", two_claims)
    assert answer.exit_code == 1
    assert "observations.csv row 2, value" in answer.stderr


def test_export_has_the_columns_of_the_table_and_the_rows_of_the_filter(two_claims):
    out = run("export", "observations", "--claimant", "unicef", "--data", two_claims).stdout_bytes.decode()
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (row["value"], row["value_low"], row["value_high"], row["qualifier"]) == ("96", "96", "", "at_least")


def test_export_of_claims_names_what_they_refer_to(two_claims):
    out = run("export", "--data", two_claims).stdout
    row = next(csv.DictReader(io.StringIO(out)))
    assert (row["claimant_short"], row["n_citations"], row["known_on"]) == ("UNICEF", "2", "2016-09-28")


def test_export_to_a_file_is_whole_and_leaves_nothing_beside_it(two_claims, tmp_path):
    out = tmp_path / "claims.csv"
    answer = run("export", "--out", out, "--data", two_claims)
    assert out.read_bytes().count(b"\r\n") == 3
    assert "2 rows" in answer.stderr
    assert not list(tmp_path.glob("*.part"))


def test_export_defuses_formulas_only_when_asked(folder):
    data = folder(observations=[observation(note="=1+1")])
    assert ",=1+1," in run("export", "--data", data).stdout
    assert ",'=1+1," in run("export", "--spreadsheet", "--data", data).stdout


def test_check_ends_with_1_on_errors_and_with_0_on_warnings(folder):
    warned = folder(observations=[observation()], citations=[citation(role="echo")])
    wrong = folder(observations=[observation()])
    assert run("check", "--data", warned).exit_code == 0
    answer = run("check", "--data", wrong)
    assert answer.exit_code == 1
    assert "error citation-missing: 1" in answer.stdout
    assert answer.stdout.endswith("1 error, no warnings\n")


def test_check_shows_a_few_of_each_kind_and_all_when_asked(folder):
    data = folder(observations=[observation(f"claim-{n}") for n in range(7)])
    assert "… and 2 more; --all shows them" in run("check", "--data", data).stdout
    assert "claim-6" in run("check", "--all", "--data", data).stdout
    assert "claim-0" not in run("check", "--summary", "--data", data).stdout


def test_check_as_json_is_every_finding(folder):
    data = folder(observations=[observation(f"claim-{n}") for n in range(7)])
    answer = run("check", "--format", "json", "--data", data)
    assert [finding["row"] for finding in json.loads(answer.stdout)] == list(range(2, 9))


def test_chart_is_written_with_its_words(two_claims, tmp_path):
    for name, begin in (("a.svg", b"<svg"), ("b.png", b"\x89PNG")):
        answer = run("chart", "children_killed", "--out", tmp_path / name, "--data", two_claims)
        assert answer.exit_code == 0, answer.output
        assert begin in (tmp_path / name).read_bytes()[:200]
    assert "at least" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_repairs_are_said(two_claims):
    with (two_claims / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("half-written,1,ale")
    answer = run("list", "--data", two_claims)
    assert answer.exit_code == 0
    assert answer.stderr.startswith("Repaired observations.csv")


def test_serve_hands_over_to_the_dashboard(two_claims, monkeypatch):
    asked = {}
    server = SimpleNamespace(serve=lambda data, **options: asked.update(options, data=data))
    monkeypatch.setitem(sys.modules, "dashboard.server", server)
    assert run("serve", "--port", "0", "--data", two_claims).exit_code == 0
    assert asked == {"host": "127.0.0.1", "port": 0, "data": two_claims, "editing": None, "proxies": ()}
