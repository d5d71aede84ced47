"""Work shared out to processes: results in the order of the items, few of them held at a time.

A process that dies or stays too long over an item costs that item alone: it is told as failed, and another process
takes up the rest. Whoever asks for the next result gives the processes time; between two of them they go on working.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 8  # items that are handed to a process at once, so that it need not wait while the last result is used
HEAVY = 256 * 1024  # weight of a batch that is given no more items, so that long articles are shared out
AHEAD = 4  # batches for each process that may be done or under way before the first of them is asked for
HELD = 32 * 1024 * 1024  # weight of the items that are under way, beyond which no more are taken
PATIENCE = 60.0  # seconds over one item: what takes a hundred times as long as the longest article has lost its way

BEGINNING = 300.0  # seconds in which a process must be ready, on a machine that is busy


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that gave no result, and how it ended: an exception's name, a signal, a time."""

    reason: str


class Workers(Generic[Item, Result]):
    """Up to `jobs` processes that all do the same.

    Each calls `make(*arguments)` once and what it returns with each item; both are found by their names in modules,
    which are imported anew in the process. `weight` tells how much an item holds.
    """

    def __init__(
        self,
        make: Callable[..., Callable[[Item], Result]],
        arguments: tuple[Any, ...],
        jobs: int,
        weight: Callable[[Item], int],
        patience: float = PATIENCE,
    ) -> None:
        self._make, self._arguments, self._jobs = make, arguments, max(1, jobs)
        self._weight, self._patience = weight, patience
        # A server without threads and connections to the database makes the processes, as a fork of this one would not.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([make.__module__])

    def results(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result | Failure]]:
        """Yield each item with its result, in order. Items are taken one by one, a little ahead of what is asked for.

        Raises RuntimeError where a process ends before it can begin.
        """
        run: _Run[Item, Result] = _Run(items, self._weight, self._jobs * BATCH * AHEAD)
        crew: list[_Worker] = []
        try:
            while True:
                self._hand_out(run, crew)
                if run.is_next_done():
                    yield run.next_done()
                    self._collect(run, crew, 0)
                elif run.is_over():
                    return
                else:
                    self._collect(run, crew, 1)
        finally:
            for worker in crew:
                worker.stop()

    def _hand_out(self, run: _Run[Item, Result], crew: list[_Worker]) -> None:
        """Give each process that has nothing to do a batch, and start another one where there is more to do."""
        while True:
            idle = next((worker for worker in crew if not worker.numbers), None)
            if idle is None and len(crew) >= self._jobs:
                return
            batch = run.take()
            if not batch:
                return
            if idle is None:
                idle = _Worker(self._context.Pipe, self._context.Process, self._make, self._arguments)
                crew.append(idle)
            try:
                idle.give(batch)
            except OSError:  # it was ended while it had nothing to do
                crew.remove(idle)
                run.put_back(number for number, _ in batch)

    def _collect(self, run: _Run[Item, Result], crew: list[_Worker], seconds: float) -> None:
        """Take what the processes have done; wait for it up to `seconds`."""
        busy = [worker for worker in crew if worker.numbers]
        ready = wait([worker.connection for worker in busy], seconds)
        for worker in busy:
            if worker.connection in ready:
                try:
                    worker.receive(run)
                    continue
                except (EOFError, OSError):
                    reason = worker.stop(1)
            elif worker.seconds() < (self._patience if worker.has_begun else BEGINNING):
                continue
            else:
                worker.stop()
                reason = f"{self._patience:.0f} s"
            if not worker.has_begun:
                raise RuntimeError(f"A process could not begin: {reason}")
            crew.remove(worker)
            run.done(worker.numbers.popleft(), Failure(reason))
            run.put_back(worker.numbers)


class _Run(Generic[Item, Result]):
    """The items of one call: what is under way, what is done, what comes next."""

    def __init__(self, items: Iterable[Item], weight: Callable[[Item], int], ahead: int) -> None:
        self._items, self._weight, self._ahead = enumerate(items), weight, ahead
        self._open: dict[int, Item] = {}
        self._done: dict[int, Result | Failure] = {}
        self._back: deque[int] = deque()
        self._next, self._held, self._has_ended = 0, 0, False

    def take(self) -> list[tuple[int, Item]]:
        """Return the items to be done next, none where enough is under way or none is left."""
        batch: list[tuple[int, Item]] = []
        weight = 0
        while len(batch) < BATCH and weight < HEAVY:
            if self._back:
                number = self._back.popleft()
                item = self._open[number]
            elif self._has_ended or len(self._open) >= self._ahead or self._held > HELD:
                break
            else:
                try:
                    number, item = next(self._items)
                except StopIteration:
                    self._has_ended = True
                    break
                self._open[number] = item
                self._held += self._weight(item)
            batch.append((number, item))
            weight += self._weight(item)
        return batch

    def put_back(self, numbers: Iterable[int]) -> None:
        """Let these items be taken again, before all others."""
        self._back.extend(numbers)

    def done(self, number: int, result: Result | Failure) -> None:
        """Note the result of an item."""
        self._done[number] = result

    def is_next_done(self) -> bool:
        """Return whether the item that comes next in order has its result."""
        return self._next in self._done

    def next_done(self) -> tuple[Item, Result | Failure]:
        """Return the item that comes next in order, with its result."""
        item = self._open.pop(self._next)
        result = self._done.pop(self._next)
        self._next += 1
        self._held -= self._weight(item)
        return item, result

    def is_over(self) -> bool:
        """Return whether no item is left, taken or not."""
        return self._has_ended and not self._open


class _Worker:
    """A process, and the numbers of the items that it has been given and not yet answered."""

    def __init__(
        self,
        pipe: Callable[[], tuple[Connection, Connection]],
        process: Callable[..., Any],
        make: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> None:
        self.connection, there = pipe()
        self._process = process(target=_serve, args=(there, make, arguments), daemon=True)
        self._process.start()
        there.close()
        self.numbers: deque[int] = deque()
        self.has_begun = False
        self._since = time.monotonic()

    def give(self, batch: list[tuple[int, Any]]) -> None:
        """Hand items over; raises OSError where the process is gone."""
        self.connection.send([item for _, item in batch])
        self.numbers.extend(number for number, _ in batch)
        self._since = time.monotonic()

    def receive(self, run: _Run[Any, Any]) -> None:
        """Take one message; raises EOFError or OSError where the process is gone."""
        message = self.connection.recv()
        self._since = time.monotonic()
        if self.has_begun:
            run.done(self.numbers.popleft(), message)
        self.has_begun = True

    def seconds(self) -> float:
        """Return how long the process has been at its item."""
        return time.monotonic() - self._since

    def stop(self, seconds: float = 0) -> str:
        """End the process, in the middle of its item if need be; return how it ended, by itself within `seconds`."""
        self.connection.close()
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _serve(connection: Connection, make: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    """Answer batches until the other end is closed; Ctrl-C, which reaches the whole group, is for that end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = make(*arguments)
    connection.send("begun")
    with suppress(EOFError, OSError):
        while True:
            for item in connection.recv():
                try:
                    result = work(item)
                except Exception as error:
                    result = Failure(type(error).__name__)
                connection.send(result)
