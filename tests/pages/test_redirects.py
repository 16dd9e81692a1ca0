from lxml import html

from generator.guide import compile_guide
from generator.inspection.expected import Redirect
from generator.pages.redirects import redirect_page
from generator.problems.problem import Place
from tests.project import TODAY, Project

CETA = "data/categories/ceta.yml"


def test_each_earlier_name_leads_on(project: Project) -> None:
    line = project.replace(CETA, "order:", "formerly: [europe, eu]\norder:")
    found = compile_guide(project.root, TODAY).redirects
    assert [(r.html, r.target, r.title) for r in found] == [
        ("categories/europe/index.html", "../ceta/", "CETA"),
        ("categories/eu/index.html", "../ceta/", "CETA"),
    ]
    assert found[1].place == Place(CETA, line, 20)


def test_a_reader_is_sent_on_with_and_without_a_click() -> None:
    redirect = Redirect("categories/a/index.html", "../b/", "A & <B>", Place(CETA))
    document = html.document_fromstring(redirect_page(redirect))
    assert document.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../b/"]
    assert document.xpath("//link[@rel='canonical']/@href") == ["../b/"]
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.xpath("//a[@href='../b/']/text()") == ["A & <B>"]
