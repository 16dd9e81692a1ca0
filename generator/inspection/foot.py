"""The foot of every page, which says what a licensed firm has to say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.inspection.html import Element, words_of
from generator.model.guide import Guide
from generator.problems.phrases import counted, shortened
from generator.problems.problem import Place, Problem

TEMPLATE = "overrides/partials/footer.html"
NOT_FOUND = "404.html"
"""The page that hosts show for an unknown address."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of every page must show.

    It is worked out beside the template, so that a template that loses a statement cannot lose the
    demand for it as well.

    Attributes:
        texts: what a reader must find in it, word for word.
        links: addresses that it must lead to.
    """

    texts: tuple[str, ...]
    links: tuple[str, ...]


def expected_foot(guide: Guide) -> Foot:
    """Return the firm's statements, and each licence with the register that lists it."""
    said = guide.firm.statements
    licensed = guide.licensed()
    licences = (f"{by.name}, {by.title}, licence {by.licence}" for by in licensed)
    registers = dict.fromkeys(by.public_register for by in licensed if by.public_register)
    texts = (guide.firm.legal_name, *licences, said.outcome, said.advice, said.government)
    return Foot(texts, tuple(registers))


def missing(document: Element, foot: Foot) -> Iterator[str]:
    """Yield what the foot of a page does not show, with how it is to be called."""
    feet = list(document.iter("footer"))
    shown = " ".join(map(words_of, feet))
    for text in foot.texts:
        if " ".join(text.split()) not in shown:
            yield f"say “{shortened(text)}”"
    led = {link.get("href") for part in feet for link in part.iter("a") if words_of(link)}
    for address in foot.links:
        if address not in led:
            yield f"lead to {address}"


def foot_problems(lacks: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield each lack once, however many pages have it.

    Args:
        lacks: pairs of a page's file and what its foot does not do, as `missing` calls it.
    """
    pages: dict[str, list[str]] = {}
    for name, lack in lacks:
        pages.setdefault(lack, []).append(name)
    for lack, names in pages.items():
        more = f" and {counted(len(names) - 1, 'other page')}" if len(names) > 1 else ""
        # The page for unknown addresses has a template of its own, which takes the foot in.
        template = TEMPLATE if set(names) - {NOT_FOUND} else f"overrides/{NOT_FOUND}"
        message = f"the foot of {names[0]}{more} does not {lack}: put it back into {template}"
        yield Problem("shown-foot", message, Place(template))
