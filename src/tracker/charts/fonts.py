"""The typefaces of images and pages, cut once from the variable fonts that pip installed into the few we need."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import TrackerError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_VERSION = "2"  # raise it when the cuts below change, so that no old file is used
_LATIN = (*range(0x20, 0x180), *range(0x400, 0x460), *range(0x1E00, 0x1F00))
_ARABIC = (*range(0x600, 0x700), *range(0x750, 0x780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))
_SIGNS = (*range(0x2000, 0x2070), 0x20AC, 0x2190, 0x2192, 0x2212, 0x2248)


@dataclass(frozen=True)
class Cut:
    """One static font: its weight, the package and file it is cut from, and the characters it keeps."""

    name: str
    weight: int
    family: str
    package: str
    file: str
    characters: tuple[int, ...]


_SANS = ("Public Sans", "fontpkg-public-sans", "PublicSans[wght].ttf", (*_LATIN, *_SIGNS))
_SERIF = ("Source Serif 4", "fontpkg-source-serif-4", "SourceSerif4[opsz,wght].ttf", (*_LATIN, *_SIGNS))
_NOTO = (
    "Noto Sans Arabic",
    "fontpkg-noto-sans-arabic",
    "NotoSansArabic[wdth,wght].ttf",
    (*_ARABIC, *_LATIN, *_SIGNS),
)
CUTS = (
    Cut("public-sans", 400, *_SANS),
    Cut("public-sans", 600, *_SANS),
    Cut("source-serif", 400, *_SERIF),
    Cut("source-serif", 700, *_SERIF),
    Cut("noto-arabic", 400, *_NOTO),
    Cut("noto-arabic", 700, *_NOTO),
)


def files(folder: Path | None = None) -> list[Path]:
    """The TTF files for images, made on first use in the user's cache, or in a folder of yours."""
    return [_made(cut, folder or _cache(), "ttf") for cut in CUTS]


def build(folder: Path) -> list[Path]:
    """WOFF2 files for pages, written into a folder; those already there are kept."""
    return [_made(cut, folder, "woff2") for cut in CUTS]


def css(address: str) -> str:
    """The `@font-face` rules for what `build` wrote, served under an address such as `/fonts`."""
    return "\n".join(
        f'@font-face {{ font-family: "{cut.family}"; font-weight: {cut.weight}; font-style: normal; '
        f'font-display: swap; src: url("{address}/{_file(cut, "woff2")}") format("woff2"); {_range(cut)}}}'
        for cut in CUTS
    )


def _file(cut: Cut, kind: str) -> str:
    return f"{cut.name}-{cut.weight}.v{_VERSION}.{kind}"


def _range(cut: Cut) -> str:
    """Pages fetch the Arabic fonts only where Arabic stands."""
    return "unicode-range: U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF; " if "arabic" in cut.name else ""


def _made(cut: Cut, folder: Path, kind: str) -> Path:
    path = folder / _file(cut, kind)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        font = _cut(cut)
        font.flavor = "woff2" if kind == "woff2" else None
        # Written beside and moved in place: another process never meets half a font.
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
            font.save(part)
        os.chmod(part.name, 0o644)  # a server may run as another user than the one who set it up
        os.replace(part.name, path)
    return path


def _cut(cut: Cut) -> TTFont:
    """The static font: characters first, since instancing whole fonts takes four times as long."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(_source(cut), recalcTimestamp=False)
    options = subset.Options(name_IDs=["*"], notdef_outline=True)
    options.layout_features = [*options.layout_features, "tnum", "lnum"]  # figures that stand in columns
    keep = subset.Subsetter(options)
    keep.populate(unicodes=cut.characters)
    keep.subset(font)
    axes = {axis.axisTag: None for axis in font["fvar"].axes}  # None pins an axis at its default
    font = instancer.instantiateVariableFont(font, axes | {"wght": cut.weight})
    _named(font, cut)
    return font


def _named(font: TTFont, cut: Cut) -> None:
    """Public Sans calls itself Thin, its lightest weight: name each cut after its family alone."""
    for record in (16, 17, 21, 22):
        font["name"].removeNames(nameID=record)
    font["name"].setName(cut.family, 1, 3, 1, 0x409)
    font["name"].setName(f"{cut.family} {cut.weight}", 4, 3, 1, 0x409)


def _source(cut: Cut) -> Path:
    found = next((file for file in _listing(cut.package) if file.name == cut.file), None)
    if found is None:
        raise TrackerError(f"the font package {cut.package} is not installed: pip install {cut.package}")
    return Path(str(found.locate()))


@cache
def _listing(package: str) -> tuple[metadata.PackagePath, ...]:
    try:
        return tuple(metadata.files(package) or ())
    except metadata.PackageNotFoundError:
        return ()


def _cache() -> Path:
    """The user's cache; the system's temporary folder where that cannot be written."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return next(folder for folder in _writable([base, Path(tempfile.gettempdir())]))


def _writable(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        ours = folder / "humanitarian-figures-tracker" / "fonts"
        try:
            ours.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(ours, os.W_OK):
            yield ours
    raise TrackerError("no folder for fonts can be written: set XDG_CACHE_HOME to one that can")
