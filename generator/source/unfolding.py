"""How many shapes a drawing becomes once each part that it repeats is drawn."""

import re
import sys
from typing import Any

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_WITHIN = re.compile(r"url\(\s*[\"']?\s*#([^)\"'\s]+)", re.IGNORECASE)
_DRAWN_ANEW = {f"{_SVG}{name}" for name in ("clipPath", "marker", "mask", "pattern")}

_FREE, _EACH = 10_000, 10
"""A drawing may become so many shapes, and so many more for each of its own elements."""

_DEEPEST = 50
"""How often a repeated part may hold a repeated part."""


def unfolds_too_far(root: Any) -> bool:
    """Tell whether few elements of a drawing become so many that no browser can show it."""
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    named = {one.get("id"): one for one in reversed(elements) if one.get("id")}
    most = _FREE + _EACH * len(elements)
    return _Unfolding(named, {}).count(root, 0) > most


class _Unfolding:
    def __init__(self, named: dict[str, Any], counted: dict[Any, int]) -> None:
        self.named = named
        self.counted = counted

    def count(self, part: Any, depth: int) -> int:
        """Return how many elements a part becomes; a part within itself is drawn by no browser."""
        if depth > _DEEPEST:
            return sys.maxsize
        if part not in self.counted:
            self.counted[part] = 0
            inner = [one for one in part.iter() if isinstance(one.tag, str)]
            repeated = [target for one in inner for target in self._targets(one)]
            self.counted[part] = len(inner) + sum(self.count(one, depth + 1) for one in repeated)
        return self.counted[part]

    def _targets(self, element: Any) -> list[Any]:
        """Return what an element repeats: by `use`, or as what it is filled or marked with."""
        found = []
        if element.tag == f"{_SVG}use":
            address = element.get("href") or element.get(f"{_XLINK}href") or ""
            found.append(self.named.get(address.strip().removeprefix("#")))
        for value in element.attrib.values():
            for name in _WITHIN.findall(str(value)):
                target = self.named.get(name)
                if target is not None and target.tag in _DRAWN_ANEW:
                    found.append(target)
        return [target for target in found if target is not None]
