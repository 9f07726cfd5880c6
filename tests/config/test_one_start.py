"""Two starts at the same time: the second waits until the first has prepared the store."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from config import serving
from config.one_start import alone
from inspections.models import Edition, Release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def threads():
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield pool


def test_the_second_waits_and_says_so(threads):
    waits, done = threading.Event(), []

    def second() -> None:
        with alone(waits.set):
            done.append("second")

    with alone(pytest.fail):
        waiting = threads.submit(second)
        assert waits.wait(timeout=10)
        done.append("first")
    waiting.result(timeout=10)

    assert done == ["first", "second"]


def test_a_start_that_fails_keeps_nobody_waiting(threads):
    def fail() -> None:
        with alone(pytest.fail):
            raise serving.CannotServe

    with pytest.raises(serving.CannotServe):
        threads.submit(fail).result(timeout=10)
    with alone(pytest.fail):
        pass


def test_two_starts_at_once_fill_a_new_store_once(threads, monkeypatch):
    monkeypatch.setattr(serving, "collect_static", lambda: None)
    both = threading.Barrier(2)

    def start() -> str:
        both.wait(timeout=10)
        said: list[str] = []
        try:
            serving.prepare(said.append)
        finally:
            connection.close()
        return "".join(said)

    said = [starting.result(timeout=60) for starting in [threads.submit(start), threads.submit(start)]]

    assert [words.count("Waiting for another start") for words in sorted(said, key=len)] == [0, 1]
    assert Release.objects.get().number == 1
    assert Edition.objects.count() == 15
