"""`imp-guide rules`: the register of rules, to read."""

import difflib
import textwrap

import click

from generator.problems.rulebook import CHAPTERS, RULES, Rule


@click.command("rules")
@click.argument("names", nargs=-1, metavar="[RULE]...")
def command(names: tuple[str, ...]) -> None:
    """Tell what the rules guard, how to mend a breach, and an example: of all or of some."""
    for name in names:
        if name not in RULES:
            near = difflib.get_close_matches(name, RULES, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else "`imp-guide rules` lists them all."
            raise click.UsageError(f"there is no rule {name}: {hint}")
    if names:
        click.echo("\n\n".join(_in_full(RULES[name]) for name in names))
        return
    for title, rules in CHAPTERS.items():
        click.echo(click.style(title, bold=True))
        for rule in rules:
            click.echo(f"\n{textwrap.indent(_in_full(rule), '  ')}")
        click.echo()


def _in_full(rule: Rule) -> str:
    return "\n".join(
        [
            click.style(rule.id, bold=True),
            *textwrap.wrap(f"Why: {rule.guards}", 92, subsequent_indent="     "),
            *textwrap.wrap(f"How: {rule.mend}", 92, subsequent_indent="     "),
            _example("Wrong: ", rule.wrong),
            _example("Right: ", rule.right),
        ]
    )


def _example(label: str, text: str) -> str:
    return f"{label}{textwrap.indent(text, ' ' * len(label)).lstrip()}"
