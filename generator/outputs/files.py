"""Every file for other programs, made from the records of a guide."""

from collections.abc import Mapping

from generator.model.guide import Guide
from generator.outputs.addresses import Addresses, preview_path
from generator.outputs.agenda import reviews_ics
from generator.outputs.api import api
from generator.outputs.feed import changes_xml
from generator.outputs.plain import llms_txt, robots_txt
from generator.outputs.spreadsheet import codes_csv, routes_csv
from generator.pages.article import Article


def output_files(guide: Guide, pages: Mapping[str, Article], site: str) -> dict[str, str | bytes]:
    """Return each file by its path below the site.

    Args:
        guide: the complete guide.
        pages: its pages by URI.
        site: the site's address; empty while it is not known.
    """
    addresses = Addresses(f"{site.rstrip('/')}/" if site else "")
    files: dict[str, str | bytes] = {
        **api(guide, addresses),
        "codes.csv": codes_csv(guide),
        "routes.csv": routes_csv(guide),
        "changes.xml": changes_xml(guide, addresses),
        "reviews.ics": reviews_ics(guide, addresses),
        "llms.txt": llms_txt(guide, pages.values(), addresses),
        "robots.txt": robots_txt(addresses),
    }
    if addresses.site:  # networks fetch pictures by whole addresses only
        from generator.outputs.preview_image import preview_image  # noqa: PLC0415 - seldom needed

        for uri, page in pages.items():
            if page.record is not None:
                reviewed = f"Reviewed {page.record.reviewed_on.human}"
                files[preview_path(uri)] = preview_image(page.title, guide.firm.name, reviewed)
    return files
