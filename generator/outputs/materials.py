"""What a publication is made with: the locked packages, as a CycloneDX bill of materials.

It is worked out from the lock alone, so that it is the same on every machine.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

VERSION = "1.6"
"""The version of CycloneDX that is written."""

OWN = "imp-guide"
"""The project's own name, as the lock and the bill have it."""

_PIN = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>[A-Za-z0-9][A-Za-z0-9.!+_-]*)"
    r"(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?"
)
_HASH = re.compile(r"\s+--hash=sha256:(?P<hash>[0-9a-f]{64})\s*\\?")
_NEEDED_BY = re.compile(r"\s+#\s+(?:via\s*)?(?P<name>.*)")


class LockError(ValueError):
    """A line of a lock that cannot be read.

    Attributes:
        line: the line, counted from 1.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Pinned:
    """One package of a lock.

    Attributes:
        name: as the package index spells it.
        version: the exact version.
        marker: where alone it is installed, as in `sys_platform == 'win32'`, or an empty text.
        hashes: the SHA-256 of each file that may be installed, in hexadecimal.
        needed_by: the packages that ask for it, and the project itself.
    """

    name: str
    version: str
    marker: str = ""
    hashes: list[str] = field(default_factory=list)
    needed_by: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Its address among packages of all kinds: a package URL."""
        return f"pkg:pypi/{self.name}@{quote(self.version, safe='')}"


def pinned(lock: str) -> tuple[Pinned, ...]:
    """Return the packages of a lock with hashes, as `uv pip compile` writes it.

    Raises:
        LockError: a line is of another kind, a package has no hash, or there is none.
    """
    found: list[Pinned] = []
    for number, line in enumerate(lock.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if pin := _PIN.fullmatch(line):
            found.append(Pinned(_plain(pin["name"]), pin["version"], (pin["marker"] or "").strip()))
        elif found and (digest := _HASH.fullmatch(line)):
            found[-1].hashes.append(digest["hash"])
        elif found and (other := _NEEDED_BY.fullmatch(line)):
            found[-1].needed_by += _names(other["name"])
        else:
            raise LockError(number, f"`{line.strip()}` is no package, no hash and no comment")
        if pin and len(found) > 1 and not found[-2].hashes:
            raise LockError(number - 1, f"{found[-2].name} has no hash")
    if not found:
        raise LockError(1, "it names no package")
    if not found[-1].hashes:
        raise LockError(len(lock.splitlines()), f"{found[-1].name} has no hash")
    return tuple(found)


def bill_of_materials(lock: str, version: str) -> dict[str, Any]:
    """Return the bill as CycloneDX JSON has it.

    Args:
        lock: the text of `requirements.lock`.
        version: the project's own.

    Raises:
        LockError: the lock cannot be read.
    """
    packages = pinned(lock)
    own = {"type": "application", "name": OWN, "version": version, "bom-ref": f"{OWN}@{version}"}
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{VERSION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        # Of the lock and the version alone: the same bill has the same number.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{OWN}@{version} {lock}')}",
        "version": 1,
        "metadata": {"component": own},
        "components": [_component(package) for package in packages],
        "dependencies": list(_dependencies(packages, own)),
    }


def _component(package: Pinned) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.address,
        "name": package.name,
        "version": package.version,
        "purl": package.address,
        "externalReferences": [
            {
                "type": "distribution",
                "url": package.address,
                "comment": "one of these files is installed",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
            }
        ],
    }
    if package.marker:
        component["properties"] = [{"name": f"{OWN}:where", "value": package.marker}]
    return component


def _dependencies(packages: Iterable[Pinned], own: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield for each package what it asks for; the lock says it the other way round."""
    packages = tuple(packages)
    asked: dict[str, list[str]] = defaultdict(list)
    for package in packages:
        for name in package.needed_by:
            asked[name].append(package.address)
    yield {"ref": own["bom-ref"], "dependsOn": sorted(asked[OWN])}
    for package in packages:
        yield {"ref": package.address, "dependsOn": sorted(asked[package.name])}


def _names(comment: str) -> Iterator[str]:
    """Yield who asks for a package: `imp-guide (pyproject.toml:install)` is the project."""
    name = _plain(comment.partition(" ")[0].partition("[")[0])
    if name:
        yield name


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
