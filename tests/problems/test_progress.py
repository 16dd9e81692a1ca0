import io

import pytest

from generator.problems.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO, environ: dict[str, str]) -> str:
    progress = Progress(stream, environ, every=2)
    progress.start(5)
    for _ in range(5):
        progress.step()
    progress.stop()
    return stream.getvalue()


def test_a_person_who_waits_sees_how_far_it_is() -> None:
    shown = run(Terminal(), {})
    assert "2 of 5" in shown
    assert "4 of 5" in shown
    assert shown.endswith("\r\x1b[K")


def test_each_build_of_a_preview_counts_from_the_start() -> None:
    stream = Terminal()
    progress = Progress(stream, {}, every=2)
    for _ in range(2):
        progress.start(3)
        for _ in range(3):
            progress.step()
        progress.stop()
    assert stream.getvalue().count("Pages: 2 of 3") == 2
    assert "4 of 3" not in stream.getvalue()


@pytest.mark.parametrize(("stream", "environ"), [(io.StringIO(), {}), (Terminal(), {"CI": "true"})])
def test_nobody_sees_nothing(stream: io.StringIO, environ: dict[str, str]) -> None:
    assert run(stream, environ) == ""


def test_without_standard_error_nothing_is_shown() -> None:
    progress = Progress(None, {}, every=1)
    progress.start(1)
    progress.step()
    progress.stop()
