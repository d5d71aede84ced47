"""The table of rooms in docs/architecture.md is kept: each module imports only what its row names."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APP = ROOT / "events"


def table(markdown: str) -> dict[str, list[str]]:
    """Return, for each room in the table, the rooms that it may import from."""
    rows = (line.strip("|").split("|") for line in markdown.splitlines() if line.startswith("| `"))
    return {
        room: re.findall(r"`([^`]+)`", may_import)
        for rooms, _, may_import in rows
        for room in re.findall(r"`([^`]+)`", rooms)
    }


def dotted(path: Path) -> str:
    parts = path.relative_to(APP).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


ROOMS = table((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
MODULES = {
    dotted(path): path.read_text(encoding="utf-8")
    for path in sorted(APP.rglob("*.py"))
    if "migrations" not in path.parts and path.stat().st_size
}


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def room_of(module: str, rooms: dict[str, list[str]]) -> str | None:
    """Return the room that the module stands in, None where it has none.

    A package with one row is one room; where its parts have rows, each part must have one.
    """
    if module in rooms:
        return module
    around = [room for room in rooms if within(module, room)]
    whole = [room for room in around if not any(other.startswith(f"{room}.") for other in rooms)]
    return max(whole, key=len, default=None)


def imported(source: str) -> Iterator[str]:
    """Yield the full name of all that a module imports, inside functions too, but for the names of types only."""
    tree = ast.parse(source)
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def strays(module: str, source: str, rooms: dict[str, list[str]]) -> list[str]:
    """Return what the module imports from rooms that its own row does not name."""
    room = room_of(module, rooms)
    if room is None:
        return [f"events.{module} stands in no room: give it a row in docs/architecture.md"]
    allowed = [room, *rooms[room]]
    found = []
    for name in imported(source):
        if name.startswith(("diplomacy", "tests")):
            found.append(name)
        elif name.startswith("."):
            found.append(f"{name} (write the full name)")
        elif name.startswith("events.") and not any(within(name, f"events.{other}") for other in allowed):
            found.append(name)
    return found


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_row_names(module):
    assert strays(module, MODULES[module], ROOMS) == []


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "reading")])
def test_the_reader_knows_no_django_and_no_other_package(module):
    outside = {name.split(".")[0] for name in imported(MODULES[module])} - {"events"}
    assert outside - sys.stdlib_module_names == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_row_is_about_something_that_exists(room):
    path = APP.joinpath(*room.split("."))
    assert path.with_suffix(".py").exists() or (path / "__init__.py").exists()


PLANTED = {"reading.facts": [], "reading.dates": ["reading.facts"], "models": [], "store": ["models", "reading.facts"]}


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("reading.dates", "from events.reading.facts import Span", []),
        ("reading.dates", "from events.reading import dates, facts", []),
        ("models.people", "from events.models.bases import Named", []),
        ("store", "from events.models.people import Leader", []),
        ("models", "if TYPE_CHECKING:\n    from events.store import Filed", []),
        ("models", "from events.store import Filed", ["events.store.Filed"]),
        ("models", "def late():\n    import events.store", ["events.store"]),
        ("models", "from events import store", ["events.store"]),
        ("models", "from .store import Filed", [".store.Filed (write the full name)"]),
        ("models", "from diplomacy import settings", ["diplomacy.settings"]),
        ("store", "from events.reading.dates import read", ["events.reading.dates.read"]),
        ("oracle", "", ["events.oracle stands in no room: give it a row in docs/architecture.md"]),
        ("reading.luck", "", ["events.reading.luck stands in no room: give it a row in docs/architecture.md"]),
    ],
)
def test_a_planted_import_is_found(module, source, found):
    assert strays(module, source, PLANTED) == found


def test_the_table_is_read_from_its_page():
    assert table(
        "| room | knows | may import |\n| `a`, `b.c` | *x* `y` | `d` and `e.f` |\n| `g` | z | nothing |\n"
    ) == {
        "a": ["d", "e.f"],
        "b.c": ["d", "e.f"],
        "g": [],
    }
