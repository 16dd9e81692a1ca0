"""The finder: each answer leads on, every way ends, and no category is left out."""

from collections.abc import Iterator
from datetime import date

from generator.model.finder import Finder, FinderQuestion
from generator.model.records import Entry, Records
from generator.model.slips.misspelt import grouped
from generator.problems.problem import Problem
from generator.rules.names import hint, no_category, told_at_definition
from generator.rules.routes import finder_routes_exist
from generator.source.tree import PathStep

WHERE = "`questions`"


def finder_keys_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No two questions have one key, and no two answers of a question."""
    if (entry := records.finder) is None:
        return
    questions = [question.key for question in entry.record.questions]
    yield from _repeated(entry, questions, "questions", meant=_of_a_double(entry.record))
    for number, question in enumerate(entry.record.questions):
        answers = [answer.key for answer in question.answers]
        yield from _repeated(entry, answers, "questions", number, "answers")


def finder_answers_lead_on(records: Records, _today: date) -> Iterator[Problem]:
    """Each answer leads to exactly one thing: a question, categories, or a programme."""
    if (entry := records.finder) is None:
        return
    known = [question.key for question in entry.record.questions]
    told = _misspelt_questions(entry)
    yield from told.values()
    renamed = _of_a_double(entry.record)
    for path, answer in entry.record.answers_at():
        named = [
            key for key in ("next", "routes", "categories", "programme") if getattr(answer, key)
        ]
        if len(named) != 1 and named != ["routes", "categories"]:
            way = f"has {' and '.join(f'`{key}`' for key in named)}" if named else "leads nowhere"
            message = (
                f"the answer `{answer.key}` {way}: {'keep' if named else 'write'} one of `next:`"
                " with a question, `routes:` or `categories:` with names, or `programme: tfwp`"
            )
            yield Problem("finder-path", message, entry.place(*path, "key"))
        elif answer.next and answer.next not in {*known, *told, renamed}:
            advice = _way_meant(answer.next, records) or hint(answer.next, known, WHERE)
            message = f"`next`: there is no question `{answer.next}`: {advice}"
            yield Problem("unknown-name", message, entry.place(*path, "next"))


def _of_a_double(finder: Finder) -> str | None:
    """Return the one question that answers name and that is nowhere, if a key stands twice."""
    keys = [question.key for question in finder.questions]
    lost = {answer.next for answer in finder.answers() if answer.next} - {*keys}
    return lost.pop() if len(lost) == 1 and len(keys) - len({*keys}) == 1 else None


def _way_meant(name: str, records: Records) -> str | None:
    """Return what to write where `next` names a category or a programme."""
    if name in records.slugs():
        return f"it is a category: write `categories: [{name}]` in place of this line"
    if name == "tfwp":
        return "it is a programme: write `programme: tfwp` in place of this line"
    return None


def _misspelt_questions(entry: Entry[Finder]) -> dict[str, Problem]:
    """Return each question that several answers name and that is nowhere, told at its key."""
    answers = [(path, answer.next) for path, answer in entry.record.answers_at() if answer.next]
    uses = grouped((following, entry.place(*path, "next")) for path, following in answers)
    # The first question is where readers begin, and needs no answer that leads to it.
    asked = {
        q.key: entry.place("questions", n, "key") for n, q in enumerate(entry.record.questions)
    }
    uses.setdefault(next(iter(asked)), [])
    return dict(told_at_definition(uses, asked, entry.path, "unknown-name", "question"))


def finder_categories_exist(records: Records, _today: date) -> Iterator[Problem]:
    """An answer leads to categories that exist, and names each once."""
    # A category that cannot be read exists all the same.
    known = records.slugs()
    if (entry := records.finder) is None or not known:
        return
    asked = {question.key for question in entry.record.questions}
    for path, answer in entry.record.answers_at():
        for number, slug in enumerate(answer.categories):
            place = entry.place(*path, "categories", number)
            if slug in asked and slug not in known:
                message = f"`categories`: `{slug}` is a question: write `next: {slug}` instead"
                yield Problem("unknown-name", message, place)
            elif slug not in known:
                message = f"`categories`: {no_category(slug, records)}"
                yield Problem("unknown-name", message, place)
            elif slug in answer.categories[:number]:
                message = f"`categories`: `{slug}` is listed twice: remove the second"
                yield Problem("repeated-name", message, place)


def finder_has_no_loop(records: Records, _today: date) -> Iterator[Problem]:
    """No answer leads back to a question that was asked on the way to it."""
    if (entry := records.finder) is None:
        return
    # Told where it leads back: from a question to itself, or to one that stands above it.
    order = {question.key: n for n, question in enumerate(entry.record.questions)}
    if len(order) < len(entry.record.questions):
        return  # what an answer leads to is not known where two questions have one key
    for path, answer in entry.record.answers_at():
        number = int(path[1])
        asked = entry.record.questions[number].key
        if not answer.next or order.get(answer.next, number + 1) > number:
            continue
        if asked in _reached(entry.record, answer.next):
            message = (
                f"`next`: the way through `{answer.next}` comes back to `{asked}`: lead this"
                " answer to a question that comes later, or to categories"
            )
            yield Problem("finder-path", message, entry.place(*path, "next"))


def finder_reaches_all(records: Records, today: date) -> Iterator[Problem]:
    """Readers can come to every question, and to every category."""
    if (entry := records.finder) is None:
        return
    # Where an answer or a name is wrong, what it cuts off is no news.
    before = (
        finder_keys_differ,
        finder_answers_lead_on,
        finder_categories_exist,
        finder_routes_exist,
        finder_has_no_loop,
    )
    if any(True for rule in before for _ in rule(records, today)):
        return
    finder = entry.record
    for number, question in _never_asked(finder):
        message = (
            f"no answer leads to the question `{question.key}`: name it as `next` of an answer,"
            " or remove it"
        )
        yield Problem("finder-path", message, entry.place("questions", number, "key"))
    shown = {name.partition("/")[0] for answer in finder.answers() for name in answer.leads}
    for slug in sorted(records.categories.keys() - shown):
        if any(name in shown for name in records.unread):
            continue  # a name that is told already may be this one's
        message = (
            f"no answer leads to the category `{slug}`: name it under `categories`, or one of its"
            " routes under `routes`, of each answer that it may fit"
        )
        yield Problem("finder-path", message, entry.place("questions", key=True))


def _never_asked(finder: Finder) -> Iterator[tuple[int, FinderQuestion]]:
    """Yield the questions that readers cannot come to; not those that only follow from another."""
    first = finder.questions[0].key
    asked = _reached(finder, first)
    unasked = [(n, q) for n, q in enumerate(finder.questions) if q.key not in asked]
    reached = {question.key: _reached(finder, question.key) for _, question in unasked}
    for number, question in unasked:
        key = question.key
        if key in asked:
            continue
        before = {other for other, found in reached.items() if other != key and key in found}
        if before <= reached[key]:
            asked |= reached[key]
            yield number, question


def _reached(finder: Finder, start: str) -> set[str]:
    """Return the questions that readers can come to from one, itself included."""
    by_key = {question.key: question for question in finder.questions}
    found: set[str] = set()
    ahead = [start]
    while ahead:
        key = ahead.pop()
        if key not in found and key in by_key:
            found.add(key)
            ahead += [answer.next for answer in by_key[key].answers if answer.next]
    return found


def _repeated(
    entry: Entry[Finder], keys: list[str], *path: PathStep, meant: str | None = None
) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            message = f"the key `{key}` is used twice: write one that tells them apart"
            if meant:
                message += f"; an answer leads to `{meant}`, which is nowhere: is one of them that?"
            yield Problem("repeated-name", message, entry.place(*path, number, "key"))
