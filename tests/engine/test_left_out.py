"""Nothing in content/ reaches the site but pages and pictures."""

from tests.builds import build
from tests.drawn import picture
from tests.project import TODAY, Project


def test_what_editing_programs_keep_is_never_published(project: Project) -> None:
    for name in ("codes.md~", "#codes.md#", ".codes.md.swp", "a.png~", "categories/index.md~"):
        project.write(f"content/{name}", "old facts")
    project.write("content/a.png", picture("png"))
    done = build(project, GUIDE_TODAY=TODAY.isoformat(), NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stdout
    site = project.root / "site"
    assert (site / "a.png").is_file()
    assert not [p for p in site.rglob("*") if p.is_file() and p.read_bytes() == b"old facts"]
