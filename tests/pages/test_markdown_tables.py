from lxml import html
from markdown import markdown

TABLE = "| A | B c |\n| --- | --- |\n| x | [y](z) |\n"


def table(text: str) -> html.HtmlElement:
    converted = markdown(
        text, extensions=["tables", "attr_list", "generator.pages.markdown_tables"]
    )
    found = html.fragment_fromstring(converted, create_parent="div").find("table")
    assert found is not None
    return found


def test_a_caption_paragraph_becomes_the_caption_with_its_links() -> None:
    found = table(f'Say [so](u).\n{{: .guide-caption data-table="t" }}\n\n{TABLE}')
    caption = found[0]
    assert caption.tag == "caption"
    assert caption.get("data-table") == "t"
    assert caption.text_content() == "Say so."
    assert caption.find("a") is not None
    assert found.getprevious() is None


def test_another_paragraph_stays_a_paragraph() -> None:
    found = table(f"Say so.\n\n{TABLE}")
    assert found.find("caption") is None
    before = found.getprevious()
    assert before is not None
    assert before.tag == "p"


def test_cells_have_scopes_and_labels() -> None:
    found = table(TABLE)
    assert [cell.get("scope") for cell in found.iterfind("thead/tr/th")] == ["col", "col"]
    row = found.find("tbody/tr")
    assert row is not None
    assert [(cell.tag, cell.get("scope")) for cell in row] == [("th", "row"), ("td", None)]
    assert row[1].get("data-label") == "B c"


def test_the_id_of_a_cell_is_kept() -> None:
    found = table(TABLE.replace("| x |", "| x {: #x } |"))
    cell = found.find("tbody/tr/th")
    assert cell is not None
    assert cell.get("id") == "x"
