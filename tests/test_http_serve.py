"""`serve` on a real port: one line when it is ready, and one clear line when it cannot be."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from factories import observation

from dashboard.server import serve
from tracker.errors import TrackerError


@contextmanager
def running(data: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [
        sys.executable,
        "-c",
        "from tracker.cli import main; main()",
        "serve",
        "--data",
        str(data),
        "--port",
        "0",
        *options,
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_says_one_line_answers_and_stops_quietly_on_ctrl_c(folder: Callable[..., Path]) -> None:
    data = folder(observations=[observation()])
    with running(data) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        said = re.fullmatch(
            rf"Serving the figures of {re.escape(str(data))} on (http://127\.0\.0\.1:\d+) \(Ctrl\+C stops it\)\n", line
        )
        assert said, line
        with urlopen(f"{said[1]}/healthz", timeout=10) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=20)
    assert (rest, complaints, process.returncode) == ("", "", 0)


def test_a_port_that_is_taken_is_said_in_one_line(folder: Callable[..., Path]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(TrackerError) as refusal:
            serve(folder(observations=[observation()]), "127.0.0.1", port)
    said = f"127.0.0.1 port {port} cannot be used: Address already in use. Choose another with --port"
    assert str(refusal.value) == said


def test_a_host_that_is_not_ours_is_said_in_one_line(folder: Callable[..., Path]) -> None:
    with pytest.raises(TrackerError, match=r"192\.0\.2\.1 port 0 cannot be used"):
        serve(folder(observations=[observation()]), "192.0.2.1", 0)


def test_a_folder_without_figures_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"holds no observations\.csv"):
        serve(tmp_path, "127.0.0.1", 0)


def test_data_that_cannot_be_read_are_said_before_anything_is_served(folder: Callable[..., Path]) -> None:
    path = folder(observations=[observation()]) / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2016-09-23", "23 Sep"), encoding="utf-8")
    with pytest.raises(TrackerError, match=r"observations\.csv row 2, period_start"):
        serve(path.parent, "127.0.0.1", 0)
