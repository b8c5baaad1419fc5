"""A chart as a notebook shows it, and as a file."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import cached_property
from html import escape, unescape
from pathlib import Path

from ..errors import TrackerError

FORMS = ("svg", "png", "pdf")


class Chart:
    """The image of an indicator with all of its words. It is drawn when it is first looked at."""

    def __init__(self, image: Callable[[str], bytes]) -> None:
        """`image` gives the bytes of a form: svg, png or pdf."""
        self._image = image

    @cached_property
    def svg(self) -> str:
        """The image as SVG."""
        return self._image("svg").decode()

    @property
    def title(self) -> str:
        """What the image says first."""
        found = re.search(r"<title[^>]*>(.*?)</title>", self.svg, re.S)
        return unescape(found[1]) if found else "Chart"

    def save(self, path: Path | str) -> None:
        """Write the image to a file whose name ends in .svg, .png or .pdf."""
        path = Path(path)
        form = path.suffix.removeprefix(".").lower()
        if form not in FORMS:
            raise TrackerError(f"{path} must end in .svg, .png or .pdf")
        try:
            path.write_bytes(self._image(form))
        except OSError as problem:
            raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_html_(self) -> str:
        """As an image, so that several charts on one page cannot share each other's ids."""
        data = base64.b64encode(self.svg.encode()).decode()
        return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(self.title)}" style="max-width:100%">'
