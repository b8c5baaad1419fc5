"""`tracker user`: the accounts of those who may write where others reach the dashboard."""

from __future__ import annotations

import datetime as dt
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import RefusedError
from . import options

if TYPE_CHECKING:
    from ..accounts import Accounts

ROLES = ("reader", "contributor", "reviewer")  # as `tracker.accounts` has them; loading it takes longer than help may
role = click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")


@click.group(
    "user",
    epilog=options.examples(
        "tracker user list",
        "tracker user add rana --role reviewer --no-password",
    ),
)
def user_command() -> None:
    """Say who may write, where others reach the dashboard.

    A reader sees reports under review; a contributor reads reports in and proposes figures; a reviewer accepts them.
    Accounts are kept in accounts.json beside the data, or in the file that TRACKER_ACCOUNTS names.
    """


@user_command.command("list")
@options.data
def _list(data: Path) -> None:
    """Show every account with its role."""
    known = list(_accounts(data))
    if not known:
        click.echo("There are no accounts. Add one with: tracker user add NAME --role reviewer", err=True)
    for account in known:
        how = "" if account.password else "  (no password: named by a proxy)"
        click.echo(f"{account.name:<24}{account.role:<14}since {account.since[:10]}{how}")


@user_command.command("add")
@click.argument("name")
@role
@click.option("--no-password", is_flag=True, help="For somebody whom a proxy in front names (serve --trust-header).")
@options.data
def _add(name: str, role: str, no_password: bool, data: Path) -> None:
    """Add an account. Its password is asked for."""
    from ..accounts import Role

    password = None if no_password else _password()
    account = _accounts(data).add(name, Role(role), password, by=getpass.getuser(), now=_now())
    click.echo(f"Added {account.name} as {account.role}.")


@user_command.command("remove")
@click.argument("name")
@options.data
def _remove(name: str, data: Path) -> None:
    """Take an account away; whoever is signed in with it is signed out."""
    _accounts(data).remove(name, by=getpass.getuser(), now=_now())
    click.echo(f"Removed {name}.")


@user_command.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@options.data
def _role(name: str, role: str, data: Path) -> None:
    """Give an account another role, at once."""
    from ..accounts import Role

    _accounts(data).give(name, Role(role), by=getpass.getuser(), now=_now())
    click.echo(f"{name} is now a {role}.")


@user_command.command("password")
@click.argument("name")
@options.data
def _set_password(name: str, data: Path) -> None:
    """Set another password; whoever is signed in with the old one is signed out."""
    accounts = _accounts(data)
    if accounts.get(name) is None:
        raise RefusedError(f"there is no account {name!r}: tracker user list shows those there are")
    accounts.set_password(name, _password(), by=getpass.getuser(), now=_now())
    click.echo(f"Set a password for {name}.")


def _accounts(data: Path) -> Accounts:
    from ..accounts import accounts_for

    options.store(data)  # a wrong folder is said before anything is put beside it
    return accounts_for(data)


def _password() -> str:
    from ..accounts import SHORTEST

    return str(click.prompt(f"Password ({SHORTEST} characters or more)", hide_input=True, confirmation_prompt=True))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
