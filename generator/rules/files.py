"""Files: each names its schema, so that editing programs can help."""

from collections.abc import Iterator
from datetime import date

from generator.model.layout import DATA, first_line
from generator.model.records import Records
from generator.problems.problem import Place, Problem, Severity


def schema_is_named(records: Records, _today: date) -> Iterator[Problem]:
    """A file of data/ begins with the line that names its schema."""
    for entry in records.entries():
        wanted = first_line(entry.path)
        if entry.path.startswith(f"{DATA}/") and entry.text.partition("\n")[0].rstrip() != wanted:
            message = f"the file does not name its schema: write as its first line `{wanted}`"
            yield Problem("schema-line", message, Place(entry.path), Severity.ADVICE)
