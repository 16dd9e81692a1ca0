import io

import pytest

from generator.progress import Progress


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


@pytest.mark.parametrize(("stream", "environ"), [(io.StringIO(), {}), (Terminal(), {"CI": "true"})])
def test_nobody_sees_nothing(stream: io.StringIO, environ: dict[str, str]) -> None:
    assert run(stream, environ) == ""
