"""Threads and processes that use one folder at once all get right answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
from factories import citation, observation

from tracker.catalogue import Catalogue, Filter, Live
from tracker.catalogue.recent import Recent
from tracker.store import Store

COUNT = (
    "import sys; from tracker.store import Store; from tracker.catalogue import Catalogue;"
    "print(Catalogue.of(Store(sys.argv[1])).rows('count').n[0])"
)


def test_threads_that_share_a_catalogue_get_the_answers_they_asked_for(folder: Callable[..., Path]) -> None:
    data = folder(observations=[observation(f"o{n:03}", value=n) for n in range(200)])
    made = Catalogue.of(Store(data))

    def ask(n: int) -> bool:
        frame = made.rows("claims", Filter(observation=(f"o{n:03}",)))
        return list(frame.value) == [n] and list(frame.observation_id) == [f"o{n:03}"]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(200)))


def test_threads_that_find_the_files_changed_make_one_catalogue(folder: Callable[..., Path]) -> None:
    live = Live(Store(folder(observations=[observation()])))
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: live.catalogue(), range(16)))
    assert len(set(map(id, made))) == 1


def test_processes_that_build_at_once_all_read_the_same(folder: Callable[..., Path]) -> None:
    data = folder(observations=[observation(f"o{n}") for n in range(50)])
    running = [
        subprocess.Popen([sys.executable, "-c", COUNT, str(data)], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [process.communicate()[0].strip() for process in running] == ["50"] * 3


def test_a_reader_sees_a_claim_only_together_with_its_citation(folder: Callable[..., Path]) -> None:
    data = folder(observations=[observation()], citations=[citation()])

    def write(n: int) -> None:
        cited = citation(f"c{n}", observation_id=f"o{n}")
        Store(data).append({"observations": [observation(f"o{n}")], "citations": [cited]})

    def read(_: int) -> bool:
        made = Catalogue.of(Store(data))
        return set(made.observations.observation_id) == set(made.citations.observation_id)

    with ThreadPoolExecutor(4) as pool:
        written, seen = pool.map(write, range(15)), pool.map(read, range(15))
        assert all(seen)
        assert len(list(written)) == 15


def test_recent_answers_are_forgotten_when_they_take_too_much_memory() -> None:
    recent = Recent(limit=100_000)
    for n in range(50):
        recent.keep(n, pd.DataFrame({"value": [float(n)] * 1000}))
    assert recent.get(0) is None
    assert recent.get(49) is not None
    recent.keep("huge", pd.DataFrame({"value": [0.0] * 100_000}))
    assert recent.get("huge") is None
