"""Requests over connections that stay open, a bounded number of them, and what they cost the server."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from statistics import quantiles

from benchmarks.pages.processes import Server

CONNECTIONS = 2  # as many as the site has workers
AS_BROWSERS = {"Accept-Encoding": "gzip"}  # Datasette compresses nothing by itself
Asked = str | tuple[str, ...]  # a path, or several that a reader opens one after another to see what is on one page


@dataclass
class Cost:
    """What requests for one page cost; several measurements of the same page are added up."""

    cpu: float = 0.0
    wall: float = 0.0
    times: list[float] = field(default_factory=list)  # seconds until each answer was there

    def add(self, other: Cost) -> None:
        """Count the requests of another measurement as well."""
        self.cpu += other.cpu
        self.wall += other.wall
        self.times += other.times

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the server's processor time for one request."""
        return 1000 * self.cpu / len(self.times)

    @property
    def rate(self) -> float:
        """Requests answered in a second."""
        return len(self.times) / self.wall

    def percentile(self, percent: int) -> float:
        """Return the milliseconds within which so many percent of the answers were there."""
        if len(self.times) == 1:
            return 1000 * self.times[0]
        return 1000 * quantiles(self.times, n=100, method="inclusive")[percent - 1]


class Refused(RuntimeError):
    """A server answered otherwise than it should have."""


def fetch(server: Server, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
    """Return the status, the headers in small letters and the text of one answer."""
    connection = HTTPConnection("127.0.0.1", server.ports[0], timeout=300)
    try:
        connection.request("GET", path, headers=AS_BROWSERS | (headers or {}))
        answer = connection.getresponse()
        answered = {name.lower(): value for name, value in answer.getheaders()}
        content = answer.read()
        if answered.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return answer.status, answered, content.decode()
    finally:
        connection.close()


def measure(
    server: Server,
    paths: Sequence[Asked],
    requests: int,
    seconds: float,
    *,
    headers: dict[str, str] | None = None,
    expected: int = 200,
    connections: int = CONNECTIONS,
) -> Cost:
    """Ask for the paths in turn, up to `requests` times and for no longer than `seconds`; return what it cost.

    Several paths that stand together count as one request. Raises Refused where an answer does not come or has another
    status than the one expected.
    """
    numbers, until = count(), time.perf_counter() + seconds
    times: list[float] = []
    wrong: list[str] = []

    def ask(port: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=300)
        while not wrong and (number := next(numbers)) < requests and (number == 0 or time.perf_counter() < until):
            path = paths[number % len(paths)]
            begin = time.perf_counter()
            for part in [path] if isinstance(path, str) else path:
                try:
                    connection.request("GET", part, headers=AS_BROWSERS | (headers or {}))
                    answer = connection.getresponse()
                    answer.read()
                except (OSError, HTTPException) as error:
                    wrong.append(f"{server.name}: {part} was not answered: {error!r}")
                    break
                if answer.status != expected:
                    wrong.append(f"{server.name}: {part} answered {answer.status}, not {expected}")
            times.append(time.perf_counter() - begin)
        connection.close()

    threads = [
        threading.Thread(target=ask, args=(server.ports[place % len(server.ports)],), daemon=True)
        for place in range(connections)
    ]
    cpu, begin = server.cpu(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cost = Cost(server.cpu() - cpu, time.perf_counter() - begin, times)
    if wrong:
        raise Refused(wrong[0])
    return cost
