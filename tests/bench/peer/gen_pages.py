"""Makes the peer's pages of the records; mkdocs-gen-files runs it in each build.

The raw work (`tests.bench.raw`) uses the same two functions, without MkDocs around them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

CONTENT = (
    "index",
    "find",
    "categories/index",
    "codes",
    "imp-vs-tfwp",
    "employers",
    "glossary",
    "reviews",
)
"""The pages that are no category, by their address; each has a template."""


def read(data: Path) -> dict[str, Any]:
    """Read every record with libyaml: one entry for each file, and the categories by slug."""
    guide = {file.stem: _load(file) for file in sorted(data.glob("*.yml"))}
    categories = {file.stem: _load(file) for file in sorted((data / "categories").glob("*.yml"))}
    guide["categories"] = dict(sorted(categories.items(), key=lambda item: _place(item[1])))
    for record in (*categories.values(), guide["comparison"], guide["finder"]):
        verify = record["verify"]
        verify.setdefault("url", guide["sources"].get(verify.get("source"), {}).get("url"))
    entries = guide["codes"]["codes"] + [
        family | {"code": f"{family['first']}{'+' if family['kind'] == 'and above' else ' series'}"}
        for family in guide["codes"]["families"]
    ]
    guide["entries"] = {entry["code"]: entry for entry in entries}
    guide["slugs_by_code"] = {code: [] for code in guide["entries"]}
    for slug, category in categories.items():
        for code in category["codes"]:
            guide["slugs_by_code"][code].append(slug)
    return guide


def pages(guide: dict[str, Any], templates: Path) -> Iterator[tuple[str, str]]:
    """Render each page's Markdown; return it with its path below docs/."""
    environment = Environment(  # noqa: S701 - Markdown is written here, and no HTML
        loader=FileSystemLoader(templates),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"anchor": _anchor, "due": _due, "answer": _answer, "upper1": _upper1}
    environment.globals |= guide
    for address in CONTENT:
        name = address.replace("categories/index", "categories")
        yield f"{address}.md", environment.get_template(f"{name}.md.j2").render()
    template = environment.get_template("category.md.j2")
    for slug, category in guide["categories"].items():
        yield f"categories/{slug}.md", template.render(slug=slug, category=category)


def _load(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def _place(category: dict[str, Any]) -> tuple[int, str]:
    return category.get("order", 100), category["title"]


def _anchor(code: str) -> str:
    return code.split(maxsplit=1)[0].rstrip("+").lower()


def _due(reviewed_on: str) -> str:
    year, _, rest = str(reviewed_on).partition("-")
    return f"{int(year) + 1}-{rest}"


def _answer(value: bool | str) -> str:
    """YAML reads yes and no as truth values; the third answer stays a word."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "It depends on the permit"


def _upper1(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "<run_path>":  # what a script is called that the plugin runs
    import mkdocs_gen_files

    for path, text in pages(read(Path("data")), Path("templates")):
        with mkdocs_gen_files.open(path, "w") as file:
            file.write(text)
