"""The least and the most that the words of many figures allow: `Figure.lowest` and `Figure.highest`, a column each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .figure import CAPPED, FLOORED


def lowest(rows: pd.DataFrame) -> pd.Series[float]:
    """The least that each row allows; minus infinity where its words set no floor."""
    return rows.value_low.fillna(rows.value.where(rows.qualifier.isin(FLOORED))).fillna(-np.inf)


def highest(rows: pd.DataFrame) -> pd.Series[float]:
    """The most that each row allows; infinity where its words set no ceiling."""
    return rows.value_high.fillna(rows.value.where(rows.qualifier.isin(CAPPED))).fillna(np.inf)
