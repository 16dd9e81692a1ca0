"""`make completion`: prints what is offered, marked and shown, and fails where a demand is not met.

The server works on a copy of the frozen guide, with the schemas as they are made now.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.editing.generated import write
from generator.editing.names import NAMES, renew
from generator.model.layout import TEMPLATE
from generator.model.load import load
from tests.completion.keys import keys_of
from tests.completion.places import NEW, PLACES, Place
from tests.completion.server import PROGRAM, Server
from tests.completion.slips import MARKED, SHOWN, UNMARKED
from tests.project import GUIDE, ROOT, Project

# What no editor may be offered: another file's tag, a value that YAML knows and the guide does not.
_NEVER = {"!ENV", "null", "true", "false", "- (array item) undefined"}
# A date, a reviewer, or a placeholder that has a value already, where it is not the only one.
_A_VALUE = re.compile(r"\d{4}-\d{2}|review-desk|\$\{\d+:(?!tfwp\})")
_REGULAR_EXPRESSION = re.compile(r"\\[a-zA-Z]|\(\?|\[\^|\^\[|\]\*|\]\+")
_SERVERS_WORDS = re.compile(
    r"Incorrect type|Missing property|is not allowed|Value is|does not match|Array has|Matches"
)


def main() -> int:
    """Ask, print, and return how the process ends."""
    if not PROGRAM.is_file():
        sys.stderr.write("yaml-language-server is not installed here: run `make completion`\n")
        return 2
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "guide"
        root.mkdir()
        project = Project(root)
        project.write("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
        write(root)
        with Server(root, settings) as server:
            rows = [*_offered(project, server), *_marked(project, server), *_shown(project, server)]
            rows += _renewed(project, server)
    for fault, *cells in rows:
        _say(f"{'FAILS' if fault else 'holds'} | {' | '.join(cells)}")
        if fault:
            _say(f"      {fault}")
    failed = [row for row in rows if row[0]]
    _say(f"{len(rows)} places and slips, {len(failed)} of them not as they should be.")
    return 1 if failed else 0


def _offered(project: Project, server: Server) -> Iterator[tuple[str, ...]]:
    for place in PLACES:
        text, line = _written(project, place.path, place.old, place.new)
        items = server.complete(place.path, text)
        labels = [item["label"] for item in items]
        shown = ", ".join(labels[:6]) + (f" and {len(labels) - 6} more" if labels[6:] else "")
        yield _fault(place, items), "offered", place.path, line, shown or "nothing"


def _fault(place: Place, items: Sequence[dict[str, Any]]) -> str:
    """Return what is wrong with what is offered, or nothing."""
    by_label = {item["label"]: item for item in items}
    first = by_label.get(place.offers[0], {}) if place.offers else {}
    told, inserted = _documentation(first), _inserted(first)
    others = by_label.keys() - set(place.offers) if place.only else set()
    valued = [item["label"] for item in items if _A_VALUE.search(_inserted(item))]
    faults = {
        "not offered": [label for label in place.offers if label not in by_label],
        "offered besides": sorted(others),
        "must never be offered": sorted(_NEVER & by_label.keys()),
        "puts a value in": valued,
        "only says": [] if place.says in told else [told or "nothing"],
        "puts in": [] if place.inserts in {"", inserted} else [repr(inserted)],
    }
    return "; ".join(f"{fault}: {', '.join(found)}" for fault, found in faults.items() if found)


def _marked(project: Project, server: Server) -> Iterator[tuple[str, ...]]:
    for path, old, new, words in MARKED:
        text, line = _written(project, path, old, new)
        marks = [message for _line, message in server.marks(path, text)]
        fault = "" if any(words in message for message in marks) else f"not said: {words}"
        for message in marks:
            if _REGULAR_EXPRESSION.search(message) or _SERVERS_WORDS.search(message):
                fault = f"these are not the check's words: {message}"
        yield fault, "marked", path, line, " / ".join(marks) or "nothing"
    sound = [(path, old, new) for path, old, new in UNMARKED]
    sound += [(path, "", project.read(path)) for path in [*_files(GUIDE), "mkdocs.yml"]]
    # And the guide's own files as they are, under the frozen guide's schemas.
    sound += [(path, "", (ROOT / path).read_text(encoding="utf-8")) for path in _files(ROOT)]
    for path, old, new in sound:
        text, line = _written(project, path, old, new)
        marks = [message for _line, message in server.marks(path, text)]
        fault = f"must not be marked: {' / '.join(marks)}" if marks else ""
        yield fault, "unmarked", path, line if old else "as it is", "nothing" if not marks else ""


def _shown(project: Project, server: Server) -> Iterator[tuple[str, ...]]:
    for path, old, new, words in SHOWN:
        text, line = _written(project, path, old, new)
        shown = " ".join(server.hover(path, text).split())
        fault = "" if words in shown else f"not shown: {words}"
        yield fault, "shown", path, line, shown
    for one in keys_of(GUIDE).values():
        shown = server.hover(one.path, one.marked_in(project.read(one.path)))
        told = re.sub(r"\\(?=\W)|\s|&\w+;", "", shown)
        wanted = re.sub(r"\s", "", one.description)
        fault = "" if wanted and wanted in told else f"not shown: {one.description}"
        yield fault, "shown", one.path, f"{one.record.__name__}.{one.key}", " ".join(shown.split())


def _renewed(project: Project, server: Server) -> Iterator[tuple[str, ...]]:
    """Define a group, and renew the names as a check does on somebody's own machine."""
    group = "brand-new:\n  title: Brand new\n  heading: New\n  summary: It is new.\n\n"
    project.replace("data/groups.yml", "turn-about:", f"{group}turn-about:")
    text = "title: New\ngroup: ¦\n"
    before = [item["label"] for item in server.complete(NEW, text)]
    renew(project.root, load(project.root)[0], {})
    server.changed(NAMES)
    after = [item["label"] for item in server.complete(NEW, text)]
    as_it_should = "brand-new" not in before and set(after) == {*before, "brand-new"}
    fault = "" if as_it_should else f"before: {', '.join(before)}"
    yield fault, "renewed", NEW, "group: ¦", ", ".join(after)


def _written(project: Project, path: str, old: str, new: str) -> tuple[str, str]:
    """Return a file's text with something else in one place, and the line that tells of it."""
    line = new.strip("\n").split("\n")[-1].strip()
    if "¦" in new:
        line = next(one for one in new.split("\n") if "¦" in one).strip()
    if not old:
        return new, line
    whole = project.read(path)
    if old not in whole:
        message = f"{old!r} is not in {path}"
        raise ValueError(message)
    return whole.replace(old, new, 1), line or f"without {old.strip()}"


def _files(root: Path) -> list[str]:
    """Return the files of data/ that have a schema."""
    files = (file.relative_to(root).as_posix() for file in (root / "data").rglob("*.yml"))
    return sorted(path for path in files if path != TEMPLATE)


def _inserted(item: dict[str, Any]) -> str:
    return str(item.get("insertText") or item.get("textEdit", {}).get("newText", ""))


def _documentation(item: dict[str, Any]) -> str:
    told = item.get("documentation") or ""
    return str(told["value"] if isinstance(told, dict) else told)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
