"""`tracker serve`: the dashboard on this machine."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from . import options


@click.command("serve", epilog=options.examples("tracker serve", "tracker serve --host 0.0.0.0 --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 lets others in.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--edit", is_flag=True, help="Let whoever opens the printed address read reports into the tables.")
@click.option("--by", help="The name kept with what is accepted.  [default: your user name]")
@options.data
def serve_command(host: str, port: int, edit: bool, by: str | None, data: Path) -> None:
    """Open the dashboard for a browser.

    It only shows, unless started with --edit: then reports can be read at /review, from this machine alone, by
    whoever has the address that is printed.
    """
    options.store(data)  # a wrong folder is said before the web is loaded
    from dashboard.server import serve

    serve(data, host=host, port=port, editor=(by or getpass.getuser()) if edit else "")
