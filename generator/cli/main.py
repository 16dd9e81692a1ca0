"""`imp-guide`: the commands, each loaded when it is called, so that none waits for another."""

from importlib import import_module

import click

_MODULES = {
    "check": "check",
    "diff": "diff",
    "due": "due",
    "inspect": "inspect_site",
    "new": "new",
    "reference": "reference",
    "review": "review",
    "rules": "rules",
    "watch": "watch",
}


class _Commands(click.Group):
    """A group whose commands are imported by need."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, as the help lists them."""
        del ctx
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        del ctx
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"generator.cli.{_MODULES[cmd_name]}")
        command: click.Command = module.command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, compare and extend the IMP guide.

    Every command works on the guide in the current folder or above it. It ends with status 0
    where all is well, 1 where something has to be mended, 2 where it was called wrongly.
    """
