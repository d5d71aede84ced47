"""Measurements as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.pages.addresses import Page
from benchmarks.pages.load import Cost

Costs = dict[tuple[str, str], Cost]  # by page and server


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, the first column to the left, the others to the right."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(["---", *["--:"] * (len(heads) - 1)]) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def comparison(pages: Sequence[Page], costs: Costs, servers: Sequence[str]) -> str:
    """Return each page's cost on each server, and its ratio to the last server's cost where that has such a page."""
    rows = []
    for page in pages:
        last = costs.get((page.name, servers[-1]))
        for server in servers:
            cost = costs.get((page.name, server))
            if cost is None:
                continue
            ratio = (
                f"{cost.cpu / len(cost.times) / (last.cpu / len(last.times)):.3f}" if last and cost is not last else ""
            )
            aim = f"≤ {page.aim}" if page.aim and ratio else ""
            rows.append(
                [
                    page.name,
                    server,
                    str(len(cost.times)),
                    f"{cost.rate:.1f}",
                    f"{cost.cpu_ms:.2f}",
                    f"{cost.percentile(50):.1f}",
                    f"{cost.percentile(99):.1f}",
                    ratio,
                    aim,
                ]
            )
    heads = ["page", "server", "requests", "requests/s", "CPU ms", "p50 ms", "p99 ms", f"CPU : {servers[-1]}", "aim"]
    return table(heads, rows)


def growth(pages: Sequence[Page], costs: Costs, servers: Sequence[str]) -> str:
    """Return the median of each page on each server, and how it grew from the first to the last."""
    rows = []
    for page in pages:
        medians = [costs[page.name, server].percentile(50) for server in servers]
        rows.append([page.name, *(f"{median:.1f}" for median in medians), f"{medians[-1] / medians[0]:.2f}"])
    return table(["page, p50 ms", *servers, "last : first"], rows)
