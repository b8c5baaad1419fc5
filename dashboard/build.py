"""What pages need beside Python: `python -m dashboard.build` makes fonts, fetches scripts and compresses bundles.

Everything lands in `.build/web` of a checkout, in the user's cache when installed elsewhere, or in `TRACKER_BUILD`.
Pages work without it: they use the reader's fonts, plotly's own bundle, and compression on the spot.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from plotly.offline import get_plotlyjs, get_plotlyjs_version

from tracker.charts import fonts

from .serving import encodings
from .serving.bundles import plotly_basic, plotly_basic_name
from .serving.folder import PROJECT, build_folder

PACKAGES = PROJECT / "package.json"
BASIC = "plotly.js-basic-dist-min"
NPM = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
PATIENCE = 120  # seconds for npm; a page with the larger bundle is better than no page
# What pages load: these folders of these packages hold it. Their other files are for developers, or never asked for.
SUITES = {
    "dash": ("deps", "dash-renderer/build", "dcc", "html"),
    "dash_mantine_components": ("",),
}
UNUSED = (".dev.js", "mathjax.js", "@16.14.0.min.js", "-charts-shared.js", "RichTextEditor.js", "CodeHighlight.js")
LEAST = 2_000  # bytes


def main() -> int:
    """Build, and say in one line what was done."""
    folder = build_folder()
    try:
        done = [_fonts(folder), _scripts(folder), _compressed(folder)]
    except OSError as problem:
        _say(f"The web build needs to write to {folder}: {problem.strerror}. Set TRACKER_BUILD to another folder.")
        return 1
    _say(f"Web build in {folder}: {', '.join(done)}")
    return 0


def _fonts(folder: Path) -> str:
    return f"{len(fonts.build(folder / 'fonts'))} fonts"


def _scripts(folder: Path) -> str:
    """The smaller plotly from npm, and axe-core for the tests of pages; a line of its own where that fails."""
    problem = "" if _is_fetched(folder) else _fetch(folder)
    if plotly_basic(folder) is None:
        _say(f"{problem}: pages will use plotly's own bundle, which is three times as large.")
        return f"plotly {get_plotlyjs_version()} in full"
    if problem:
        (folder / PACKAGES.name).unlink(missing_ok=True)  # so that the next build asks npm again
        _say(f"{problem}: what was fetched before stays in use.")
    return f"plotly {get_plotlyjs_version()} basic"


def _is_fetched(folder: Path) -> bool:
    """Whether what package.json asks for is what the folder has."""
    copy = folder / PACKAGES.name
    return plotly_basic(folder) is not None and copy.is_file() and copy.read_bytes() == PACKAGES.read_bytes()


def _fetch(folder: Path) -> str:
    """Run npm in the build folder; what went wrong, or blank."""
    if not PACKAGES.is_file():
        return "There is no package.json here"
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PACKAGES.name).write_bytes(PACKAGES.read_bytes())
    try:
        subprocess.run([npm, *NPM], cwd=folder, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"npm took more than {PATIENCE} seconds"
    except (OSError, subprocess.CalledProcessError) as problem:
        return f"npm failed ({_reason(problem)})"
    return _place(folder)


def _place(folder: Path) -> str:
    """Put the fetched plotly where the server looks, under the version it says it is."""
    package = folder / "node_modules" / BASIC
    try:
        version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
        part = folder / "plotly.part"
        shutil.copyfile(package / "plotly-basic.min.js", part)
    except (OSError, KeyError, ValueError):
        return f"{BASIC} holds no script"
    os.replace(part, folder / plotly_basic_name(version))
    if version != get_plotlyjs_version():
        return f"{BASIC} is {version} where plotly speaks to {get_plotlyjs_version()}"
    return ""


def _reason(problem: Exception) -> str:
    """The last thing that npm said."""
    said = getattr(problem, "stderr", None) or b""
    lines = [line for line in said.decode(errors="replace").splitlines() if "error" in line.lower()]
    return lines[0].removeprefix("npm error ").strip() if lines else str(problem)


def _compressed(folder: Path) -> str:
    bundles = [data for data in _bundles(folder) if len(data) > LEAST]
    new = sum(encodings.keep(data, folder) for data in bundles)
    return f"{len(bundles)} bundles compressed ({new} of them new)"


def _bundles(folder: Path) -> Iterator[bytes]:
    """Plotly as it will be served, and the scripts of the components."""
    smaller = plotly_basic(folder)
    yield smaller.read_bytes() if smaller else get_plotlyjs().encode()
    for package, parts in SUITES.items():
        for part in parts:
            for path in sorted(Path(str(files(package) / part)).glob("*.js")):
                if not path.name.endswith(UNUSED) and _is_for_pages(path):
                    yield path.read_bytes()


def _is_for_pages(path: Path) -> bool:
    """Where a file has a minified twin, only the twin is sent."""
    return path.name.endswith(".min.js") or not path.with_name(f"{path.stem}.min.js").exists()


def _say(line: str) -> None:
    print(line)  # noqa: T201  (this is the command's own output)


if __name__ == "__main__":
    sys.exit(main())
