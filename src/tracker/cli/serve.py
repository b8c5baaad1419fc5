"""`tracker serve`: the dashboard on this machine."""

from __future__ import annotations

import getpass
import ipaddress
import re
from pathlib import Path

import click

from . import options


def _addresses(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for text in given:
        try:
            ipaddress.ip_network(text, strict=False)
        except ValueError:
            raise click.BadParameter(f"{text!r} is not an address or a network: write it as 10.0.0.7") from None
    return given


@click.command(
    "serve",
    epilog=options.examples(
        "tracker serve",
        "tracker serve --edit",
        "tracker serve --host 0.0.0.0 --port 8080",
        "tracker serve --edit --trust-header X-Remote-User --trust-proxy 127.0.0.1",
    ),
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 lets others in.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--edit", is_flag=True, help="Let people read reports into the tables, at /review.")
@click.option("--by", help="The name kept with what is accepted on this machine.  [default: your user name]")
@click.option("--login", is_flag=True, help="Ask for an account on this machine too, for a proxy in front.")
@click.option("--trust-header", metavar="NAME", help="The header in which a proxy in front says who somebody is.")
@click.option(
    "--trust-proxy",
    multiple=True,
    metavar="ADDRESS",
    callback=_addresses,
    help="Address or network of a proxy whose headers are believed; may repeat.",
)
@options.data
def serve_command(
    host: str,
    port: int,
    edit: bool,
    by: str | None,
    login: bool,
    trust_header: str | None,
    trust_proxy: tuple[str, ...],
    data: Path,
) -> None:
    """Open the dashboard for a browser.

    It only shows, unless started with --edit. Then, on this machine, whoever has the address that is printed may read
    reports at /review; with a --host that others reach, people sign in with an account (tracker user add), or a proxy
    in front says who they are.
    """
    if not edit and (by or login or trust_header):
        raise click.UsageError("--by, --login and --trust-header say who may write: give --edit with them.")
    if trust_header and not re.fullmatch(r"[A-Za-z0-9-]+", trust_header):
        raise click.BadParameter(f"{trust_header!r} is not the name of a header", param_hint="--trust-header")
    options.store(data)  # a wrong folder is said before the web is loaded
    from dashboard.access import Editing
    from dashboard.server import serve

    editing = Editing(by or getpass.getuser(), login, trust_header or "", trust_proxy) if edit else None
    serve(data, host=host, port=port, editing=editing, proxies=trust_proxy)
