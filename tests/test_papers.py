"""What is told in the README and its like is so."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
READERS_OF_VARIABLES = ["diplomacy/settings.py", "deploy/gunicorn.conf.py"]


def variables_read():
    """Return the names in every call such as `env.flag("HTTPS")`."""
    return {
        node.args[0].value
        for path in READERS_OF_VARIABLES
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("env.") and node.args
        if isinstance(node.args[0], ast.Constant)
    }


def pinned(name):
    """Return the version of each package in a file of pins, by its name in small letters."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


def asked_for(name):
    """Return the packages that a file of requirements names, in small letters."""
    return set(re.findall(r"^([a-z0-9-]+)", (ROOT / name).read_text(encoding="utf-8").lower(), re.MULTILINE)) - {"-r"}


def explained():
    """Return the packages and versions that docs/dependencies.md gives a reason for."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return {name.lower(): version for name, version in re.findall(r"^\| ([\w-]+) \| (\d\S*) \|", text, re.MULTILINE)}


def test_the_readme_lists_every_variable_that_is_read():
    listed = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    assert listed == sorted(variables_read())


def test_the_example_file_lists_every_variable_that_is_read():
    listed = re.findall(r"^#([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == sorted(variables_read())


def for_node():
    """Return the version of each package that the audit asks npm for."""
    return json.loads((ROOT / "audit" / "package.json").read_text(encoding="utf-8"))["dependencies"]


def test_every_package_that_is_asked_for_is_explained():
    assert set(explained()) == asked_for("requirements.in") | asked_for("requirements-dev.in") | set(for_node())


def test_the_versions_explained_are_those_pinned():
    pins = pinned("requirements-dev.txt") | for_node()
    assert explained() == {name: pins[name] for name in explained()}


def test_tests_run_on_the_packages_that_the_archive_runs_on():
    assert pinned("requirements.txt").items() <= pinned("requirements-dev.txt").items()


def test_make_lists_every_target():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()
    assert phony == re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/architecture.md"]
)
def test_a_page_leads_to_pages_that_exist(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [
        link
        for link in re.findall(r"[^!]\[[^\]]+\]\((?!http)([^)#]+)", text)
        if not (ROOT / page).parent.joinpath(link).exists()
    ]
    assert missing == []
