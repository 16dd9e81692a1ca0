"""The Jinja environment of the generator's own templates.

They write HTML. Jinja escapes every value that a template prints, unless a component made it.
Undefined names are errors, never blanks. Pages of content/ are no templates: see `calls`.
"""

import traceback
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from generator.pages.compiled import COMPILED
from generator.problems.phrases import lower_first, upper_first
from generator.problems.problem import Place, Problem
from generator.source.files import is_regular

TEMPLATES = "generator/pages/templates"


def template_environment() -> Environment:
    """Return a new environment for the generator's templates."""
    environment = Environment(
        loader=_Templates(str(_folder())),
        bytecode_cache=COMPILED,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = day_in_words
    environment.filters["lower_first"] = lower_first
    environment.filters["upper_first"] = upper_first
    environment.filters["twice"] = lambda value: (value, value)
    return environment


def template_texts() -> tuple[str, ...]:
    """Return the text of every template, to tell whether one has changed."""
    there = sorted(_folder().glob("*.j2"))
    return tuple(_text(file) for file in there if is_regular(file))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # rendering says why


class _Templates(FileSystemLoader):
    """Loads the guide's templates, and says in a sentence why one of them cannot be read."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, as Jinja asks for it.

        Raises:
            TemplateSyntaxError: there is no such text.
        """
        file = Path(self.searchpath[0]) / template
        try:
            found = super().get_source(environment, template)
        except TemplateNotFound:
            said = "the file is missing: restore it"
        except UnicodeDecodeError:
            said = "the file is not in UTF-8: save it again with the encoding UTF-8"
        except OSError as error:
            said = f"the file cannot be read ({error.strerror}): check its permissions"
        else:
            if not file.is_symlink():
                return found
            said = "this is a link to another place: put the file itself here"
        raise TemplateSyntaxError(said, 1, template, str(file)) from None


def problem_of(error: Exception, path: str) -> Problem:
    """Return where and why a template failed.

    Args:
        error: what rendering raised.
        path: the file whose page was made; it is to blame where no template is.
    """
    place = Place(path)
    if isinstance(error, TemplateSyntaxError):
        place = _place(error.filename or error.name or "", error.lineno)
        error = Exception(error.message or "")  # Jinja's own text says the place once more
    else:
        # Not `extract_tb`: it would read the files that the frames name, wherever they lie.
        frames = [(f.f_code.co_filename, n) for f, n in traceback.walk_tb(error.__traceback__)]
        if templates := [frame for frame in frames if frame[0].endswith(".j2")]:
            place = _place(*templates[-1])
    said = " ".join(str(error).split()) or type(error).__name__
    return Problem("template", said, place)


def _folder() -> Path:
    return Path(str(files("generator.pages") / "templates"))


def _place(filename: str, line: int) -> Place:
    return Place(f"{TEMPLATES}/{filename.replace(chr(92), '/').rpartition('/')[2]}", line)


def day_in_words(day: date) -> str:
    """Return a day as in ``31 May 2027``."""
    return f"{day.day} {day:%B %Y}"
