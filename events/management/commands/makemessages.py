"""Collect the words of the interface; Django's command does not read the public pages, which are Jinja2's."""

from pathlib import Path

from django.core.management.commands import makemessages
from django.template import engines
from jinja2.ext import babel_extract


class Source(makemessages.BuildFile):
    """A file whose words are collected."""

    def preprocess(self) -> None:
        """Write the messages of a public page as calls that gettext's tools know, each on its own line of the page."""
        path = Path(self.path)
        if path.suffix != ".html" or any(Path(folder) in path.resolve().parents for folder in engines["django"].dirs):
            super().preprocess()
        else:
            Path(self.work_path).write_text(as_calls(path), encoding="utf-8")


class Command(makemessages.Command):
    """Django's, with the public pages."""

    build_file_class = Source


def as_calls(path: Path) -> str:
    """Return Python with a call for each message of the page, on the line where the page has it."""
    lines: dict[int, list[str]] = {}
    options = {"silent": "false", "newstyle_gettext": "true", "lstrip_blocks": "true"}
    with path.open("rb") as page:
        for line, function, message, _comments in babel_extract(
            page, ["_", "gettext", "ngettext", "pgettext"], (), options
        ):
            words = message if isinstance(message, tuple) else (message,)
            lines.setdefault(line, []).append(f"{function}({', '.join(repr(word) for word in words if word)})")
    return "\n".join("; ".join(lines.get(number, [])) for number in range(1, max(lines, default=0) + 1))
