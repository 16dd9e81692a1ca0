"""Being asked to end."""

import signal
from collections.abc import Iterator

import pytest

from generator.engine.ending import end_cleanly


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    """Put back what handled the signals before."""
    numbers = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, signal.SIG_DFL) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_by_way_of_all_that_tidies_up(number: signal.Signals) -> None:
    end_cleanly()
    with pytest.raises(SystemExit) as caught:
        signal.raise_signal(number)
    assert caught.value.code == 128 + number


def test_what_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` does
    end_cleanly()
    signal.raise_signal(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
