"""What a re-read changed, and what it left to staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from events.models.bases import StaffOwned

EXCERPT = 60  # characters of a long text that a report shows


@dataclass
class Changes:
    """Names of fields written, and the differences left alone because staff own the field."""

    written: list[str] = field(default_factory=list)
    left_to_staff: list[dict[str, Any]] = field(default_factory=list)

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.written + other.written, self.left_to_staff + other.left_to_staff)

    def apply(self, row: StaffOwned, values: dict[str, Any], where: str = "") -> None:
        """Set on `row` the values that differ and are the machine's to set. The caller saves.

        Names are noted with `where` before them, and so are the differences in fields that staff own.
        """
        for name, value in values.items():
            present = getattr(row, name)
            if present == value:
                continue
            if name in row.staff_fields:
                self.leave(f"{where}{name}", present, value)
            else:
                setattr(row, name, value)
                self.written.append(f"{where}{name}")

    def leave(self, name: str, archive: Any, file: Any) -> None:
        """Note that the archive's value stands although the file reads otherwise."""
        self.left_to_staff.append({"field": name, "archive": _plain(archive), "file": _plain(file)})


def first_difference(archive: str, file: str) -> tuple[str, str]:
    """Return an excerpt of each text from where the two part."""
    place = next(
        (i for i, (a, b) in enumerate(zip(archive, file, strict=False)) if a != b), min(len(archive), len(file))
    )
    return archive[place : place + EXCERPT], file[place : place + EXCERPT]


def _plain(value: Any) -> Any:
    """Return the value as JSON can hold it."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple, set)):
        return [_plain(item) for item in value]
    return str(value)
