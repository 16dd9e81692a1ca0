"""The site's place: what a lost build had moved away comes back, whatever the next build finds."""

from tests.builds import build
from tests.project import Project


def test_a_build_that_stops_at_a_problem_puts_the_site_back(project: Project) -> None:
    lost = project.root / ".site-old-0123456789ab"
    lost.mkdir()
    (lost / "index.html").write_text("the last good site")
    project.delete("data/terms.yml")
    assert build(project).returncode == 1
    assert (project.root / "site" / "index.html").read_text() == "the last good site"
    assert not lost.exists()
