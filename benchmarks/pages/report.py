"""Measurements as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.pages.addresses import Page
from benchmarks.pages.load import Cost

Costs = dict[tuple[str, str, str], Cost]  # by page, what it is set against, and server


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, the first column to the left, the others to the right."""
    lines = [line(heads), "|" + "|".join(["---", *["--:"] * (len(heads) - 1)]) + "|"]
    return "\n".join([*lines, *map(line, rows)])


def line(row: Sequence[str]) -> str:
    """Return a row of a table."""
    return "| " + " | ".join(row) + " |"


def comparison(pages: Sequence[Page], costs: Costs, servers: Sequence[str], rival: str) -> str:
    """Return each page's cost on each server, and its ratio to the rival's cost where that has such a page."""
    rows = []
    for page in pages:
        theirs = costs.get((page.name, page.against, rival))
        for server in servers:
            cost = costs.get((page.name, page.against, server))
            if cost is None:
                continue
            named = f"{server}, {page.against}" if cost is theirs and page.against else server
            ratio = f"{cost.cpu_ms / theirs.cpu_ms:.3f}" if theirs and cost is not theirs and theirs.cpu_ms else ""
            aim = f"≤ {page.aim}" if ratio and page.aim else ""
            figures = (cost.rate, cost.cpu_ms, cost.percentile(50), cost.percentile(99))
            told = (f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}" for figure in figures)
            rows.append([page.name, named, str(len(cost.times)), *told, ratio, aim])
    return table(
        ["page", "server", "requests", "requests/s", "CPU ms", "p50 ms", "p99 ms", f"CPU : {rival}", "aim"], rows
    )


def engines(pages: Sequence[Page], costs: Costs, servers: Sequence[str]) -> str:
    """Return the processor time of each page on the first and on the second server, and the second's ratio to it."""
    rows = []
    for page in pages:
        first, second = (costs[page.name, page.against, server].cpu_ms for server in servers[:2])
        rows.append([page.name, f"{first:.2f}", f"{second:.2f}", f"{second / first:.2f}" if first else ""])
    return table(["page, CPU ms", *servers[:2], "second : first"], rows)


def growth(pages: Sequence[Page], costs: Costs, servers: Sequence[str]) -> str:
    """Return the median of each page on each server, and how it grew from the first to the last."""
    rows = []
    for page in pages:
        medians = [costs[page.name, page.against, server].percentile(50) for server in servers]
        rows.append([page.name, *(f"{median:.1f}" for median in medians), f"{medians[-1] / medians[0]:.2f}"])
    return table(["page, p50 ms", *servers, "last : first"], rows)
