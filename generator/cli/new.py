"""`imp-guide new category`: the first draft of a category's file."""

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.common import project_root
from generator.editing.scaffold import category_draft
from generator.model.base import SLUG, slug_like
from generator.model.category import Category
from generator.model.layout import CATEGORIES, CODES
from generator.model.load import load
from generator.model.records import Records
from generator.model.route import Answer
from generator.model.shapes import choices, fields_of, words
from generator.rules.names import code_hint, hint
from generator.source.files import files_below
from generator.source.slips.naming import is_leftover
from generator.source.writing import write_text

T = TypeVar("T")

_PERMIT_TYPES = choices(fields_of(Category)["permit_type"])
_ANSWERS = words(Answer)


@click.group("new")
def command() -> None:
    """Begin a new file."""


@command.command("category")
@click.option("--title", help="Its name in tables and links.")
@click.option("--slug", help="The file's name and the page's address; made of the title if absent.")
@click.option("--group", help="A key of data/groups.yml.")
@click.option("--codes", help="Exemption codes of data/codes.yml, with commas between them.")
@click.option("--permit-type", type=click.Choice(_PERMIT_TYPES))
@click.option("--offer", type=click.Choice(_ANSWERS), help="Does the employer file an offer?")
@click.option("--fee", type=click.Choice(_ANSWERS), help="Does the employer pay the fee?")
def category(**given: str | None) -> None:
    """Write the first draft of a category: every key, with what to write.

    Asks for what the options do not tell; an empty answer leaves the key empty. Review date and
    notice always stay empty: a person writes them once the facts are checked.
    """
    root = project_root()
    records = load(root)[0]
    if _answers():
        click.echo("Return alone leaves an answer empty. Ctrl-C ends without writing anything.")
    title = _asked("Title, as tables show it", given["title"], _some_title)
    free = _free(root, records)
    slug = _asked("File name, without .yml", given["slug"], free, slug_like(title))
    one_type, one_answer = _one_of(_PERMIT_TYPES), _one_of(_ANSWERS)
    known = {
        "title": title,
        "group": _asked(
            f"Group ({_listed(_known_groups(records))})", given["group"], _group(records), ""
        ),
        "codes": _asked(
            f"Exemption codes, with commas ({_listed(_known_codes(records))})",
            given["codes"],
            _codes(records),
            "",
        ),
        "permit_type": _asked(
            f"Permit type ({_listed(_PERMIT_TYPES)})", given["permit_type"], one_type, ""
        ),
        "employer.offer": _asked(
            f"Does the employer file an offer? ({_listed(_ANSWERS)})",
            given["offer"],
            one_answer,
            "",
        ),
        "employer.fee": _asked(
            f"Does the employer pay the fee? ({_listed(_ANSWERS)})", given["fee"], one_answer, ""
        ),
    }
    path = f"{CATEGORIES}/{slug}.yml"
    write_text(root, path, category_draft(slug, known), new=True)
    click.echo(f"{path}: written. Fill in what is empty; `make check` says what is left.")
    click.echo(f"Lead readers to it: add {slug} to `categories` of an answer in data/finder.yml.")
    click.echo("Have the facts checked before you write the review date and the notice.")


def _asked(question: str, given: str | None, read: Callable[[str], T], usual: str = "-") -> T:
    """Return what an option says; ask where it says nothing and somebody is there to answer.

    Raises:
        click.UsageError: the option's value cannot be used, or nobody answers and there is no
            usual answer.
    """
    if given is None and not _answers():
        if usual == "-":
            raise click.UsageError("without a terminal, give the title with --title")
        given = usual
    if given is not None:
        try:
            return read(given)
        except click.BadParameter as error:
            raise click.UsageError(error.message) from None
    answer: T = click.prompt(
        question,
        default=None if usual == "-" else usual,
        show_default=bool(usual) and usual != "-",
        value_proc=read,
    )
    return answer


def _answers() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def _some_title(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("write the category's name")
    return text.strip()


def _free(root: Path, records: Records) -> Callable[[str], str]:
    def read(text: str) -> str:
        slug = text.strip().removesuffix(".yml")
        if not SLUG.fullmatch(slug):
            wanted = slug_like(slug)
            message = f"{slug!r} cannot be an address: use small letters, digits and hyphens"
            raise click.BadParameter(f"{message}, such as {wanted}")
        if (root / CATEGORIES / f"{slug}.yml").exists() or slug in records.new_names():
            raise click.BadParameter(f"there is a category {slug} already: choose another name")
        if other := _of_this_name(root, slug):
            wanted = "move it away, or choose another name"
            raise click.BadParameter(f"{other} has this name already: {wanted}")
        if f"content/categories/{slug}.md" in records.content:
            raise click.BadParameter(f"content/categories/{slug}.md has this address already")
        return slug

    return read


def _of_this_name(root: Path, slug: str) -> str | None:
    """Return a file that is called so, but for its ending or its capitals: ``Cusma.yaml``."""
    for path in files_below(root, CATEGORIES):
        folder, _, name = path.rpartition("/")
        named = folder == CATEGORIES and not is_leftover(name)
        if named and name.partition(".")[0].lower() == slug:
            return path
    return None


def _group(records: Records) -> Callable[[str], str]:
    known = _known_groups(records)

    def read(text: str) -> str:
        group = text.strip()
        if group and group not in known:
            where = "data/groups.yml"
            raise click.BadParameter(f"there is no group {group}: {hint(group, known, where)}")
        return group

    return read


def _codes(records: Records) -> Callable[[str], list[str]]:
    known = _known_codes(records)

    def read(text: str) -> list[str]:
        codes = [code.strip() for code in text.strip(" []").split(",") if code.strip()]
        for code in codes:
            if code not in known:
                advice = code_hint(code, known, CODES)
                raise click.BadParameter(f"{code} is not in the registry: {advice}")
        return codes

    return read


def _known_groups(records: Records) -> Collection[str]:
    if records.groups is None:
        raise click.UsageError("data/groups.yml cannot be read: mend what `make check` tells first")
    return records.groups.record


def _known_codes(records: Records) -> Collection[str]:
    if records.codes is None:
        raise click.UsageError(f"{CODES} cannot be read: mend what `make check` tells first")
    return [entry.label for entry in records.codes.record.entries()]


def _listed(words: Collection[str]) -> str:
    return ", ".join(words)


def _one_of(allowed: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        begun = [word for word in allowed if text and word.startswith(text.lower())]
        if text and text not in allowed and len(begun) != 1:
            raise click.BadParameter(f"write one of {_listed(allowed)}, or nothing")
        return text if text in allowed or not text else begun[0]

    return read
