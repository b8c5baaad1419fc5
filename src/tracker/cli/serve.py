"""`tracker serve`: the dashboard on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("serve", epilog=options.examples("tracker serve", "tracker serve --host 0.0.0.0 --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 lets others in.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@options.data
def serve_command(host: str, port: int, data: Path) -> None:
    """Open the dashboard for a browser."""
    options.store(data)  # a wrong folder is said before the web is loaded
    from dashboard.server import serve

    serve(data, host=host, port=port)
