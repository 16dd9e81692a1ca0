"""The navigation: it leads to every page of content/, and to none that is not there."""

import difflib
from collections.abc import Iterator
from datetime import date

from generator.model.layout import CONTENT, uris_of
from generator.model.records import Records
from generator.problems.problem import Place, Problem
from generator.rules.addresses import NEEDED
from generator.source.settings import SETTINGS


def navigation_is_whole(records: Records, _today: date) -> Iterator[Problem]:
    """Each page of content/ is in the navigation, and each of its lines names one."""
    navigation = records.navigation
    if navigation is None or CONTENT in records.unread:
        return
    for path in sorted(records.content):
        uri = path.removeprefix(f"{CONTENT}/")
        if not navigation.names(uri):
            message = (
                f"no line of the navigation leads to this page: add one below `nav:` in {SETTINGS},"
                f" such as `- Its name: {uri}`"
            )
            yield Problem("navigation", message, Place(path))
    # A page that cannot be read, or that is missing as a whole, is told already.
    there = uris_of(records) | {path.removeprefix(f"{CONTENT}/") for path in NEEDED}
    for uri, place in navigation.pages.items():
        if uri not in there:
            near = difflib.get_close_matches(uri, sorted(there), 1)
            advice = f"did you mean `{near[0]}`?" if near else "remove this line"
            yield Problem("navigation", f"there is no page content/{uri}: {advice}", place)
