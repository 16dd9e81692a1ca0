"""How the build grows: synthetic categories through the real pipeline, in one run.

Run it with ``make bench``. It prints figures and judges none of them. Each build is a process of
its own; the raw work (libyaml, Jinja and Python-Markdown on the same pages, nothing else) is
timed beside it on the same machine.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = {10: 5, 100: 3, 1000: 1}
"""How many categories, and how often each size is measured; the median counts."""

TODAY = "2026-11-22"
TEMPLATE = "significant-benefit"


@dataclass(frozen=True)
class Figures:
    """What was measured at one size; times in seconds, medians of the runs."""

    size: int
    build: float
    raw: float
    start: float
    page_kb: float
    peak_mb: float
    parts: dict[str, float]

    @property
    def each(self) -> float:
        """Build time per category."""
        return self.build / self.size


def main() -> None:
    """Measure every size and print one line for each, then the ratios."""
    print("categories  build s  ms/category  raw s  build/raw  start s  guide page kB  peak MB")
    small, middle, large = (_measured(size, runs) for size, runs in SIZES.items())
    share = large.start / (large.start + large.build)
    print()
    print(f"time per category, 1,000 to 100:    {large.each / middle.each:.2f}")
    print(f"guide page, 1,000 to 10:            {large.page_kb / small.page_kb:.3f}")
    print(f"build to raw work at 1,000:         {large.build / large.raw:.2f}")
    print(f"imports and configuration at 1,000: {share:.1%} of the whole run")
    print("raw work at 1,000: " + ", ".join(f"{k} {v:.2f} s" for k, v in large.parts.items()))


def _measured(size: int, runs: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _synthesise(project, size)
        # In turns, so that a machine whose speed drifts drifts for both.
        pairs = [(_measure("build", project), _measure("raw", project)) for _ in range(runs)]
        page = project / "site" / "categories" / "made-up-0001" / "index.html"
        page_kb = page.stat().st_size / 1000
    built, raw = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    now = Figures(
        size=size,
        build=statistics.median(run["build"] for run in built),
        raw=statistics.median(sum(run.values()) for run in raw),
        start=statistics.median(run["start"] for run in built),
        page_kb=page_kb,
        peak_mb=max(run["peak"] for run in built),
        parts=raw[-1],
    )
    print(
        f"{size:10}  {now.build:7.2f}  {now.each * 1000:11.2f}  {now.raw:5.2f}"
        f"  {now.build / now.raw:9.2f}  {now.start:7.2f}  {now.page_kb:13.1f}  {now.peak_mb:7.0f}"
    )
    return now


def _synthesise(project: Path, size: int) -> None:
    for name in ("data", "content", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("generator/hooks.py", str(ROOT / "generator/hooks.py"))
    config = config.replace("  - generator/pages/templates\n", "")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    folder = project / "data" / "categories"
    text = (folder / f"{TEMPLATE}.yml").read_text(encoding="utf-8")
    for number in range(1, size - len(list(folder.iterdir())) + 1):
        made = text.replace("title: Significant benefit", f"title: Made up number {number}")
        (folder / f"made-up-{number:04}.yml").write_text(made, encoding="utf-8")
    _lead_to_all(project / "data" / "finder.yml", [path.stem for path in folder.iterdir()])


def _lead_to_all(finder: Path, slugs: list[str]) -> None:
    """Let each made-up category be reached, by an answer of its own."""
    answer = "      - key: {0}\n        text: The work is {0}\n        categories: [{0}]\n"
    made = "".join(answer.format(slug) for slug in slugs if slug.startswith("made-up-"))
    head, last, rest = finder.read_text(encoding="utf-8").partition("      - key: none\n")
    finder.write_text(f"{head}{made}{last}{rest}", encoding="utf-8")


def _measure(what: str, project: Path) -> dict[str, float]:
    environ = os.environ | {"GUIDE_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "CI": "1"}
    command = [sys.executable, __file__, what, str(project)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environ)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _build(project: Path) -> dict[str, float]:
    begin = time.perf_counter()
    from mkdocs.commands.build import build  # noqa: PLC0415 - imports are part of the measure
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(str(project / "mkdocs.yml"))
    ready = time.perf_counter()
    build(config)
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"start": ready - begin, "build": end - ready, "peak": peak}


def _raw(project: Path) -> dict[str, float]:
    import markdown  # noqa: PLC0415
    import yaml  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    from generator.guide import compile_guide  # noqa: PLC0415
    from generator.pages.category_page import TEMPLATE as CATEGORY  # noqa: PLC0415
    from generator.pages.content_page import content_page  # noqa: PLC0415
    from generator.pages.environment import (  # noqa: PLC0415
        content_environment,
        template_environment,
    )

    config = load_config(str(project / "mkdocs.yml"))
    compiled = compile_guide(project, date.fromisoformat(TODAY))
    guide = compiled.guide
    if guide is None:
        raise SystemExit("the synthetic project is not sound")
    environment = template_environment()
    environment.globals["guide"] = guide

    def parse() -> None:
        for file in (project / "data").rglob("*.yml"):
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)

    def render() -> None:
        template = environment.get_template(CATEGORY)
        for slug, category in guide.categories.items():
            template.render(slug=slug, category=category)
        sandbox = content_environment()
        for content in compiled.records.content.values():
            content_page(environment, sandbox, guide, compiled.records, content)

    def convert() -> None:
        for page in compiled.pages.values():
            markdown.Markdown(
                extensions=config.markdown_extensions, extension_configs=config.mdx_configs
            ).convert(page.markdown)

    return {"YAML": _timed(parse), "Jinja": _timed(render), "Markdown": _timed(convert)}


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        child = {"build": _build, "raw": _raw}[sys.argv[1]]
        print(json.dumps(child(Path(sys.argv[2]))))
