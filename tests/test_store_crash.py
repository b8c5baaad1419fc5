"""Writers that are killed at any moment lose nothing they acknowledged and leave nothing half done."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from crashing_writer import claim
from factories import citation, observation

from tracker.store import Store

SCRIPT = Path(__file__).with_name("crashing_writer.py")
WRITERS, CLAIMS, DEATHS = 4, 50, 8
STEPS = range(1, 11)  # an append of two tables takes ten steps towards the disk; the test below holds that number


def start(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, SCRIPT, folder, *arguments]
    return subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)


def ids(store: Store, table: str, column: str) -> Counter[str]:
    return Counter(row[column] for _, row in store.raw(table))


def assert_consistent(store: Store) -> None:
    observed, cited = ids(store, "observations", "observation_id"), ids(store, "citations", "observation_id")
    assert observed == cited, "a claim without its citation, or the other way round"
    assert set(observed.values()) <= {1}, "a claim stands twice"


@pytest.fixture
def data(folder: Callable[..., Path]) -> Path:
    return folder(observations=[observation()], citations=[citation()])


class Writer(threading.Thread):
    """One writer at work, killed soon after some of its acknowledgements and restarted where it had come to."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__()
        self.folder, self.number, self.chance = folder, number, random.Random(number)
        self.acknowledged: list[str] = []
        self.deaths = 0

    def run(self) -> None:
        while len(self.acknowledged) < CLAIMS:
            with start(self.folder, f"w{self.number}", len(self.acknowledged), CLAIMS) as process:
                self._live(process)

    def _live(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        lives_for = self.chance.randint(1, 2 * CLAIMS // DEATHS)
        for count, line in enumerate(process.stdout, start=1):
            self.acknowledged += [line.strip()] * line.endswith("\n")
            if count == lives_for and self.deaths < DEATHS:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=self.chance.uniform(0, 0.005))  # somewhere within the next append
                process.kill()
                self.deaths += 1


def test_killed_writers_lose_no_acknowledged_claim_and_double_none(data: Path) -> None:
    writers = [Writer(data, number) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    store = Store(data)
    acknowledged = [name for writer in writers for name in writer.acknowledged]
    assert sum(writer.deaths for writer in writers) >= WRITERS * DEATHS // 2
    assert len(set(acknowledged)) == len(acknowledged) == WRITERS * CLAIMS
    assert set(acknowledged) <= set(ids(store, "observations", "observation_id"))
    assert_consistent(store)


@pytest.mark.parametrize("step", STEPS)
def test_a_writer_that_dies_at_any_step_leaves_all_or_nothing(data: Path, step: int) -> None:
    process = start(data, "w", 0, 1, step)
    said, _ = process.communicate()
    assert process.returncode == -9 and not said
    store = Store(data)
    assert_consistent(store)
    assert not [path for path in (data / ".tracker").iterdir() if path.suffix == ".journal"]
    store.append(claim("w-0"))  # the retry of what was not acknowledged
    assert_consistent(store)
    assert "w-0" in ids(store, "observations", "observation_id")


def test_a_writer_takes_no_more_steps_than_were_tried(data: Path) -> None:
    said, _ = start(data, "w", 0, 1, max(STEPS) + 1).communicate()
    assert said == "w-0\n"


def test_what_a_dead_writer_left_is_reported_and_kept_aside(data: Path) -> None:
    start(data, "w", 0, 1, 5).wait()
    store = Store(data)
    assert any("did not finish were taken back" in sentence for sentence in store.repaired)
    kept = b"".join(path.read_bytes() for path in (data / ".tracker").glob("cut-*.csv"))
    assert b"w-0" in kept
    assert Store(data).repaired == ()
