"""Which codes belong to a family of codes, or are new in it."""

from collections.abc import Iterable

from generator.model.code import Family
from generator.watch.code_rows import Row
from generator.watch.code_tables import Listed
from generator.watch.subjects import cited_in


def is_beside_members(
    families: Iterable[Family], code: str, rows: Iterable[Row], listed: Listed
) -> bool:
    """Whether a code is one more of a family whose members are written down.

    It begins like one of them, and stands under their heading or their part of the Regulations.
    """
    for family in families:
        alike = {member for member in family.members if member[:2] == code[:2]}
        if not alike:
            continue
        headings = {row.section for row in listed.rows if alike & (row.now | row.unsure)} - {""}
        for row in rows:
            part = family.regulation
            under = part and any(cited.startswith(part) for cited in cited_in(row.section))
            if under or row.section in headings:
                return True
    return False


def covers(family: Family, code: str) -> bool:
    """Whether a code belongs to a family whose members nobody has written down."""
    if family.members or family.first[:2] != code[:2]:
        return False
    return family.kind == "series" or code >= family.first
