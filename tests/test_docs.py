"""The commands in the docs run, and print what the docs say they print."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def blocks(kind):
    for page in PAGES:
        for found, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if found == kind:
                yield pytest.param(text, id=f"{page.name}: {text.strip().splitlines()[0][:60]}")


def examples(text):
    """Each command of a console block with the output shown below it; an ellipsis stands for any lines."""
    parts = re.split(r"^\$ ", text, flags=re.M)[1:]
    for part in parts:
        command, _, shown = part.partition("\n")
        yield command, shown.strip("\n")


def matches(shown, printed):
    pattern = r"[\s\S]*".join(re.escape(piece) for piece in shown.split("..."))
    return re.fullmatch(pattern, printed.strip("\n")) is not None


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder as a reader has it after cloning: the data, and nothing they would mind losing."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns(".tracker"))
    return folder


def run(command, folder):
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": tools, "COLUMNS": "120", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    environment.pop("TRACKER_DATA", None)
    if command.startswith("make "):  # only say what it would do
        command, folder = command.replace("make ", "make --dry-run ", 1), ROOT
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,  # as a terminal shows them: together
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("text", [*blocks("console")])
def test_a_command_in_the_docs_prints_what_the_docs_say(text, desk):
    for command, shown in examples(text):
        if command.startswith(("git clone", "cd ")):
            continue
        answer = run(command, desk)
        assert answer.returncode == 0, f"{command}\n{answer.stdout}"
        if shown:
            assert matches(shown, answer.stdout), f"{command} printed\n{answer.stdout}\nbut the docs show\n{shown}"


@pytest.mark.parametrize("text", [*blocks("python")])
def test_a_script_in_the_docs_runs(text, desk):
    script = desk / "example.py"
    script.write_text(text, encoding="utf-8")
    answer = run(f"{sys.executable} example.py", desk)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"


def test_the_readme_has_the_two_commands_and_one_screenshot():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make serve" in readme
    assert "make test" in readme
    assert re.search(r"!\[[^\]]+\]\([^)]+\.png\)", readme)
