"""What somebody may do to a guide while a preview runs: by chance, well or badly."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.project import TODAY, Project

DAY = "GUIDE_TODAY"

CATEGORY = "data/categories/*.yml"
DATA = "data/**/*.yml"
PAGE = "content/**/*.md"
TEMPLATE = "generator/pages/templates/*.j2"

_WORDS = ("lamps", "fee", "IMP", "ORCA", "test", "“quotes”", "a < b", "P22", "twice", "{{ x }}")
_DAYS = ("2022-11-22", "2022-11-23", "2022-12-31", "2023-05-31", "2023-07-01", "someday")
_IMAGE = "content/picture.svg"
_THEME = "overrides/partials/content.html"


class Desk:
    """A guide that is edited, where each edit since the last sound state can be taken back.

    Attributes:
        root: the project's folder.
        environ: the variables that a build is given.
        random: what decides on everything.
    """

    def __init__(self, project: Project, seed: int) -> None:
        self.root = project.root
        self.environ = {DAY: TODAY.isoformat()}
        self.random = Random(seed)  # noqa: S311 - chance that can be repeated
        self._sound: dict[str, bytes | None] = {}

    def files(self, *patterns: str) -> list[str]:
        """Return the files of the guide that match, in an order that is always the same."""
        found = {path for pattern in patterns for path in self.root.glob(pattern)}
        return sorted(path.relative_to(self.root).as_posix() for path in found if path.is_file())

    def any_file(self, *patterns: str) -> str:
        """Return one of them."""
        return self.random.choice(self.files(*patterns))

    def slugs(self) -> list[str]:
        """Return the names of the categories."""
        return [Path(path).stem for path in self.files(CATEGORY)]

    def read(self, path: str) -> str:
        """Return a text, also one that is not in UTF-8 for now."""
        return (self.root / path).read_bytes().decode(errors="replace")

    def write(self, path: str, text: str | bytes) -> None:
        """Save a file."""
        self._note(path)
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def delete(self, path: str) -> None:
        """Remove a file."""
        self._note(path)
        (self.root / path).unlink()

    def begin_day(self, day: str) -> None:
        """Let the next build happen on another day."""
        self._sound.setdefault(DAY, self.environ[DAY].encode())
        self.environ[DAY] = day

    def is_sound(self) -> None:
        """Forget how it was: there is nothing to mend."""
        self._sound.clear()

    def can_mend(self) -> bool:
        """Tell whether anything changed since the last sound state."""
        return bool(self._sound)

    def mend(self) -> str:
        """Take back what was done to one file."""
        path = self.random.choice(sorted(self._sound))
        before = self._sound.pop(path)
        file = self.root / path
        if path == DAY:
            self.environ[DAY] = (before or b"").decode()
        elif before is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(before)
        return f"mended {path}"

    def _note(self, path: str) -> None:
        file = self.root / path
        self._sound.setdefault(path, file.read_bytes() if file.exists() else None)


Edit = Callable[[Desk], str | None]
"""Does something and says what, or returns None where that cannot be done now."""


@dataclass(frozen=True)
class Rewritten:
    """An edit that puts another value into one place of one file.

    Attributes:
        files: the files that it may happen in.
        pattern: where; its group is the value.
        values: what to write, good and bad; `@` stands for the value before.
    """

    files: str
    pattern: str
    values: tuple[str, ...]

    def __call__(self, desk: Desk) -> str | None:
        """Write one of the values in one of the places."""
        files = desk.files(self.files)
        if not files:
            return None
        path = desk.random.choice(files)
        text = desk.read(path)
        places = list(re.finditer(self.pattern, text, re.MULTILINE))
        if not places:
            return None
        place = desk.random.choice(places)
        old = place[1]
        new = desk.random.choice(self.values).replace("@", old if len(old) < 60 else old[:20])
        desk.write(path, f"{text[: place.start(1)]}{new}{text[place.end(1) :]}")
        return f"{path}: {old!r} became {new!r}"


def word(desk: Desk) -> str | None:
    """Another word in a text."""
    pattern = r"(?<=[a-z] )([a-z]{3,})(?= [a-z])"
    return Rewritten(desk.random.choice((DATA, CATEGORY, PAGE)), pattern, _WORDS)(desk)


def spoiled(desk: Desk) -> str:
    """A file that is no YAML any more, or no text."""
    path = desk.any_file(DATA, PAGE)
    text = desk.read(path)
    place = text.index("\n", desk.random.randrange(len(text) - 1)) + 1 if "\n" in text[:-1] else 0
    how = desk.random.choice(("bracket", "tab", "cut", "encoding", "empty", "key"))
    start, end = text[:place], text[place:]
    made: dict[str, str | bytes] = {
        "bracket": f"{start}  - : [\n{end}",
        "tab": f"{start}\tx\n{end}",
        "cut": start,
        "encoding": start.encode() + b"\xff\n" + end.encode(),
        "empty": "",
        "key": f"{start}tilte: x\n{end}",
    }
    desk.write(path, made[how])
    return f"{path} was spoiled: {how} after {place} letters"


def saved(desk: Desk) -> str:
    """A file saved again with the same facts: as it was, with a comment, with other line ends."""
    path = desk.any_file(DATA)
    text = desk.read(path)
    how = desk.random.choice(("same", "comment", "ends"))
    first, rest = text.split("\n", 1) if "\n" in text else (text, "")
    made = {
        "same": text,
        "comment": f"{first}\n# A comment.\n{rest}",
        "ends": text.replace("\r\n", "\n").replace("\n", "\r\n"),
    }
    desk.write(path, made[how])
    return f"{path} was saved again: {how}"


def item(desk: Desk) -> str | None:
    """One more or one fewer in a list."""
    names = ("comparison", "finder", "firm", "obligations", "questions", "steps", "terms", "codes")
    path = f"data/{desk.random.choice(names)}.yml"
    if path not in desk.files(path):
        return None
    text = desk.read(path)
    items = list(
        re.finditer(r"^  - .*\n(?:(?:    .*)?\n(?!  - |\S))*(?:    .*\n)*", text, re.MULTILINE)
    )
    if not items:
        return None
    chosen = desk.random.choice(items)
    if desk.random.random() < 0.5:
        desk.write(path, text[: chosen.start()] + text[chosen.end() :])
        return f"{path} lost {chosen[0][:40]!r}"
    head, below = chosen[0].split("\n", 1)
    more = f"{head}{desk.random.choice('123456789')}\n{below}"
    desk.write(path, f"{text[: chosen.end()]}{more}{text[chosen.end() :]}")
    return f"{path} has {more[:40]!r} too"


def order(desk: Desk) -> str | None:
    """Two parts of a file in each other's place."""
    names = ("codes", "groups", "reviewers", "sources")
    path = f"data/{desk.random.choice(names)}.yml"
    if path not in desk.files(path):
        return None
    parts = desk.read(path).rstrip("\n").split("\n\n")
    places = [
        number
        for number, (one, two) in enumerate(pairwise(parts))
        if number and one[:2] == two[:2] and "#" not in one + two
    ]
    if not places:
        return None
    number = desk.random.choice(places)
    parts[number], parts[number + 1] = parts[number + 1], parts[number]
    desk.write(path, "\n\n".join(parts) + "\n")
    return f"{path}: two parts changed places"


