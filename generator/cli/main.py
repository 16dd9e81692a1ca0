"""`imp-guide`: the commands, each loaded when it is called, so that none waits for another."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from generator.source.failing import tell
from generator.source.writing import WriteRefusedError

_MODULES = {
    "check": "check",
    "diff": "diff",
    "due": "due",
    "inspect": "inspect_site",
    "new": "new",
    "portable": "portable",
    "reference": "reference",
    "review": "review",
    "rules": "rules",
    "sbom": "sbom",
    "watch": "watch",
}


class _NotWritten(click.ClickException):
    """A command could not write a file: told in one line."""

    exit_code = 2


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

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run as a program, and tell in a sentence what the machine refuses."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A terminal that knows few signs shows `?` for the others.
                stream.reconfigure(errors="replace")
        try:
            return super().main(args, prog_name, complete_var, standalone_mode, **extra)
        except OSError as error:
            if not standalone_mode:
                raise
            tell(error)
            raise SystemExit(_NotWritten.exit_code) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and tell an editor of a file that it could not write."""
        try:
            return super().invoke(ctx)
        except WriteRefusedError as error:
            raise _NotWritten(str(error)) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, compare and extend the IMP guide.

    Every command works on the guide in the current folder or above it. It ends with status 0
    where all is well, 1 where something has to be mended, 2 where it was called wrongly, could not
    write a file, or was refused something by the machine.
    """


if __name__ == "__main__":
    main(prog_name="imp-guide")
