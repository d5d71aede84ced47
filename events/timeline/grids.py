"""Numbers in rows and columns, each a link to the list of what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from events.following.pictures import LEVELS


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the address of the list of what it counts; `level` is its shade, from 1 to `LEVELS`, 0 for none.

    `name` and `zoom` are the name of what is counted and the address of its own page, where no head tells them.
    """

    number: int
    address: str
    level: int = 0
    name: str = ""
    zoom: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or a column is about: its name, a longer one, and the address that the name leads to.

    `total` counts all of it. `shape` is the name of a kind's shape.
    """

    name: str
    address: str = ""
    full: str = ""
    total: Cell | None = None
    shape: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its head and a cell for each column, None where nothing can be."""

    head: Head
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows by columns; `name` tells one from another within a page, `has_totals` whether columns have them."""

    name: str
    columns: list[Head]
    lines: list[Line]

    @property
    def has_totals(self) -> bool:
        """Whether a last row counts each column."""
        return any(column.total for column in self.columns)


def shaded(name: str, columns: Sequence[Head], lines: Iterable[Line]) -> Grid:
    """Return the grid with the level of each cell, from the largest number in it."""
    lines = list(lines)
    most = max((cell.number for line in lines for cell in line.cells if cell), default=0)
    return Grid(name, list(columns), [Line(line.head, [_shaded(cell, most) for cell in line.cells]) for line in lines])


def _shaded(cell: Cell | None, most: int) -> Cell | None:
    if cell is None or not cell.number:
        return cell
    return replace(cell, level=1 + (cell.number - 1) * (LEVELS - 1) // max(most - 1, 1))
