"""The command `tracker`. Each command is loaded when it is asked for, so that help answers at once."""

from __future__ import annotations

import importlib

import click

from .. import __version__
from ..errors import TrackerError

# Every command, in the order help shows them, and the file here that holds it as `<name>_command`.
COMMANDS = {
    "serve": "serve",
    "list": "browse",
    "show": "browse",
    "search": "search",
    "changes": "changes",
    "chart": "chart",
    "cite": "cite",
    "export": "export",
    "package": "package",
    "check": "check",
    "read": "read",
    "add": "add",
    "describe": "describe",
    "user": "user",
    "audit": "audit",
}


class Commands(click.Group):
    """Loads a command when it is called, and ends every error of the library in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name. What its file imports at the top is all that its help costs."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"{__name__}.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; a TrackerError is a message for the person, not a crash."""
        try:
            return super().invoke(ctx)
        except TrackerError as problem:
            raise click.ClickException(str(problem)) from None


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command has its own help with examples: tracker list --help",
)
@click.version_option(__version__, prog_name="tracker")
def main() -> None:
    """Figures cited in reporting on crises, each with who said it, when, and how surely.

    The tables are read from the folder data, or from the one that --data or TRACKER_DATA names.
    """
