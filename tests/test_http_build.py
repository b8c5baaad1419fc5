"""The web build: what it fetches, what it says where it cannot, and that doing it again does nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from dashboard import build
from dashboard.serving.bundles import plotly_basic, plotly_basic_name
from dashboard.serving.folder import PROJECT, build_folder
from tracker.charts import fonts


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty build folder, where fonts and bundles take no time."""
    folder = tmp_path / "built"
    monkeypatch.setenv("TRACKER_BUILD", str(folder))
    monkeypatch.setattr(fonts, "build", lambda where: [where / "a.woff2"])
    monkeypatch.setattr(build, "SUITES", {})
    monkeypatch.setattr(build, "get_plotlyjs", lambda: "/* plotly.js */" * 1000)
    return folder


def npm(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called npm first on the path."""
    program = folder / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def fetching(version: str) -> str:
    """A script that leaves behind what npm would."""
    package = f"node_modules/{build.BASIC}"
    return (
        f"mkdir -p {package}; echo '{json.dumps({'version': version})}' > {package}/package.json;"
        f" echo basic > {package}/plotly-basic.min.js"
    )


def test_the_version_pinned_is_the_one_that_plotly_speaks_to() -> None:
    pins = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    assert pins["dependencies"][build.BASIC] == get_plotlyjs_version()
    versions = [*pins["dependencies"].values(), *pins["devDependencies"].values()]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_what_npm_fetched_is_placed_under_its_version(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    npm(tmp_path, fetching(get_plotlyjs_version()), monkeypatch)
    assert build.main() == 0
    assert plotly_basic(built) == built / plotly_basic_name(get_plotlyjs_version())
    assert capsys.readouterr().out.count("\n") == 1


def test_building_again_asks_npm_nothing(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    npm(tmp_path, f"echo asked >> {tmp_path}/log; {fetching(get_plotlyjs_version())}", monkeypatch)
    assert (build.main(), build.main()) == (0, 0)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "asked\n"
    assert "(0 of them new)" in capsys.readouterr().out


TROUBLES = {
    "npm failed (code E404)": "echo 'npm error code E404' >&2; exit 1",
    "holds no script": "true",
    "is 3.0.0 where plotly speaks to": fetching("3.0.0"),
}


@pytest.mark.parametrize("said", TROUBLES)
def test_where_npm_fails_pages_use_plotlys_own_bundle_and_the_build_says_why(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    npm(tmp_path, TROUBLES[said], monkeypatch)
    assert build.main() == 0
    first, second = capsys.readouterr().out.splitlines()
    assert said in first and "plotly's own bundle" in first
    assert "in full" in second
    assert plotly_basic(built) is None


def test_where_npm_is_missing_it_says_so(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert build.main() == 0
    assert capsys.readouterr().out.startswith("npm is not installed: pages will use plotly's own bundle")


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built.write_text("a file stands here", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert build.main() == 1
    assert "Set TRACKER_BUILD" in capsys.readouterr().out.splitlines()[-1]


def test_the_folder_is_told_by_the_environment_or_stands_in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BUILD", "/somewhere")
    assert build_folder() == Path("/somewhere")
    monkeypatch.delenv("TRACKER_BUILD")
    assert build_folder() == PROJECT / ".build" / "web"
