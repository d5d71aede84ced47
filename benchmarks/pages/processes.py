"""Servers on the loopback address, and the processor time and memory of their processes, out of /proc (Linux)."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 60  # seconds until a server must answer


@dataclass
class Server:
    """A running server: its name, its ports, the first of its processes, and others whose time counts as well."""

    name: str
    ports: list[int]
    roots: list[int]
    counted: list[int] = field(default_factory=list)

    def cpu(self) -> float:
        """Return the seconds of processor time, user and system, that all its processes have used so far."""
        return sum(map(_ticks, _families([*self.roots, *self.counted]))) / TICKS

    def resident(self) -> dict[int, float]:
        """Return the megabytes in memory of each process that answers requests."""
        return {pid: _resident(pid) for pid in _families(self.roots) if pid not in self.roots}


@contextmanager
def running(
    name: str, commands: Sequence[tuple[Sequence[str], int]], ready: str, **options: object
) -> Iterator[Server]:
    """Start each command, which is to listen on its port, wait until `ready` answers, and end them all at the end.

    Raises RuntimeError with what a server said where it does not come up.
    """
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for command, _ in commands:
            processes.append(
                subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]  # noqa: S603
            )
        for process, (_, port) in zip(processes, commands, strict=True):
            _wait(process, port, ready)
        yield Server(name, [port for _, port in commands], [process.pid for process in processes])
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=15)
            process.kill()


def free_port() -> int:
    """Return a port on which nothing listens just now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def parent(pid: int) -> int:
    """Return the process that started this one; raises OSError where there is no such process here."""
    return int(_stat(pid)[1])


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    process.kill()
    said = process.stderr.read().decode(errors="replace") if process.stderr else ""
    raise RuntimeError(f"{process.args!r} did not answer on port {port}:\n{said[-2000:]}")


def _stat(pid: int) -> list[str]:
    # The name of a program may hold blanks and brackets: what follows the last bracket is plain numbers.
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()


def _ticks(pid: int) -> int:
    """Return the processor time of a process and of those of its children that have ended."""
    with suppress(OSError):
        return sum(map(int, _stat(pid)[11:15]))
    return 0


def _families(roots: Sequence[int]) -> list[int]:
    """Return the processes with all that they have started."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            children.setdefault(parent(int(folder.name)), []).append(int(folder.name))
    found = list(roots)
    for pid in found:
        found.extend(child for child in children.get(pid, ()) if child not in found)
    return found


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), "0")
    return int(kilobytes) / 1024