def category_added(desk: Desk) -> str | None:
    """A category like another one, to which the finder leads or not."""
    slug = f"added-{desk.random.randrange(100)}"
    if slug in desk.slugs() or len(desk.slugs()) > 12:
        return None
    text = desk.read(desk.any_file(CATEGORY))
    text = re.sub(r"^formerly:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    text = re.sub(r"^title: .*$", f"title: Category {slug}", text, flags=re.MULTILINE)
    desk.write(f"data/categories/{slug}.yml", text)
    follows = desk.random.random() < 0.7
    if follows:
        finder = desk.read("data/finder.yml")
        desk.write("data/finder.yml", finder.replace("categories: [", f"categories: [{slug}, ", 1))
    return f"category {slug} was added{', and the finder leads to it' if follows else ''}"


def category_renamed(desk: Desk) -> str | None:
    """A category with another file name, which the other files know of or not."""
    if not (slugs := desk.slugs()):
        return None
    old = desk.random.choice(slugs)
    new = f"renamed-{desk.random.randrange(100)}"
    text = desk.read(f"data/categories/{old}.yml")
    if new in slugs:
        return None
    if desk.random.random() < 0.7 and not re.search(r"^formerly:", text, re.MULTILINE):
        text = f"{text.rstrip()}\nformerly: [{old}]\n"
    desk.write(f"data/categories/{new}.yml", text)
    desk.delete(f"data/categories/{old}.yml")
    follows = desk.random.random() < 0.7
    for path in desk.files(DATA, PAGE) if follows else ():
        said = desk.read(path)
        known = re.sub(rf"(?<![\w-])(?<!formerly: \[){old}(?![\w-])", new, said)
        if known != said and path != f"data/categories/{new}.yml":
            desk.write(path, known)
    return f"category {old} became {new}{', everywhere' if follows else ''}"


def category_deleted(desk: Desk) -> str | None:
    """A category that is gone, of which the other files know or not."""
    if not (slugs := desk.slugs()):
        return None
    slug = desk.random.choice(slugs)
    desk.delete(f"data/categories/{slug}.yml")
    return f"category {slug} was deleted{_unnamed(desk, slug)}"


def category_ended(desk: Desk) -> str | None:
    """A category that has ended, of which the other files know or not."""
    open_now = [s for s in desk.slugs() if "\nended:" not in desk.read(f"data/categories/{s}.yml")]
    if not open_now:
        return None
    slug = desk.random.choice(open_now)
    path = f"data/categories/{slug}.yml"
    kept = r"^(?:#|title:|formerly:|reviewed_on:|reviewed_by:|verify:|reviews:).*\n(?:[ -].*\n)*"
    head = "".join(re.findall(kept, desk.read(path), re.MULTILINE))
    other = desk.random.choice([*open_now, "nowhere"])
    desk.write(path, f"{head}ended:\n  on: 2022-10\n  why: It is over.\n  instead: [{other}]\n")
    return f"category {slug} ended{_unnamed(desk, slug)}"


def _unnamed(desk: Desk, slug: str) -> str:
    """Let the other files know that a category is gone, more often than not, and say so."""
    if desk.random.random() >= 0.7:
        return ""
    for path in desk.files(DATA):
        said = desk.read(path)
        known = re.sub(rf"(?<=\[){slug}, |, {slug}(?=[,\]])", "", said)
        known = re.sub(rf"^ *- {slug}\n", "", known, flags=re.MULTILINE)
        if known != said:
            desk.write(path, known)
    return ", everywhere"


def look(desk: Desk) -> str | None:
    """A reviewer's look at a record, well or badly written down."""
    path = desk.any_file(DATA, PAGE)
    text = desk.read(path)
    if "\nreviewed_by:" not in text or "\nreviews:" in text:
        return None
    outcome = desk.random.choice(("confirmed", "changed", "wording seen", "problem found", "fine"))
    when = desk.random.choice(("2022-05", "2022-11-22", "2023-02", "soon"))
    by = desk.random.choice(("review-desk-one", "review-desk-two", "nobody"))
    entry = f"  - date: {when}\n    by: {by}\n    outcome: {outcome}\n    note: Seen.\n"
    desk.write(path, text.replace("\nreviewed_by:", f"\nreviews:\n{entry}reviewed_by:", 1))
    return f"{path}: {by} looked at it {when}: {outcome}"


def page_added(desk: Desk) -> str | None:
    """A page that people wrote, with its line in the navigation or without."""
    name = f"added-{desk.random.randrange(100)}.md"
    if f"content/{name}" in desk.files(PAGE) or "content/glossary.md" not in desk.files(PAGE):
        return None
    desk.write(f"content/{name}", desk.read("content/glossary.md"))
    follows = desk.random.random() < 0.8
    if follows:
        settings = desk.read("mkdocs.yml")
        desk.write("mkdocs.yml", settings.replace("\nnav:\n", f"\nnav:\n  - New: {name}\n", 1))
    return f"page {name} was added{' to the navigation' if follows else ''}"


def page_deleted(desk: Desk) -> str | None:
    """A page that is gone, from the navigation too or not."""
    pages = [path for path in desk.files(PAGE) if "added-" in path] or desk.files(PAGE)
    if not pages:
        return None
    path = desk.random.choice(pages)
    desk.delete(path)
    follows = desk.random.random() < 0.8
    if follows:
        line = rf"^  - .*: {path.removeprefix('content/')}\n"
        desk.write("mkdocs.yml", re.sub(line, "", desk.read("mkdocs.yml"), flags=re.MULTILINE))
    return f"{path} was deleted{' from the navigation' if follows else ''}"


def picture(desk: Desk) -> str:
    """A picture beside the pages that comes, changes and goes."""
    return _comes_and_goes(
        desk,
        _IMAGE,
        f"<svg xmlns='http://www.w3.org/2000/svg'><!-- {desk.random.random()} --></svg>",
    )


def part_of_theme(desk: Desk) -> str:
    """A part of the theme of the firm's own that comes, changes and goes."""
    return _comes_and_goes(desk, _THEME, f"<!-- {desk.random.random()} -->{{{{ page.content }}}}")


def day(desk: Desk) -> str:
    """Another day, or what is none."""
    desk.begin_day(desk.random.choice(_DAYS))
    return f"the day is {desk.environ[DAY]}"


def _comes_and_goes(desk: Desk, path: str, text: str) -> str:
    if desk.files(path) and desk.random.random() < 0.4:
        desk.delete(path)
        return f"{path} was deleted"
    desk.write(path, text)
    return f"{path} was written"


def _key(files: str, key: str, *values: str) -> Rewritten:
    return Rewritten(files, rf"^ *(?:- )?{key}: (.*)$", values)


EDITS: tuple[Edit, ...] = (
    *(word,) * 6,
    *(spoiled,) * 3,
    *(saved,) * 2,
    *(item,) * 3,
    *(order,) * 2,
    *(category_added,) * 2,
    category_renamed,
    category_deleted,
    category_ended,
    *(look,) * 2,
    *(page_added,) * 2,
    page_deleted,
    picture,
    *(part_of_theme,) * 2,
    *(day,) * 2,
    _key(CATEGORY, "title", "@ too", "Ropes", "ORCA"),
    _key(CATEGORY, "order", "10", "15", "20", "many"),
    _key(CATEGORY, "group", "interest-of-towns", "turn-about", "no-such-group"),
    _key(CATEGORY, "permit_type", "open", "employer-specific", "closed"),
    _key(CATEGORY, "(?:offer|fee)", "yes", "no", "perhaps"),
    _key(CATEGORY, "codes", "[K10]", "[P23, P22]", "[K12, K16]", "[P24]", "[K10, Z99]"),
    _key(CATEGORY, "nationals", "Riverside countries", "Bayside and Northport", "@ too"),
    _key(CATEGORY, "fits", "Nobody", "Bakers of every kind"),
    *(_key(DATA, "reviewed_on", "2022-05", "2022-06-14", "2021-12-20", "2022-13", "2024-01"),) * 2,
    _key(PAGE, "reviewed_on", "2022-05", "2022-06-14", "2021-12-20", "2022-13", "2024-01"),
    _key(DATA, "reviewed_by", "review-desk-one", "review-desk-two", "nobody"),
    _key(CATEGORY, "source", "exemption-codes", "mountain-rescue-team", "no-such-source"),
    _key(PAGE, "source", "exemption-codes", "mountain-rescue-team", "no-such-source"),
    _key(
        "data/reviewers.yml", "github", "x\n  left: 2022-11", "x\n  left: 2022-01", "x\n  left: @"
    ),
    _key(DATA, "url", "https://www.canada.ca/en/other.html", "https://elsewhere.example/", '""'),
    _key("data/settings.yml", "review_interval_months", "5", "12", "24", "0"),
    _key("data/settings.yml", "due_soon_days", "0", "60", "200"),
    _key("data/settings.yml", "overdue_is_error", "yes", "no"),
    _key("data/firm.yml", "name", "Paper Lantern", "Paper Boat"),
    _key("data/firm.yml", "(?:title|text)", "@ too", "Another thing"),
    _key("data/reviewers.yml", "(?:name|title|licence|regulator)", "@ II"),
    _key("data/groups.yml", "(?:title|heading)", "@ again"),
    _key("data/sources.yml", "(?:title|settles)", "@ again"),
    _key("data/terms.yml", "name", "@ indeed", "Another name"),
    _key("data/terms.yml", "term", "IMP", "lamps", "HARBA", "SLE"),
    _key(
        "data/comparison.yml", "(?:imp|tfwp)", "varies", "not stated by the source", '""', "@ So."
    ),
    _key("data/finder.yml", "(?:text|help|question)", "@ too", "Something else"),
    _key("data/finder.yml", "categories", "[orca]", "[harba, orca]", "[nowhere]"),
    _key("data/finder.yml", "next", "job", "citizenship", "nowhere"),
    _key("data/questions.yml", "(?:question|answer)", "@ too", "Who asks?"),
    _key("data/questions.yml", "source", "orca-transferees", "no-such-source"),
    _key("data/steps.yml", "(?:title|text)", "@ too"),
    _key("data/obligations.yml", "(?:title|text)", "@ too"),
    _key("data/codes.yml", "standing", "in use", "not recorded", "changed", "gone"),
    _key("data/codes.yml", "subject", "@ again"),
    _key("data/codes.yml", "about", "harba", "village-bakery-help", "nothing"),
    _key("data/codes.yml", "changed_on", "2018-12-15", "2019-01-02", "soon"),
    _key("data/codes.yml", "code", "P34", "K61", "Z99"),
    _key(PAGE, "title", '"Another title"', '"Ropes & <lamps>"', "[x"),
    Rewritten(PAGE, r"^#+ (.*)$", ("@ now", "Another heading")),
    *(Rewritten(PAGE, r"^\{\{ (.*) \}\}$", ("code_by_cod()", "steps()", "glossary()")),) * 2,
    Rewritten(PAGE, r"\]\((/[^)]*)\)", ("/codes.md", "/nowhere.md", "/codes.md#k16")),
    _key("mkdocs.yml", "site_name", "The IMP Guide", "Another guide"),
    _key("mkdocs.yml", "site_description", "Permits.", "Work."),
    Rewritten("mkdocs.yml", r"^  - ([A-Z][^:]*): .*md$", ("@ now", "Lamps")),
    *(
        Rewritten(
            TEMPLATE,
            r"(?<=>)(Reviewed|Verify|Also known as|At a glance|Who it fits|How it works)\b",
            ("@ now", "Now @", "@{{ oops }}", "@{% if %}"),
        ),
    )
    * 3,
    Rewritten(
        "overrides/main.html",
        r'(<meta charset="utf-8">)',
        ('@<meta name="more">', "@{% block content %}", "@{{ page.nothing.more }}"),
    ),
    Rewritten(
        "overrides/partials/*.html", r"(?<=>)(IRCC decides|<ol>|<ul>)", ("@ now", "@{{ x.y }}")
    ),
    Rewritten("overrides/assets/*.css", r"(\})$", ("@\n/* more */",)),
    Rewritten("overrides/assets/*.js", r"(;)$", ("; // more",)),
)
