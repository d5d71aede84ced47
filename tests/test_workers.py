"""Work is shared out to processes, and one item that ends a process ends nothing else."""

import os
import signal
import time

import pytest

from events.workers import Failure, Workers


def doubler(by):
    """Return what a process does with an item; some items are its ruin."""

    def work(item):
        if item == "raise":
            raise KeyError(item)
        if item == "exit":
            os._exit(7)
        if item == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "hang":
            time.sleep(600)
        if item == "slow":
            time.sleep(0.2)
        return item * by

    return work


def never():
    raise RuntimeError("no such thing")


def crew(jobs=2, make=doubler, arguments=(2,), patience=60.0):
    return Workers(make, arguments, jobs, weight=lambda item: len(str(item)), patience=patience)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    items = ["slow", *range(50), "slow", "a"]
    assert list(crew(jobs).results(items)) == [(item, item * 2) for item in items]


@pytest.mark.parametrize(
    ("item", "reason"), [("raise", "KeyError"), ("exit", "exit code 7"), ("kill", "signal 9"), ("hang", "5 s")]
)
def test_an_item_that_ends_its_process_fails_alone(item, reason):
    items = [*range(20), item, *range(20, 40)]
    results = list(crew(patience=5.0 if item == "hang" else 60.0).results(items))
    assert results == [(one, Failure(reason) if one == item else one * 2) for one in items]


def test_items_are_taken_a_little_ahead_and_no_further():
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = crew().results(endless())
    for _ in range(200):
        next(results)
    results.close()
    assert len(taken) <= 200 + 100


def test_heavy_items_are_held_a_few_at_a_time():
    taken = []

    def heavy():
        for number in range(20):
            taken.append(number)
            yield "x" * 5_000_000

    results = crew(1).results(heavy())
    next(results)
    results.close()
    assert len(taken) <= 9


def test_a_process_that_cannot_begin_is_an_error_and_not_a_failed_item():
    with pytest.raises(RuntimeError, match="could not begin"):
        list(crew(make=never, arguments=()).results([1]))


def test_no_process_is_left_when_the_caller_stops_asking():
    workers = crew()
    results = workers.results(["a", "hang"] * 20)
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 30


def test_nothing_to_do_is_done():
    assert list(crew().results([])) == []
