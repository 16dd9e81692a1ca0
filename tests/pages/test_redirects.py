from lxml import html

from generator.guide import compile_guide
from generator.inspection.expected import Redirect
from generator.pages.redirects import redirect_page
from generator.problems.problem import Place
from tests.project import TODAY, Project

ORCA = "data/categories/orca.yml"


def test_each_earlier_name_leads_on(project: Project) -> None:
    line = project.replace(ORCA, "order:", "formerly: [rivers, orchards]\norder:")
    found = compile_guide(project.root, TODAY).redirects
    assert [(r.html, r.target, r.title) for r in found] == [
        ("categories/horse-towing/index.html", "../barge-towing/", "Barge towing"),
        ("categories/rivers/index.html", "../orca/", "ORCA"),
        ("categories/orchards/index.html", "../orca/", "ORCA"),
        ("categories/bakery-help/index.html", "../village-bakery-help/", "Village bakery help"),
    ]
    assert found[2].place == Place(ORCA, line, 20)


def test_a_reader_is_sent_on_with_and_without_a_click() -> None:
    redirect = Redirect("categories/a/index.html", "../b/", "A & <B>", Place(ORCA))
    document = html.document_fromstring(redirect_page(redirect))
    assert document.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../b/"]
    assert document.xpath("//link[@rel='canonical']/@href") == ["../b/"]
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.xpath("//a[@href='../b/']/text()") == ["A & <B>"]
