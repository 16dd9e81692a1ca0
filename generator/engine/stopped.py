"""What stopped a build that the guide's own checks had no part in, told at its place."""

import re
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from mkdocs.exceptions import Abort, MkDocsException

from generator.problems.problem import Place, Problem
from generator.source.files import read_text
from generator.source.settings import SETTINGS, Written, written_settings

_HOOK = "generator/hooks.py"
_OF_A_SETTING = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)
_PART = re.compile(r"Sub-option '([^']*)'")


def what_stopped(error: BaseException | None, engine: list[str], root: Path) -> Iterator[Problem]:
    """Yield what is wrong with mkdocs.yml.

    Args:
        error: what stopped the build, if anything did.
        engine: what the site engine said; what is told with its place is removed.
        root: the project's folder.
    """
    read = read_text(root, SETTINGS)
    if isinstance(read, Problem):
        yield read
        return
    cause = error.__context__ if error is not None else None
    if isinstance(cause, yaml.YAMLError):
        yield _unreadable(cause, read)
        return
    written = written_settings(root)
    for told in tuple(engine):
        if found := _OF_A_SETTING.match(told):
            engine.remove(told)
            inside = _PART.match(found[2])
            keys = (f"{found[1]}.{inside[1]}" if inside else found[1], found[1])
            place = next((written[key].place for key in keys if key in written), Place(SETTINGS))
            yield Problem("settings", f"`{found[1]}`: {found[2]}", place)
    if not _names_hook(written):
        place = written["hooks"].place if "hooks" in written else Place(SETTINGS)
        says = f"the guide's own program has no part in this: write `- {_HOOK}` below `hooks:`"
        yield Problem("settings", says, place)
    elif isinstance(error, MkDocsException) and not isinstance(error, Abort):
        engine.append(sentence(error))


def sentence(error: BaseException) -> str:
    """Return what stopped a build, and where in a program, for somebody to report."""
    said = " ".join(str(error).split())
    if isinstance(error, MkDocsException):
        return said
    frames = [frame for frame, _line in traceback.walk_tb(error.__traceback__)]
    lines = [line for _frame, line in traceback.walk_tb(error.__traceback__)]
    where = f" ({Path(frames[-1].f_code.co_filename).name}:{lines[-1]})" if frames else ""
    return f"the site cannot be built: {type(error).__name__}{where}: {said}"


def _unreadable(error: yaml.YAMLError, text: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        place = Place(SETTINGS, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem("yaml", "a sign stands here that no text may have: remove it", place)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(SETTINGS, mark.line + 1, mark.column + 1) if mark else Place(SETTINGS)
    said = getattr(error, "problem", None) or " ".join(str(error).split())
    return Problem("yaml", f"the settings cannot be read: {said}", place)


def _names_hook(written: Mapping[str, Written]) -> bool:
    return any(
        key.startswith("hooks.") and (value.text or "").endswith(_HOOK)
        for key, value in written.items()
    )
