"""The addresses of every form of one view of an indicator: page, image, rows, embed. All choose the same claims."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urljoin

from tracker.charts import WAYS
from tracker.charts.compare import COMPARED
from tracker.charts.triangle import RESTATED

from ..state import View
from .multiples import KEY

HEIGHT = 700  # pixels an embed is given until it has said how tall it is
MESSAGE = "figures-tracker:height"
_GROW = (
    f"addEventListener('message',function(e){{if(e.data&&e.data.type==='{MESSAGE}')"
    "document.querySelectorAll('iframe').forEach(function(f){"
    "if(f.contentWindow===e.source)f.style.height=e.data.height+'px'})})"
)


@dataclass(frozen=True)
class Forms:
    """The forms of a view. Addresses begin at `root`, such as https://figures.example/, or at the host's own."""

    view: View
    indicator_id: str
    root: str = ""

    @property
    def page(self) -> str:
        """The interactive page."""
        return self._address(f"/indicator/{quote(self.indicator_id)}", self._same)

    @property
    def embed(self) -> str:
        """The page for frames of other sites."""
        return self._address(f"/embed/{quote(self.indicator_id)}", self._same)

    @property
    def rows(self) -> str:
        """The claims as CSV, which is the same in every language."""
        chosen = View(self.view.chosen).choosing(indicator=(self.indicator_id,))
        return self._address("/api/v1/observations.csv", chosen)

    def series(self, kind: str) -> str:
        """What the chart draws, as `json` or `csv`."""
        return self._address(f"/api/v1/series/{quote(self.indicator_id)}.{kind}", self._same.having(**{KEY: ""}))

    def image(self, kind: str, **look: str) -> str:
        """The chart as `svg`, `png` or `pdf`, of a look such as size="social"."""
        return self._address(f"/charts/{quote(self.indicator_id)}.{kind}", self._same.having(**look))

    def frame(self, name: str, *, width: str = "100%", height: int = HEIGHT) -> str:
        """HTML for another site: the frame, and what makes it as tall as it needs."""
        return (
            f'<iframe src="{escape(self.embed)}" title="{escape(name)}" width="{width}" height="{height}" '
            f'style="border:0;max-width:100%" loading="lazy"></iframe><script>{_GROW}</script>'
        )

    @property
    def _same(self) -> View:
        """What every form understands of the view: its claims, its language, and how the chart is split."""
        by = self.view.get(KEY)
        kept = View(self.view.chosen, self.view.lang).choosing(indicator=())
        return kept.having(**{KEY: by}) if by in (*WAYS, COMPARED, RESTATED) else kept

    def _address(self, path: str, view: View) -> str:
        return urljoin(self.root, view.address(path))
